package stet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.diff.Label;
import stet.report.site.Ledger;
import stet.report.site.PageFiles;
import stet.report.site.Site;
import stet.timeline.Timeline;

/** A site that is brought up to date is the site that would be written from nothing. */
class SiteUpdateTest {
  @TempDir Path dir;
  @TempDir Path whole;

  private final Newsroom newsroom = new Newsroom();

  /** Updates the site and returns which timelines were read for it. */
  private List<String> update(List<Timeline> timelines, ReportOptions options, boolean anew)
      throws IOException {
    newsroom.set(timelines);
    newsroom.read.clear();
    Written written = new Site(Story.DIFFER, options).update(newsroom, dir, anew);
    assertThat(written.rendered()).isEqualTo(newsroom.read.size());
    assertThat(written.articles()).isEqualTo(timelines.size());
    return List.copyOf(newsroom.read);
  }

  private List<String> update(List<Timeline> timelines) throws IOException {
    return update(timelines, Stories.OPTIONS, false);
  }

  private void assertSameAsWhole(List<Timeline> timelines) throws IOException {
    new Site(Story.DIFFER, Stories.OPTIONS).write(timelines.iterator(), whole);
    Map<String, String> updated = files(dir);
    updated.remove(Ledger.FILE);
    updated.remove(PageFiles.LIST);
    Map<String, String> fresh = files(whole);
    fresh.remove(PageFiles.LIST);
    assertThat(updated).isEqualTo(fresh);
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(file).toString(),
            Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
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

  /** As an editor or a copying program does it: the new file takes the old one's place. */
  @Test
  void aFileThatOthersReplacedIsMadeAnew() throws IOException {
    update(Stories.all());
    Path page = dir.resolve("a/harbour-bridge-1f/r3.html");
    Path other = Files.writeString(dir.resolve("other"), "harmless");
    Files.move(other, page, StandardCopyOption.REPLACE_EXISTING);

    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    assertSameAsWhole(Stories.all());
  }

  @Test
  void whatOthersWroteIntoAFileIsSeenWhereTheArticleIsLookedAtAndMendedByAll() throws IOException {
    update(Stories.all());
    Path page = dir.resolve("a/harbour-bridge-1f/r3.html");
    Files.writeString(page, Files.readString(page).replace("hairline", "harmless"));
    assertThat(update(Stories.all())).isEmpty();

    newsroom.origin = "another database";
    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    Files.writeString(page, Files.readString(page).replace("hairline", "harmless"));

    assertThat(update(Stories.all(), Stories.OPTIONS, true)).hasSameSizeAs(Stories.all());
    assertSameAsWhole(Stories.all());
  }

  /** Somebody's own note beside the pages changes their folder and none of them. */
  @Test
  void anotherFileInAnArticlesFolderMakesNothingAnew() throws IOException {
    update(Stories.all());
    Path note = Files.writeString(dir.resolve("a/harbour-bridge-1f/notes.txt"), "mine");

    assertThat(update(Stories.all())).isEmpty();
    assertThat(note).hasContent("mine");
  }

  @Test
  void onlyWhatHasANumberIsLookedAt() throws IOException {
    update(Stories.all());
    newsroom.looked.clear();
    update(with(Stories.liveBlog(35)));
    assertThat(newsroom.looked).containsExactly("storm-live-6a");

    newsroom.looked.clear();
    newsroom.origin = "another database";
    assertThat(update(with(Stories.liveBlog(35)))).isEmpty();
    assertThat(newsroom.looked).hasSameSizeAs(Stories.all());
  }

  /**
   * A mark that a person set or lifted has no number: it is looked at while it is there, and once
   * more.
   */
  @Test
  void whatChangesWithoutANumberIsLookedAtUntilItIsGone() throws IOException {
    update(Stories.all());
    newsroom.marks.put("harbour-bridge-1f", " held");
    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    assertThat(update(Stories.all())).isEmpty();

    newsroom.marks.clear();
    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    newsroom.looked.clear();
    assertThat(update(Stories.all())).isEmpty();
    assertThat(newsroom.looked).isEmpty();
  }

  /** A run over some articles that breaks off knows next time what it had to look at. */
  @Test
  void anUpdateThatBreaksOffIsGoneOnWith() throws IOException {
    update(List.of(Stories.tankers()));
    newsroom.set(Stories.all());
    newsroom.failAt = "never-7b";
    assertThatThrownBy(() -> new Site(Story.DIFFER, Stories.OPTIONS).update(newsroom, dir, false))
        .hasMessage("power cut");
    newsroom.failAt = "";

    assertThat(update(Stories.all())).containsExactly("never-7b");
    assertSameAsWhole(Stories.all());
  }

  /** A run of another program that breaks off leaves pages of two programs side by side. */
  @Test
  void afterAnotherBasisBrokeOffTheFirstOneLooksAtAllAgain() throws IOException {
    update(Stories.all());
    ReportOptions other = new ReportOptions("Other", ZoneId.of("Asia/Kolkata"), "stet test");
    newsroom.failAt = "qiao-5f";
    assertThatThrownBy(() -> new Site(Story.DIFFER, other).update(newsroom, dir, false))
        .hasMessage("power cut");
    newsroom.failAt = "";

    update(Stories.all());
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
    newsroom.set(Stories.all());
    newsroom.read.clear();
    newsroom.failAt = "qiao-5f";
    assertThatThrownBy(() -> new Site(Story.DIFFER, Stories.OPTIONS).update(newsroom, dir, false))
        .hasMessage("power cut");
    newsroom.failAt = "";

    assertThat(newsroom.read).containsExactly("harbour-bridge-1f", "ferry-fares-2c", "gesher-4e");
    assertThat(update(Stories.all())).containsExactly("qiao-5f", "storm-live-6a", "never-7b");
    assertSameAsWhole(Stories.all());
    assertThat(update(Stories.all())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no database", "a/harbour-bridge-1f/\t{}\n"})
  void aLedgerOfAnotherKindCostsTimeOnly(String text) throws IOException {
    update(Stories.all());
    Files.writeString(dir.resolve(Ledger.FILE), text);

    assertThat(update(Stories.all())).hasSameSizeAs(Stories.all());
    assertSameAsWhole(Stories.all());
  }

  /** Pages of the file are overwritten from some place on, as by a bad disk. */
  @ParameterizedTest
  @ValueSource(ints = {16, 100, 4096, 3 * 4096, 10 * 4096, 20 * 4096})
  void aDamagedLedgerCostsTimeOnly(int from) throws IOException {
    update(Stories.all());
    byte[] bytes = Files.readAllBytes(dir.resolve(Ledger.FILE));
    Arrays.fill(bytes, from, bytes.length, (byte) 0x5a);
    Files.write(dir.resolve(Ledger.FILE), bytes);

    update(Stories.all());
    assertSameAsWhole(Stories.all());
    assertThat(update(Stories.all())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE made SET note = '{'",
        "UPDATE made SET note = 'null'",
        "UPDATE meta SET value = 'x' WHERE name = 'number'",
        "UPDATE article SET last = 'x'",
        "UPDATE label SET kind = kind || 'x'",
        "UPDATE article SET key = '../x-' || id",
        "DELETE FROM made",
        "DROP TABLE made"
      })
  void aLedgerThatMakesNoSenseCostsTimeOnly(String damage) throws IOException, SQLException {
    update(Stories.all());
    inLedger(damage);
    List<Timeline> grown = with(Stories.liveBlog(35));

    newsroom.set(grown);
    new Site(Story.DIFFER, Stories.OPTIONS).update(newsroom, dir, false);

    assertSameAsWhole(grown);
    assertThat(update(grown)).isEmpty();
  }

  private static Story story(String key, int minute) {
    return new Story(key, "outlet-" + minute % 2 + ".example")
        .headline("Story " + key)
        .text("It was seen.")
        .seen(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute).toString());
  }

  /**
   * Updates the site; tells which pages of the lists of all articles were made, differ or are gone.
   */
  private List<String> changedLists(List<Timeline> timelines) throws IOException {
    Map<String, String> before = files(dir);
    update(timelines);
    Map<String, String> now = files(dir);
    return Stream.concat(before.keySet().stream(), now.keySet().stream())
        .distinct()
        .filter(n -> n.contains("seen-") && !Objects.equals(now.get(n), before.get(n)))
        .map(n -> n.replaceFirst("o/outlet-(.).*-seen", "$1"))
        .sorted()
        .toList();
  }

  /**
   * A change rewrites the pages with its row, a new article the last; what comes late moves some.
   */
  @Test
  void theListOfAllArticlesDoesNotMove() throws IOException {
    List<Timeline> many = new ArrayList<>();
    for (int i = 0; i < 1_199; i++) {
      many.add(story("story-" + i, 2 * i).timeline());
    }
    update(many);
    assertThat(files(dir)).containsKeys("articles-seen-6.html", "articles-silent-5.html");

    Timeline changed =
        story("story-450", 900)
            .text("It was seen again.")
            .seen("2027-01-01T00:00:00Z", Label.Kind.SILENT)
            .timeline();
    many.set(450, changed);
    assertThat(changedLists(many)).containsExactly("0-3.html", "articles-seen-3.html");

    many.add(story("story-new", 3_000).timeline());
    assertThat(changedLists(many)).containsExactly("0-6.html", "articles-seen-6.html");
    many.add(story("story-newer", 3_002).timeline());
    assertThat(changedLists(many))
        .as("the page before gets a link to the one that is new")
        .containsExactly("0-6.html", "0-7.html", "articles-seen-6.html", "articles-seen-7.html");

    many.add(story("story-late", 1_601).timeline());
    assertThat(changedLists(many))
        .as("what was seen before others that are here")
        .containsExactly("articles-seen-5.html", "articles-seen-6.html", "articles-seen-7.html");
    many.remove(1_100);
    many.remove(1_099);
    assertThat(changedLists(many))
        .containsExactly("0-6.html", "0-7.html", "articles-seen-6.html", "articles-seen-7.html");
    assertSameAsWhole(many);
  }

  private void inLedger(String statement) throws SQLException {
    try (Connection ledger =
        DriverManager.getConnection("jdbc:sqlite:" + dir.resolve(Ledger.FILE))) {
      ledger.createStatement().execute(statement);
    }
  }

  /** A ledger may not lead to files elsewhere. */
  @Test
  void aLedgerThatNamesFilesElsewhereIsNotFollowed() throws IOException, SQLException {
    update(Stories.all());
    Path outside = Files.writeString(dir.resolveSibling("outside.html"), "not ours");
    inLedger("UPDATE made SET names = '../../../outside.html'");
    inLedger("INSERT INTO unit VALUES ('x', '', '../outside.html', '', '', 1, 1)");
    newsroom.origin = "another database";

    assertThat(update(Stories.all())).hasSameSizeAs(Stories.all());
    assertThat(outside).hasContent("not ours");
    assertSameAsWhole(Stories.all());
    Files.delete(outside);
  }
}
