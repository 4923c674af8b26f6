package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.archive.Captures.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.Warcinfo;
import stet.capture.Digest;

/** What stet writes is plain WARC to software that knows nothing of stet. */
class OtherReadersTest {
  @TempDir Path folder;
  private Path file;
  private List<WarcLocation> locations;

  @BeforeEach
  void write() throws IOException {
    Captures.write(
        folder,
        page(1, "first text"),
        page(2, Captures.noise(2, 200_000)),
        page(3, ""),
        page(4, "first text"));
    String name = new WarcArchive(folder).files().get(0);
    file = folder.resolve(name);
    locations = Captures.scan(folder, name).stream().map(StoredRecord::location).toList();
  }

  @Test
  void jwarcReadsEveryRecordAtItsPlace() throws IOException {
    List<Long> positions = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    try (WarcReader reader = new WarcReader(file)) {
      reader.calculateBlockDigest();
      for (WarcRecord record : reader) {
        positions.add(reader.position());
        types.add(record.getClass());
        record.body().consume();
        String calculated =
            Digest.parse("sha256:" + record.calculatedBlockDigest().orElseThrow().hex()).labelled();
        assertThat(record.headers().sole("WARC-Block-Digest")).contains(calculated);
      }
    }
    assertThat(types)
        .containsExactly(
            Warcinfo.class,
            WarcResource.class,
            WarcResource.class,
            WarcResource.class,
            WarcRevisit.class);
    assertThat(positions).isEqualTo(locations.stream().map(WarcLocation::offset).toList());
  }

  @Test
  void jwarcUnderstandsTheRevisit() throws IOException {
    try (WarcReader reader = new WarcReader(file)) {
      WarcResource first = null;
      WarcRevisit revisit = null;
      for (WarcRecord record : reader) {
        if (record instanceof WarcResource resource && first == null) {
          first = resource;
        } else if (record instanceof WarcRevisit found) {
          revisit = found;
        }
      }
      assertThat(revisit.profile()).isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
      assertThat(revisit.refersTo()).contains(first.id());
      assertThat(revisit.refersToTargetURI()).contains(first.targetURI());
      assertThat(revisit.refersToDate()).contains(first.date());
      assertThat(revisit.headers().sole("WARC-Payload-Digest"))
          .isEqualTo(first.headers().sole("WARC-Payload-Digest"));
    }
  }

  @Test
  void anyGunzipUnpacksIt() throws IOException {
    long plain = 0;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      plain = in.readAllBytes().length;
    }
    assertThat(plain).isGreaterThan(200_000);
  }
}
