package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.diff.Label;
import stet.timeline.Timeline;

/** A site that is brought up to date is the site that would be written from nothing. */
class SiteUpdateTest extends UpdatedSite {
  @Test
  void whatHasNotChangedIsNotRead() throws IOException {
    assertThat(update(Stories.all())).hasSameSizeAs(Stories.all());
    assertThat(update(Stories.all())).isEmpty();
    assertSameAsWhole(Stories.all());
  }

  @Test
  void oneChangedArticleIsMadeAnewAndNoOther() throws IOException {
    begin();
    List<Timeline> grown = with(Stories.liveBlog(35));

    assertThat(update(grown)).containsExactly("storm-live-6a");
    assertSameAsWhole(grown);
  }

  @Test
  void anArticleThatIsGoneTakesItsPagesAlong() throws IOException {
    begin();
    List<Timeline> fewer = List.of(Stories.bridge(), Stories.hebrew());

    assertThat(update(fewer)).isEmpty();
    assertSameAsWhole(fewer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"index.html", "r3.html", "r3.svg", "v1.html", "feed.json", "article.json.gz"})
  void aFileOfAnArticleThatIsMissingIsMadeAnew(String name) throws IOException {
    begin();
    Files.delete(dir.resolve("a/harbour-bridge-1f").resolve(name));

    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    assertSameAsWhole(Stories.all());
  }

  /** As an editor or a copying program does it: the new file takes the old one's place. */
  @Test
  void aFileThatOthersReplacedIsMadeAnew() throws IOException {
    begin();
    Path page = dir.resolve("a/harbour-bridge-1f/r3.html");
    Path other = Files.writeString(dir.resolve("other"), "harmless");
    Files.move(other, page, StandardCopyOption.REPLACE_EXISTING);

    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    assertSameAsWhole(Stories.all());
  }

  @Test
  void whatOthersWroteIntoAFileIsSeenWhereTheArticleIsLookedAtAndMendedByAll() throws IOException {
    begin();
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
    begin();
    Path note = Files.writeString(dir.resolve("a/harbour-bridge-1f/notes.txt"), "mine");

    assertThat(update(Stories.all())).isEmpty();
    assertThat(note).hasContent("mine");
  }

  @Test
  void onlyWhatHasANumberIsLookedAt() throws IOException {
    begin();
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
    begin();
    newsroom.marks.put("harbour-bridge-1f", " held");
    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    assertThat(update(Stories.all())).isEmpty();

    newsroom.marks.clear();
    assertThat(update(Stories.all())).containsExactly("harbour-bridge-1f");
    newsroom.looked.clear();
    assertThat(update(Stories.all())).isEmpty();
    assertThat(newsroom.looked).isEmpty();
  }

  @Test
  void pagesAboutManyArticlesAreMendedWithoutReadingAny() throws IOException {
    begin();
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
    begin();
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
      }
    }

    assertThat(update(Stories.all())).isEmpty();
    assertSameAsWhole(Stories.all());
  }

  /** Edits of one moment: which article the ledger came to know first says nothing. */
  @Test
  void editsOfOneMomentStandInTheOrderOfTheirAddresses() throws IOException {
    List<Timeline> both = List.of(paper("ash-1a"), paper("birch-2b"));
    update(List.of(both.get(1)));
    assertThat(update(both)).containsExactly("ash-1a");
    assertSameAsWhole(both);
  }

  private static Timeline paper(String key) {
    return new Story(key, "port-alder-courier.example")
        .headline("The harbour in figures, " + key)
        .text("Three ships came in.")
        .seen("2026-03-02T08:00:00Z")
        .text("Four ships came in.")
        .seen("2026-03-02T09:00:00Z", Label.Kind.SILENT)
        .timeline();
  }

  /** Its row in the list of headlines stays, and so does that page; a new headline changes it. */
  @Test
  void aChangeOfTextAndOneOfTheHeadlineBothReachTheListsOfAllArticles() throws IOException {
    begin();
    Path search = dir.resolve("search.html");
    FileTime made = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(search, made);
    List<Timeline> grown = with(Stories.liveBlog(35));
    update(grown);
    assertThat(Files.getLastModifiedTime(search)).isEqualTo(made);
    assertSameAsWhole(grown);

    Timeline renamed =
        new Story("ferry-2c", "port-alder-courier.example")
            .headline("A headline that no page had before")
            .text("The ferry sails again.")
            .seen("2026-03-02T08:00:00Z")
            .timeline();
    List<Timeline> more = new ArrayList<>(grown);
    more.replaceAll(t -> t.article().key().equals(grown.get(1).article().key()) ? renamed : t);
    update(more);
    assertThat(search).content().contains("A headline that no page had before");
    assertSameAsWhole(more);
  }

  @Test
  void otherOptionsMakeEverythingAnew() throws IOException {
    begin();
    ReportOptions other = new ReportOptions("Other", ZoneId.of("Asia/Kolkata"), "stet test");

    assertThat(update(Stories.all(), other, false)).hasSameSizeAs(Stories.all());
    assertThat(update(Stories.all(), other, true)).hasSameSizeAs(Stories.all());
    assertThat(update(Stories.all(), other, false)).isEmpty();
  }
}
