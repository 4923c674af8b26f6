package stet.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.Unpacked;
import stet.report.Stories;
import stet.report.Story;
import stet.report.page.Surround;
import stet.report.words.Addresses;
import stet.timeline.Timeline;

/** A page that is made for one reader is the page of the site of files. */
class ServedArticleTest {
  @TempDir Path dir;

  private static ServedArticle served(Timeline timeline) {
    return new ServedArticle(
        timeline, Basis.of(Story.DIFFER, Stories.OPTIONS), Surround.FILES, null);
  }

  @Test
  void everyFileOfAFolderIsServedAsItIsWritten() throws IOException {
    new Site(Story.DIFFER, Stories.OPTIONS).write(Stories.all().iterator(), dir);
    int files = 0;
    for (Timeline timeline : Stories.all()) {
      Path folder = dir.resolve(Addresses.folder(timeline.article()));
      ServedArticle served = served(timeline);
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.toList()) {
          String name = file.getFileName().toString();
          if (name.equals(Addresses.PACKED_DATA)) {
            byte[] data = served.file(Addresses.DATA).orElseThrow();
            assertThat(new String(data, StandardCharsets.UTF_8)).isEqualTo(Unpacked.text(file));
          } else {
            assertThat(served.file(name)).as(name).hasValue(Files.readAllBytes(file));
          }
          files++;
        }
      }
    }
    assertThat(files).isGreaterThan(140);
  }

  @Test
  void whatIsNotThereIsEmpty() throws IOException {
    ServedArticle bridge = served(Stories.bridge());
    int latest = Stories.bridge().versions().size();
    for (String name :
        List.of(
            "v0.html",
            "v" + (latest + 1) + ".html",
            "r1.html",
            "r" + (latest + 1) + ".html",
            "r999999999.html",
            "v1.svg",
            "older-1.html",
            "older-1.svg",
            "index.htm",
            "",
            "..",
            "../index.html",
            "v01.html",
            "v-1.html",
            "v1.html/",
            "r2.png")) {
      assertThat(bridge.file(name)).as(name).isEmpty();
    }
    assertThat(served(Stories.never()).file("v1.html")).isEmpty();
  }

  @Test
  void anyTwoVersionsAreComparedInEitherDirection() throws IOException {
    ServedArticle bridge = served(Stories.bridge());
    int latest = Stories.bridge().versions().size();
    for (int from = 1; from <= latest; from++) {
      for (int to = 1; to <= latest; to++) {
        assertThat(bridge.compared(from, to)).as(from + ".." + to).isPresent();
      }
    }
    assertThat(bridge.compared(0, 1)).isEmpty();
    assertThat(bridge.compared(1, latest + 1)).isEmpty();
    assertThat(bridge.compared(-1, 2)).isEmpty();
  }
}
