package stet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;

class SavedPagesTest {
  private static final ImportOptions PLAIN = new ImportOptions(null, null, 1000);

  @TempDir Path dir;

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static List<Capture> captures(SavedPages pages) {
    List<Capture> captures = new ArrayList<>();
    for (Found found : pages) {
      if (found instanceof Found.Page page) {
        captures.add(page.capture());
      }
    }
    return captures;
  }

  @Test
  void aFolderOfNumberedFilesIsOneArticleWithTheAddressOfTheIndex() throws IOException {
    write("set/bridge/002__2026-03-14T06-10-00Z.html.gz", gzip("<p>two"));
    write("set/bridge/001__2026-03-14T06-00-00Z.html", "<p>one");
    write("set/SOURCE.txt", "about the set, no article");
    write("set/bridge/README.md", "about the folder, no article");
    write(
        "set/index.jsonl",
        "{\"id\":\"bridge\",\"url\":\"https://courier.example/bridge\",\"title\":\"Bridge shut\"}\n");
    List<Capture> captures = captures(SavedPages.under(List.of(dir.resolve("set")), PLAIN));
    assertThat(captures).extracting(Capture::uri).containsOnly("https://courier.example/bridge");
    assertThat(captures).extracting(Capture::ordinal).containsExactly(1, 2);
    assertThat(captures.get(1).at()).isEqualTo(Instant.parse("2026-03-14T06:10:00Z"));
    assertThat(captures.get(1).payload().bytes()).asString().isEqualTo("<p>two");
    assertThat(((SavedFile) captures.get(0).source()).title()).isEqualTo("Bridge shut");
  }

  @Test
  void oneFileOfSuchAFolderIsReadTheSameWay() throws IOException {
    Path file = write("set/bridge/001__2026-03-14T06-00-00Z.html", "<p>one");
    List<Capture> captures = captures(SavedPages.under(List.of(file), PLAIN));
    assertThat(captures).extracting(Capture::uri).containsExactly("urn:stet:folder:set/bridge");
  }

  @Test
  void anAddressThatTwoFoldersStateTellsThemApartByFolder() throws IOException {
    write("set/a/001__2026-03-14T06-00-00Z.txt", "one");
    write("set/b/001__2026-03-14T06-00-00Z.txt", "two");
    write(
        "set/index.jsonl",
        """
        {"id":"a","url":"https://courier.example/x"}
        {"id":"b","url":"https://courier.example/x"}
        """);
    assertThat(captures(SavedPages.under(List.of(dir.resolve("set")), PLAIN)))
        .extracting(Capture::uri)
        .containsExactly(
            "https://courier.example/x#stet-folder=a", "https://courier.example/x#stet-folder=b");
  }

  @Test
  void aBrokenLineOfAnIndexIsNamedAndCostsNothingElse() throws IOException {
    write("set/a/001__2026-03-14T06-00-00Z.txt", "one");
    write("set/index.jsonl", "{\"id\":\"z\"}\n{broken\n");
    SavedPages pages = SavedPages.under(List.of(dir.resolve("set")), PLAIN);
    assertThat(captures(pages)).hasSize(1);
    assertThat(pages.refused())
        .singleElement()
        .extracting(Found.Refused::why)
        .asString()
        .startsWith("line 2 is not a JSON object");
  }

  @Test
  void theTimeComesFromTheNameElseFromThePersonElseFromTheFile() throws IOException {
    Path named = write("x/20260314061000.html", "a");
    Path plain = write("x/story.txt", "a");
    Instant modified = Instant.parse("2026-01-02T03:04:05Z");
    Files.setLastModifiedTime(plain, FileTime.from(modified));
    Instant stated = Instant.parse("2025-05-05T05:05:05Z");
    ImportOptions options = new ImportOptions(stated, null, 1000);
    assertThat(captures(SavedPages.under(List.of(named, plain), options)))
        .extracting(Capture::at)
        .containsExactly(Instant.parse("2026-03-14T06:10:00Z"), stated);
    SavedPages byFile = SavedPages.under(List.of(plain), PLAIN);
    assertThat(captures(byFile).get(0).at()).isEqualTo(modified);
    assertThat(((SavedFile) captures(byFile).get(0).source()).time())
        .isEqualTo(TimeBasis.FILE_TIME);
    assertThat(byFile.timedByFile()).containsExactly("x/story.txt (2026-01-02T03:04:05Z)");
  }

  @Test
  void whatCannotBeTakenIsNamedAndTheRestIsTaken() throws IOException {
    Path good = write("x/good.txt", "good");
    Path bomb = write("x/bomb.html.gz", gzip("0".repeat(5000)));
    Path notGzip = write("x/fake.html.gz", "not gzip");
    Path image = write("x/photo.png", "png");
    SavedPages pages =
        SavedPages.under(List.of(good, bomb, notGzip, image, dir.resolve("gone.txt")), PLAIN);
    assertThat(captures(pages)).hasSize(1);
    assertThat(pages.refused())
        .extracting(Found.Refused::why)
        .containsExactly(
            "is not a page: stet reads .html, .txt and .md, also with .gz", "does not exist");
    List<String> whys = new ArrayList<>();
    pages.forEach(
        f -> {
          if (f instanceof Found.Refused no) {
            whys.add(no.why());
          }
        });
    assertThat(whys)
        .containsExactly(
            "is larger than 1000 bytes; raise import.max-size",
            "cannot be read: Not in GZIP format");
  }

  @Test
  void anEmptyFileIsACaptureThatReallyHappened() throws IOException {
    write("set/a/001__2026-03-14T06-00-00Z.html.gz", new byte[0]);
    List<Capture> captures = captures(SavedPages.under(List.of(dir), PLAIN));
    assertThat(captures).singleElement().matches(c -> c.payload().size() == 0);
  }
}
