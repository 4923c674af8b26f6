package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import stet.archive.StoredRecord.StoredCapture;
import stet.fuzz.FuzzTarget;

/** Files of stet's own that a disk, or somebody, changed. */
public final class ArchiveFuzz {
  private ArchiveFuzz() {}

  /**
   * @param scratch a folder for the files
   */
  public static List<FuzzTarget> targets(Path scratch) {
    Path folder = scratch.resolve("snapshots");
    return List.of(
        new FuzzTarget(
            "own-archive",
            1_000,
            List.of(seed(scratch.resolve("seed"))),
            List.of("WARC/1.1\r\n", "WARC-Refers-To: ", "Content-Length: ", "\r\n"),
            in -> read(folder, in)));
  }

  private static byte[] seed(Path folder) {
    try {
      Captures.write(
          folder,
          Captures.page(1, "The harbour closes."),
          Captures.page(2, "The crane is down."),
          Captures.page(3, "The harbour closes."));
      return Files.readAllBytes(folder.resolve(new WarcArchive(folder).files().get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path folder, byte[] input) throws IOException {
    Files.createDirectories(folder);
    String name = ArchiveFolder.name("20260305", 1);
    Files.write(folder.resolve(name), input);
    for (String file : new WarcArchive(folder).files()) {
      for (StoredRecord record : Captures.scan(folder, file)) {
        assertThat(record.location().offset()).isBetween(0L, (long) input.length);
        if (record instanceof StoredCapture capture) {
          payload(capture);
        }
      }
    }
    assertThat(ArchiveVerifier.verify(folder, ArchiveVerifier.Level.DIGESTS, Map.of())).isNotNull();
  }

  private static void payload(StoredCapture capture) {
    try (InputStream in = capture.capture().payload().open()) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A damaged payload is told as one.
    }
  }
}
