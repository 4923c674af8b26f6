package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.report.site.Site;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;

/** One article that no page can be made of, or that is named like a trap, stops no report. */
class SiteFailuresTest {
  private static final List<String> SHAPES =
      List.of(
          "a..b.example",
          "..",
          "...",
          ".",
          "",
          " ",
          "-",
          "-..-",
          "a.-.b",
          ".example",
          "example.",
          "a_b.example",
          "con",
          "nul.html",
          "index",
          "1.2.3.4",
          "[::1]",
          "[fe80::1%25eth0]",
          "a/../../b",
          "a\\..\\b",
          "a%2f..%2fb",
          "a\u0000b",
          "a\nb",
          "\u202Eelpmaxe",
          "münchen.example",
          "xn--mnchen-3ya.example",
          "<script>.example",
          "\"'&.example",
          "💥.example",
          "\uD800",
          "A..B.Example",
          ("a".repeat(39) + "..b.example"),
          "a".repeat(3_000),
          ".".repeat(3_000));

  @TempDir Path dir;

  private static Timeline of(int number, String outlet) {
    TrackedArticle article =
        new TrackedArticle("article-" + number, "https://x.example/" + number, outlet);
    return new Story(article)
        .headline("Bridge")
        .text("It opens.")
        .seen("2026-01-05T08:00:00Z")
        .timeline();
  }

  private static List<String> outlets() {
    List<String> outlets = new ArrayList<>(SHAPES);
    Random random = new Random(4711);
    String letters = "ab.-_/\\%:[]\u00e4\u202e\u0000 ..";
    for (int i = 0; i < 100; i++) {
      StringBuilder name = new StringBuilder();
      for (int n = random.nextInt(50); n > 0; n--) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }
      outlets.add(name.toString());
    }
    return outlets.stream().distinct().toList();
  }

  @Test
  void everyOutletHasAPageOfItsOwnWhateverItIsCalled() throws IOException {
    List<Timeline> timelines = new ArrayList<>();
    for (String outlet : outlets()) {
      timelines.add(of(timelines.size(), outlet));
    }

    Written written = new Site(Story.DIFFER, Stories.OPTIONS).write(timelines.iterator(), dir);

    assertThat(written.failed()).isEmpty();
    try (Stream<Path> pages = Files.list(dir.resolve("o"))) {
      assertThat(pages.filter(p -> p.toString().endsWith(".html")).count())
          .isGreaterThanOrEqualTo(timelines.size());
    }
    try (Stream<Path> all = Files.list(dir.getParent())) {
      assertThat(all.map(Path::toString).filter(p -> !p.equals(dir.toString())))
          .as("nothing is written beside the site")
          .noneMatch(p -> p.endsWith(".html"));
    }
  }

  /** Ways in which an article can be such that no page comes of it. */
  private enum Fault {
    ROWS_THAT_MAKE_NO_SENSE(t -> t),
    VERSION_THAT_IS_NOT_THERE(Fault::withoutLast),
    LONG_WITH_A_VERSION_THAT_IS_NOT_THERE(t -> withoutLast(Stories.liveBlog(40)));

    private final UnaryOperator<Timeline> change;

    Fault(UnaryOperator<Timeline> change) {
      this.change = change;
    }

    private static Timeline withoutLast(Timeline timeline) {
      List<SeenVersion> versions = new ArrayList<>(timeline.versions());
      versions.remove(versions.size() - 1);
      List<Entry> entries = timeline.entries();
      return new Timeline(
          timeline.article(), versions, entries, timeline.captures(), timeline.shown());
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void anArticleThatCannotBeShownIsNamedAndTheRestIsWritten(Fault fault) throws IOException {
    Newsroom newsroom = new Newsroom();
    Timeline good =
        fault == Fault.LONG_WITH_A_VERSION_THAT_IS_NOT_THERE
            ? Stories.liveBlog(40)
            : Stories.bridge();
    String key = good.article().key();
    newsroom.set(List.of(Stories.tankers(), fault.change.apply(good), Stories.ferry()));
    newsroom.unreadable = fault == Fault.ROWS_THAT_MAKE_NO_SENSE ? key : "";
    Site site = new Site(Story.DIFFER, Stories.OPTIONS);

    Written first = site.update(newsroom, dir, false);
    Written second = site.update(newsroom, dir, false);

    for (Written written : List.of(first, second)) {
      assertThat(written.failures()).isEqualTo(1);
      assertThat(written.failed().get(0)).contains(good.article().uri());
      assertThat(written.articles()).isEqualTo(2);
    }
    assertThat(dir.resolve("a/ferry-fares-2c/index.html")).exists();
    assertThat(Files.readString(dir.resolve("index.html"))).contains("Ferry");
    newsroom.unreadable = "";
    newsroom.set(List.of(Stories.tankers(), good, Stories.ferry()));
    Written mended = site.update(newsroom, dir, false);
    assertThat(mended.failures()).isZero();
    assertThat(mended.articles()).isEqualTo(3);
    assertThat(dir.resolve("a/" + key + "/index.html")).exists();
  }

  @Test
  void anArticleKeepsThePagesItHadWhileItCannotBeShown() throws IOException {
    Newsroom newsroom = new Newsroom();
    newsroom.set(Stories.all());
    Site site = new Site(Story.DIFFER, Stories.OPTIONS);
    site.update(newsroom, dir, false);
    newsroom.unreadable = Stories.bridge().article().key();

    Written written = site.update(newsroom, dir, true);

    assertThat(written.failures()).isEqualTo(1);
    assertThat(dir.resolve("a/harbour-bridge-1f/index.html")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/ferry-fares-2c", "a/ferry-fares-2c/index.html/x"})
  void whatLiesInTheWayOfOneArticleStopsNoOther(String obstacle) throws IOException {
    Path path = dir.resolve(obstacle);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "mine");

    Written written = new Site(Story.DIFFER, Stories.OPTIONS).write(Stories.all().iterator(), dir);

    assertThat(written.failures()).isEqualTo(1);
    assertThat(dir.resolve("a/harbour-bridge-1f/index.html")).exists();
    assertThat(path).hasContent("mine");
  }
}
