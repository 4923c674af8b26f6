package stet.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Image;
import stet.article.LiveBlog;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.article.Statements;
import stet.diff.Counts;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.Revision;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;
import stet.fetch.HostState;
import stet.text.SafeText;
import stet.timeline.CaptureRef;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;
import stet.watch.store.BrowserTable;
import stet.watch.store.CheckOutcome;
import stet.watch.store.WatchStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What seldom happens is as the schema says, too. */
class StetJsonTest {
  private static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final TrackedArticle ARTICLE =
      new TrackedArticle("bridge-1f", "https://courier.example/bridge", "courier.example");

  private static final StatedDate STATED =
      new StatedDate(
          StatedDate.Role.NOTICED,
          "14 March 2026, 06:00",
          LocalDateTime.parse("2026-03-14T06:00:00"),
          ZoneOffset.UTC,
          StatedDate.Precision.MINUTE,
          "notice",
          "written");

  private static ArticleVersion state(String headline) {
    List<Block> body =
        List.of(
            new Block.Paragraph("The bridge is shut."),
            new Block.Subhead("What is known", 2),
            new Block.Quote("It was shut at once.", "de"),
            new Block.ListItem("Ferries run.", 1, false),
            new Block.ListItem("Buses run.", 2, true));
    return new ArticleVersion(
        new ArticleHead(
            headline, "", new Byline("By Ada Alder", List.of("Ada Alder")), "PORT ALDER", ""),
        new ArticleContent(
            body,
            List.of(new Caption("The bridge", "")),
            List.of(new Image("/bridge.jpg", "")),
            new LiveBlog(List.of(new LiveBlog.Post(STATED, "What is known", 0, 2), post()), true)),
        Statements.of(
            List.of(
                new Notice(Notice.Kind.EDITORS_NOTE, "Editor's note", STATED),
                new Notice(Notice.Kind.UPDATE, "Updated", null)),
            List.of(STATED)),
        "en",
        ARTICLE.uri(),
        "stet-1");
  }

  private static LiveBlog.Post post() {
    return new LiveBlog.Post(null, "", 2, 1);
  }

  private static SeenVersion seen(int number, String headline) {
    CaptureRef ref = new CaptureRef(DAWN, "live ", "sha256:" + "0".repeat(64), "a.warc.gz", 7);
    return new SeenVersion(number, state(headline), ref, NOON, 2, number == 1 ? "Read more" : "");
  }

  private static Revision everyKind() {
    List<Delta> words =
        List.of(
            Delta.kept("The "),
            Delta.deleted("old "),
            Delta.inserted("new "),
            Delta.respelled("centre", "center"),
            Delta.movedFrom("here ", 1),
            Delta.movedTo("there ", 1));
    List<Hunk> hunks =
        List.of(
            new Hunk.Kept(0, 0, List.of(Delta.kept("The bridge is shut."))),
            new Hunk.Changed(1, 1, words),
            new Hunk.Deleted(2, List.of(Delta.deleted("gone"))),
            new Hunk.Inserted(2, List.of(Delta.inserted("come"))),
            new Hunk.Split(3, List.of(3, 4), words),
            new Hunk.Merged(List.of(4, 5), 5, words),
            new Hunk.Reflowed(List.of(6, 7), List.of(6, 7), words),
            new Hunk.MovedAway(2, 8, 9),
            new Hunk.Moved(2, 8, 9, List.of(Delta.kept("moved"))));
    FieldChange field = new FieldChange(FieldChange.Field.HEADLINE, "Old", "New", words);
    return new Revision(hunks, List.of(field), new Counts(1, 1, 1, 1));
  }

  private static Timeline everyEntry() {
    Window window = new Window(DAWN, NOON);
    return new Timeline(
        ARTICLE,
        List.of(seen(1, "Bridge shut"), seen(2, "Bridge open")),
        List.of(
            new Entry.FirstSeen(DAWN, 1),
            new Entry.Unchanged(DAWN, NOON, 3, 1),
            new Entry.Revised(
                2, window, everyKind(), List.of(new Label(Label.Kind.SILENT, "no time moved"))),
            new Entry.Oscillated(NOON, NOON, 4, 1),
            new Entry.NotAnArticle(NOON, NOON, 1, "not-found", "404"),
            new Entry.NotAnArticle(NOON, NOON, 1, "cut-off", "a wall"),
            new Entry.Moved(NOON, "https://courier.example/other"),
            new Entry.Returned(NOON, 2, true)),
        9,
        List.of(DAWN, NOON));
  }

