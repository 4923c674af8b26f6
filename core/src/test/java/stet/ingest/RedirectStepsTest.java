package stet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.ingest.warc.Records.bytes;
import static stet.ingest.warc.Records.join;
import static stet.ingest.warc.Records.page;
import static stet.ingest.warc.Records.response;
import static stet.ingest.warc.Records.revisit;
import static stet.ingest.warc.Records.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.capture.CaptureSource;

/** Which redirect led to a record of somebody's web archive. */
class RedirectStepsTest {
  private static final String A = "http://quellmund.example/crane";
  private static final String B = "https://www.quellmund.example/crane";
  private static final String C = "https://www.quellmund.example/2026/crane";
  private static final String STORY = story("Crane comes down", "It is old.");

  @TempDir Path dir;

  private static String at(int second) {
    return "2026-03-01T10:%02d:%02dZ".formatted(second / 60, second % 60);
  }

  private static byte[] redirect(String from, int second, String location) {
    String head = "HTTP/1.1 301 Moved\r\nLocation: " + location + "\r\n\r\n";
    return response(from, at(second), head, new byte[0]);
  }

  /** What led to each capture, in the order of the files. */
  private List<String> vias(byte[]... files) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      paths.add(Files.write(dir.resolve(i + ".warc"), files[i]));
    }
    List<Capture> captures = new ArrayList<>();
    WebArchives.under(paths, Selection.ALL, 1 << 20)
        .read(EarlierPayloads.NONE, found -> captures.add(((Found.Page) found).capture()));
    return captures.stream().map(c -> ((CaptureSource.WarcRecord) c.source()).via()).toList();
  }

  private static byte[] file(byte[]... records) {
    return join(List.of(records));
  }

  @Test
  void eachRecordKnowsTheOneThatLedToIt() throws IOException {
    byte[] chain =
        file(redirect(A, 0, B), redirect(B, 1, "/2026/crane#top"), page(C, at(2), STORY));
    assertThat(vias(chain)).containsExactly("", A, B);
    // The address in the field and in the record need not be spelled alike.
    byte[] spelled =
        file(redirect(A, 0, "HTTPS://WWW.quellmund.example:443/crane"), page(B, at(0), STORY));
    assertThat(vias(spelled)).containsExactly("", A);
    String user = "http://me:secret@quellmund.example/crane";
    assertThat(vias(file(redirect(user, 0, B), page(B, at(1), STORY)))).containsExactly("", A);
  }

  @Test
  void whatDidNotFollowSoonInTheSameFileWasNotLedTo() throws IOException {
    assertThat(vias(file(redirect(A, 0, B), page(B, at(60), STORY)))).containsExactly("", A);
    assertThat(vias(file(redirect(A, 0, B), page(B, at(61), STORY)))).containsExactly("", "");
    assertThat(vias(file(redirect(A, 1, B), page(B, at(0), STORY)))).containsExactly("", "");
    assertThat(vias(file(redirect(A, 0, B), page(C, at(1), STORY)))).containsExactly("", "");
    assertThat(vias(file(redirect(A, 0, B)), file(page(B, at(1), STORY)))).containsExactly("", "");
    byte[] choices =
        response(A, at(0), "HTTP/1.1 300 Many\r\nLocation: " + B + "\r\n\r\n", bytes(""));
    assertThat(vias(file(choices, page(B, at(1), STORY)))).containsExactly("", "");
  }

  /** Whether the bytes are in a file that was read before or comes only later. */
  @Test
  void aRecordWithoutBytesOfItsOwnWasLedToFromWhereItStands() throws IOException {
    byte[] whole = file(redirect(A, 2, C), page(C, at(0), STORY));
    byte[] refers =
        file(
            redirect(A, 1, B),
            revisit(B, at(2), STORY, C, at(0), "HTTP/1.1 301 M\r\nLocation: " + C + "\r\n\r\n"),
            page(C, at(3), STORY));
    assertThat(vias(whole, refers)).containsExactly("", "", "", A, B);
    assertThat(vias(refers, whole)).containsExactly("", B, "", "", A);
  }

  @Test
  void anAddressDoesNotLeadToItself() throws IOException {
    assertThat(vias(file(redirect(A, 0, A), page(A, at(1), STORY)))).containsExactly("", "");
    byte[] loop = file(redirect(A, 0, B), redirect(B, 1, A), page(A, at(2), STORY));
    assertThat(vias(loop)).containsExactly("", A, B);
  }

  /** Of a file of any size the latest redirects alone are remembered. */
  @Test
  void whatIsRememberedIsBounded() throws IOException {
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i <= 10_000; i++) {
      records.add(redirect(A + i, 0, B + i));
    }
    records.add(page(B + "0", at(1), STORY));
    records.add(page(B + "1", at(1), STORY));
    List<String> vias = vias(join(records));
    assertThat(vias.get(10_001)).isEmpty();
    assertThat(vias.get(10_002)).isEqualTo(A + "1");
  }
}
