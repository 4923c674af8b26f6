package stet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.Digest;
import stet.timeline.KeptTimeline;
import stet.timeline.Timeline;

/** A site that is brought up to date is the site that would be written from nothing. */
class SiteUpdateTest {
  @TempDir Path dir;
  @TempDir Path whole;

  private static KeptTimeline kept(Timeline timeline, List<String> read) {
    return new KeptTimeline(
        timeline.article(),
        Digest.of(timeline.toString()).hex(),
        () -> {
          read.add(timeline.article().key());
          return timeline;
        });
  }

  /** Updates the site and returns which timelines were read for it. */
  private List<String> update(List<Timeline> timelines, ReportOptions options, boolean anew)
      throws IOException {
    List<String> read = new ArrayList<>();
    Iterator<KeptTimeline> each = timelines.stream().map(t -> kept(t, read)).iterator();
    Written written = new Site(Story.DIFFER, options).update(each, dir, anew);
    assertThat(written.rendered()).isEqualTo(read.size());
    assertThat(written.articles()).isEqualTo(timelines.size());
    return read;
  }

  private List<String> update(List<Timeline> timelines) throws IOException {
    return update(timelines, Stories.OPTIONS, false);
  }

  private void assertSameAsWhole(List<Timeline> timelines) throws IOException {
    new Site(Story.DIFFER, Stories.OPTIONS).write(timelines.iterator(), whole);
    Map<String, String> updated = files(dir);
    updated.remove(Ledger.FILE);
    assertThat(updated).isEqualTo(files(whole));
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static List<Timeline> with(Timeline changed) {
    List<Timeline> all = new ArrayList<>(Stories.all());
    all.replaceAll(t -> t.article().equals(changed.article()) ? changed : t);
    return all;
  }

  @Test
  void whatHasNotChangedIsNotRead() throws IOException {
    assertThat(update(Stories.all())).hasSameSizeAs(Stories.all());
    assertThat(update(Stories.all())).isEmpty();
    assertSameAsWhole(Stories.all());
  }

  @Test
  void oneChangedArticleIsMadeAnewAndNoOther() throws IOException {
    update(Stories.all());
    List<Timeline> grown = with(Stories.liveBlog(35));

    assertThat(update(grown)).containsExactly("storm-live-6a");
    assertSameAsWhole(grown);
  }

  @Test
  void anArticleThatIsGoneTakesItsPagesAlong() throws IOException {
    update(Stories.all());
    List<Timeline> fewer = List.of(Stories.bridge(), Stories.hebrew());

    assertThat(update(fewer)).isEmpty();
    assertSameAsWhole(fewer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"index.html", "r3.html", "r3.svg", "v1.html", "feed.json", "article.json"})
  void aFileOfAnArticleThatIsMissingIsMadeAnew(String name) throws IOException {
    update(Stories.all());
    Files.delete(dir.resolve("a/harbour-bridge-1f").resolve(name));

    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    assertSameAsWhole(Stories.all());
  }

  @Test
  void aFileThatWasChangedByOthersIsMadeAnew() throws IOException {
    update(Stories.all());
    Path page = dir.resolve("a/harbour-bridge-1f/r3.html");
    Files.writeString(page, Files.readString(page).replace("hairline", "harmless"));

    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    assertSameAsWhole(Stories.all());
  }

  @Test
  void pagesAboutManyArticlesAreMendedWithoutReadingAny() throws IOException {
    update(Stories.all());
    Files.delete(dir.resolve("index.json"));
    Files.writeString(dir.resolve("index.html"), "nothing");
    try (Stream<Path> outlets = Files.list(dir.resolve("o"))) {
      for (Path page : outlets.toList()) {
        Files.delete(page);
      }
    }

    assertThat(update(Stories.all())).isEmpty();
    assertSameAsWhole(Stories.all());
  }

  /** As after a copy that does not keep times. */
  @Test
  void otherTimesAloneMakeNothingAnew() throws IOException {
    update(Stories.all());
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
      }
    }

    assertThat(update(Stories.all())).isEmpty();
    assertSameAsWhole(Stories.all());
  }

  @Test
  void otherOptionsMakeEverythingAnew() throws IOException {
    update(Stories.all());
    ReportOptions other = new ReportOptions("Other", ZoneId.of("Asia/Kolkata"), "stet test");

    assertThat(update(Stories.all(), other, false)).hasSameSizeAs(Stories.all());
    assertThat(update(Stories.all(), other, true)).hasSameSizeAs(Stories.all());
    assertThat(update(Stories.all(), other, false)).isEmpty();
  }

  /** What was done before the end is not done again. */
  @Test
  void aRunThatBreaksOffIsGoneOnWith() throws IOException {
    update(List.of(Stories.tankers()));
    List<String> read = new ArrayList<>();
    Iterator<KeptTimeline> each =
        Stories.all().stream().map(t -> kept(t, read)).peek(t -> stopAt(t, "qiao-5f")).iterator();
    assertThatThrownBy(() -> new Site(Story.DIFFER, Stories.OPTIONS).update(each, dir, false))
        .hasMessage("power cut");

    assertThat(read).containsExactly("harbour-bridge-1f", "ferry-fares-2c", "gesher-4e");
    assertThat(update(Stories.all())).containsExactly("qiao-5f", "storm-live-6a", "never-7b");
    assertSameAsWhole(Stories.all());
    assertThat(update(Stories.all())).isEmpty();
  }

  private static void stopAt(KeptTimeline timeline, String key) {
    if (timeline.article().key().equals(key)) {
      throw new IllegalStateException("power cut");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\t\n",
        "no tab",
        "a/harbour-bridge-1f/\tnull\n",
        "a/harbour-bridge-1f/\t{}\n",
        "a/harbour-bridge-1f/\t{\"unit\":\"a/harbour-bridge-1f/\",\"inputs\":\"x\",\"seal\":{}}\n"
      })
  void aLedgerThatMakesNoSenseCostsTimeOnly(String text) throws IOException {
    update(Stories.all());
    Files.writeString(dir.resolve(Ledger.FILE), text);

    assertThat(update(Stories.all())).hasSameSizeAs(Stories.all());
    assertSameAsWhole(Stories.all());
  }

  /** A ledger may not lead to files elsewhere. */
  @Test
  void aLedgerThatNamesFilesElsewhereIsNotFollowed() throws IOException {
    update(Stories.all());
    String ledger = Files.readString(dir.resolve(Ledger.FILE));
    Files.writeString(
        dir.resolve(Ledger.FILE), ledger.replace("[\"article.json\"", "[\"../../../etc/passwd\""));

    assertThat(update(Stories.all())).hasSameSizeAs(Stories.all());
    assertSameAsWhole(Stories.all());
  }
}
