package stet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WACZ of more entries than any has: none of them is opened. */
class ContainerTest {
  @TempDir Path dir;

  @Test
  void emptyEntriesAreNotOpened() throws IOException {
    assertThat(Container.in(wacz(50_000, 0))).isEmpty();
  }

  @Test
  void thousandsOfArchivesInOneAreRefusedBeforeTheWork() throws IOException {
    assertThat(Container.in(wacz(2_000, 1))).hasSize(2_000);
    Path more = wacz(2_001, 1);
    assertThatThrownBy(() -> Container.in(more))
        .isInstanceOf(IOException.class)
        .hasMessage("it holds more than 2000 archives");
  }

  private Path wacz(int entries, int bytes) throws IOException {
    Path file = dir.resolve(entries + "-" + bytes + ".wacz");
    try (ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < entries; i++) {
        out.putNextEntry(new ZipEntry("archive/" + i + ".warc.gz"));
        out.write(new byte[bytes]);
        out.closeEntry();
      }
    }
    return file;
  }
}