  private static void assertFits(String definition, JsonText json) {
    assertThat(StetSchema.problems(definition, json.line())).isEmpty();
    assertThat(JsonMapper.shared().readTree(json.pretty()))
        .isEqualTo(JsonMapper.shared().readTree(json.line()));
  }

  @Test
  void everyKindOfEntryAndHunk() {
    assertThat(everyEntry().entries())
        .extracting(e -> (Object) e.getClass())
        .contains((Object[]) Entry.class.getPermittedSubclasses());
    assertThat(everyKind().hunks())
        .extracting(h -> (Object) h.getClass())
        .contains((Object[]) Hunk.class.getPermittedSubclasses());
    assertFits("timeline", StetJson.timeline(everyEntry()));
    JsonNode log = JsonMapper.shared().readTree(StetJson.timeline(everyEntry()).line());
    assertThat(texts(log.path("entries"), "kind")).hasSize(8);
    assertThat(texts(log.at("/entries/2/revision/hunks"), "kind")).hasSize(9);
    assertThat(texts(log.at("/entries/2/revision/hunks/1/deltas"), "operation")).hasSize(6);
  }

  private static Set<String> texts(JsonNode list, String member) {
    Set<String> found = new TreeSet<>();
    list.forEach(each -> found.add(each.path(member).asString()));
    return found;
  }

  @Test
  void theSameInAReport() {
    ReportedRevisions told =
        new ReportedRevisions() {
          @Override
          public List<Summary.Line> summary(Entry.Revised revised) {
            return List.of();
          }

          @Override
          public Telling telling(Entry.Revised revised) {
            return new Telling(3, List.of(), new Telling.Excerpt("", 0, List.of()));
          }

          @Override
          public String page(Entry.Revised revised) {
            return "r2.html";
          }
        };
    assertFits("reported_article", StetJson.reportedArticle(everyEntry(), told));
    JsonNode article =
        JsonMapper.shared().readTree(StetJson.reportedArticle(everyEntry(), told).line());
    assertThat(article.path("blocks")).hasSize(5);
    assertThat(article.at("/versions/1/state/body")).hasToString("[0,1,2,3,4]");
  }

  @Test
  void anArticleOfWhichNothingIsKnown() {
    Timeline none = new Timeline(ARTICLE, List.of(), List.of(), 0, List.of());
    assertFits("timeline", StetJson.timeline(none));
  }

  @Test
  void everyTroubleOfAWatch() {
    WatchStatus.Failed failed =
        new WatchStatus.Failed(DAWN, ARTICLE.uri(), false, CheckOutcome.GONE, "404", 2);
    assertFits(
        "status",
        StetJson.status(
            new WatchStatus(
                3,
                1,
                2,
                1,
                0,
                List.of(new WatchStatus.Next(NOON, ARTICLE.uri(), false, CheckOutcome.NEVER)),
                List.of(
                    new HostState("courier.example", NOON, 3, Duration.ZERO, LocalDate.EPOCH, 0)),
                List.of(new WatchStatus.Distrusted("courier.example", 3, true, DAWN)),
                List.of(failed),
                List.of(
                    new WatchStatus.Worker("desk:/srv/news", WatchStatus.Standing.SILENT, 2, DAWN)),
                List.of(
                    BrowserTable.Learnt.nothing("courier.example")
                        .judged(BrowserTable.Verdict.NEEDED, DAWN, 0)
                        .with(BrowserTable.Cost.NONE.shown(900, 70_000, DAWN)),
                    BrowserTable.Learnt.nothing("ledger.example")
                        .with(BrowserTable.Cost.NONE.failed("it crashed", DAWN))))));
  }

  /** Text that turns or steers what shows it comes out escaped, from whatever page it came. */
  @Test
  void nothingMisleadsAReader() {
    String evil = "Bridge \u202e shut \u009b 1m \u2028 \u2066";
    SeenVersion version = seen(1, evil);
    for (String json :
        List.of(
            StetJson.version(ARTICLE, version).line(),
            StetJson.version(ARTICLE, version).pretty(),
            StetJson.row(Map.of("headline", evil)).line(),
            new String(StetJson.version(ARTICLE, version).bytes(), StandardCharsets.UTF_8))) {
      assertThat(json.chars().noneMatch(c -> SafeText.isRisky((char) c))).isTrue();
    }
    JsonNode read = JsonMapper.shared().readTree(StetJson.version(ARTICLE, version).line());
    assertThat(read.at("/state/headline").asString()).isEqualTo(evil);
    assertThat(read.path("schema").asString()).isEqualTo(StetJson.SCHEMA);
  }
}
