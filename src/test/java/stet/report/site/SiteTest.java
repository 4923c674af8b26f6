package stet.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import stet.Unpacked;
import stet.diff.Label;
import stet.report.Stories;
import stet.report.Story;
import stet.report.Written;
import stet.timeline.Timeline;

class SiteTest {
  @TempDir Path dir;

  private Written write(List<Timeline> timelines) throws IOException {
    return new Site(Story.DIFFER, Stories.OPTIONS).write(timelines.iterator(), dir);
  }

  private String page(String name) throws IOException {
    return Files.readString(dir.resolve(name));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(dir.relativize(file).toString(), Unpacked.text(file));
      }
    }
    return files;
  }

  @Test
  void theSameTimelinesGiveTheSameBytesInAnyOrder() throws IOException {
    Written first = write(Stories.all());
    Map<String, String> before = files();
    List<Timeline> shuffled = new ArrayList<>(Stories.all());
    java.util.Collections.reverse(shuffled);

    Written second = write(shuffled);

    assertThat(first.changed()).isEqualTo(first.files());
    assertThat(second.changed()).isZero();
    assertThat(second.unchanged()).isEqualTo(first.files());
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aVanishedArticleTakesItsPagesAlongAndNothingElse() throws IOException {
    write(Stories.all());
    Files.writeString(dir.resolve("notes.txt"), "mine");
    Files.writeString(dir.resolve("a/tankers-3d/notes.txt"), "mine too");

    Written written = write(List.of(Stories.bridge()));

    assertThat(written.removed()).isPositive();
    assertThat(dir.resolve("a/ferry-fares-2c")).doesNotExist();
    assertThat(dir.resolve("notes.txt")).exists();
    assertThat(dir.resolve("a/tankers-3d")).isDirectoryContaining("glob:**notes.txt");
    assertThat(dir.resolve("a/tankers-3d/index.html")).doesNotExist();
  }

  @Test
  void oneVersionIsNoClaimAboutEdits() throws IOException {
    write(List.of(Stories.tankers()));

    assertThat(page("a/tankers-3d/index.html"))
        .contains(
            "The publisher dates this story 19 Nov 2015 and says that it was updated 27 Mar 2019,"
                + " three years later. stet has only seen it once, on 5 January 2026; what was"
                + " changed before is not known.")
        .contains("2015-11-19T22:51-03:00")
        .doesNotContain("Revisions, newest first");
  }

  @Test
  void aRevisionStatesItsWindowAndMarksItsWords() throws IOException {
    write(List.of(Stories.bridge()));

    assertThat(page("a/harbour-bridge-1f/index.html"))
        .contains("Between <time datetime=\"2026-03-14T17:02:00Z\">14:02</time> and <time")
        .contains("17:32 UTC; seen 30 minutes apart")
        .contains("<del>a hairline")
        .contains("did not move")
        .contains("four unchanged paragraphs".substring(5))
        .contains("404 Not Found");
  }

  @Test
  void oneNewVersionRewritesLittle() throws IOException {
    write(List.of(Stories.liveBlog(61), Stories.bridge()));

    Written written = write(List.of(Stories.liveBlog(62), Stories.bridge()));

    // Its page, the new version and revision, the one that now has a later neighbour on each side,
    // first and latest, its feeds and data; and the pages that count.
    assertThat(written.changed()).isLessThan(90);
    assertThat(written.unchanged()).isGreaterThan(60);
  }

  @Test
  void aWordOfFiveMillionLettersIsCutAndThePageSaysSo() throws IOException {
    String word = "x".repeat(5_000_000);
    Timeline timeline =
        new Story("long-9d", Stories.COURIER)
            .headline("Long " + word)
            .text("Short.", word)
            .seen("2026-01-01T00:00:00Z")
            .text("Short.", word + "y")
            .seen("2026-01-02T00:00:00Z", Label.Kind.SILENT)
            .timeline();

    write(List.of(timeline));

    assertThat(page("a/long-9d/index.html")).hasSizeLessThan(60_000).contains("more characters");
    assertThat(page("a/long-9d/r2.html")).hasSizeLessThan(400_000).contains("was cut");
    assertThat(page("a/long-9d/v2.html")).hasSizeLessThan(120_000).contains("more characters");
    assertThat(page("index.html")).hasSizeLessThan(20_000);
  }

  @Test
  void cardsAreWellFormedAndSayEverythingInWords() throws Exception {
    List<Timeline> timelines = new ArrayList<>(Stories.all());
    timelines.add(
        new Story("attack-9e", "x.example\"><script>")
            .headline("A </text><script>x</script> \u0000 & \uFFFE headline")
            .text("It was 3 </svg> metres.")
            .seen("2026-01-01T00:00:00Z")
            .text("It was 4 </svg><image href='x'/> metres.")
            .seen("2026-01-02T00:00:00Z", Label.Kind.SILENT)
            .timeline());
    write(timelines);

    int cards = 0;
    for (Map.Entry<String, String> file : files().entrySet()) {
      if (file.getKey().endsWith(".svg")) {
        Document card =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(file.getValue())));
        assertThat(card.getElementsByTagName("script").getLength()).isZero();
        assertThat(card.getElementsByTagName("image").getLength()).isZero();
        assertThat(card.getElementsByTagName("title").item(0).getTextContent()).contains("edit of");
        cards++;
      }
    }
    assertThat(cards).isGreaterThan(5);
  }
}
