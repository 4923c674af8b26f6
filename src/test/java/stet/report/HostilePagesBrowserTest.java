package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Image;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.diff.Differs;
import stet.diff.Label;
import stet.report.page.Shown;
import stet.timeline.CaptureRef;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;

/** Pages made from articles whose every field attacks: nothing runs, nothing is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePagesBrowserTest {
  private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-03-02T10:00:00Z");
  private static final String TEXT =
      "() => { document.querySelectorAll('details').forEach(d => d.open = true); return"
          + " document.body.textContent; }";

  private final List<String> payloads = Payloads.all();
  private Browsers browsers;
  private Path site;

  @BeforeAll
  void write(@TempDir Path dir) throws Exception {
    browsers = Browsers.open();
    site = dir;
    List<Timeline> timelines = new ArrayList<>();
    for (int i = 0; i < payloads.size(); i++) {
      timelines.add(timeline("h" + i, payloads.get(i)));
    }
    ReportOptions options = new ReportOptions(payloads.get(0), ZoneId.of("UTC"), payloads.get(1));
    new Site(Differs.standard(), options).write(timelines.iterator(), site);
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  private static Timeline timeline(String key, String attack) {
    TrackedArticle article = new TrackedArticle(key, "https://x.example/" + attack, attack);
    ArticleVersion before = version(attack, "before");
    ArticleVersion after = version(attack, "after");
    CaptureRef ref = new CaptureRef(FIRST, "file " + attack, "sha256:0 " + attack, attack, 7);
    CaptureRef later = new CaptureRef(SECOND, "file " + attack, "sha256:0 " + attack, attack, 8);
    Window window = new Window(FIRST, SECOND);
    List<Label> labels = List.of(new Label(Label.Kind.SILENT, attack));
    return new Timeline(
        article,
        List.of(
            new SeenVersion(1, before, ref, FIRST, 1), new SeenVersion(2, after, later, SECOND, 1)),
        List.of(
            new Entry.FirstSeen(FIRST, 1),
            new Entry.Revised(2, window, Differs.standard().diff(before, after), labels),
            new Entry.NotAnArticle(SECOND, SECOND, 1, attack, attack)),
        3);
  }

  private static ArticleVersion version(String attack, String mark) {
    String text = mark + " " + attack;
    return new ArticleVersion(
        text + " hed",
        text + " dek",
        new Byline(text, List.of(text + " author")),
        text + " dateline",
        text + " section",
        attack,
        "javascript:stetRan(60)//" + attack,
        List.of(
            new Block.Paragraph(text + " paragraph", attack),
            new Block.Subhead(text + " subhead", 2, attack),
            new Block.Quote(text + " quote", attack),
            new Block.ListItem(text + " item", 1, true, attack)),
        List.of(new Caption(text + " caption", text + " credit")),
        List.of(new Image(attack, text + " alt")),
        List.of(new Notice(Notice.Kind.CORRECTION, text + " notice", null)),
        List.of(
            date(StatedDate.Role.PUBLISHED, text + " published", attack),
            date(StatedDate.Role.UPDATED, text + " updated", attack)),
        "extractor " + attack);
  }

  private static StatedDate date(StatedDate.Role role, String printed, String attack) {
    return new StatedDate(
        role,
        printed,
        LocalDateTime.of(2026, 3, 1, 9, 0),
        ZoneOffset.UTC,
        StatedDate.Precision.MINUTE,
        "rule " + attack,
        "zone " + attack);
  }

  @Test
  void nothingRunsAndNothingIsLost() {
    List<String> problems = new ArrayList<>();
    try (BrowserContext context = browsers.browser().newContext(new Browser.NewContextOptions())) {
      context.addInitScript("window.stetRan = n => console.error('ran ' + n);");
      Page page = PagesBrowserTest.watched(context, problems);
      for (int i = 0; i < payloads.size(); i++) {
        String attack = Shown.text(payloads.get(i));
        String article = text(page, "a/h" + i + "/index.html");
        expect(problems, article, "after " + attack, "hed", "dek");
        String version = text(page, "a/h" + i + "/v2.html");
        expect(
            problems,
            version,
            "after " + attack,
            "hed",
            "dek",
            "author",
            "dateline",
            "section",
            "paragraph",
            "subhead",
            "quote",
            "item",
            "caption",
            "notice",
            "published",
            "updated");
        expect(problems, version, "file " + attack, "");
        String diff = text(page, "a/h" + i + "/r2.html");
        expect(problems, diff, attack, "paragraph", "subhead", "quote", "item");
      }
      for (String name : List.of("index.html", "outlets.html", "methods.html")) {
        expect(problems, text(page, name), Shown.text(payloads.get(0)), "");
      }
    }
    assertThat(payloads).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
    assertThat(problems).isEmpty();
  }

  private String text(Page page, String name) {
    page.navigate(site.resolve(name).toUri().toString());
    return String.valueOf(page.evaluate(TEXT));
  }

  private static void expect(
      List<String> problems, String text, String payload, String... endings) {
    for (String ending : endings) {
      if (!text.contains((payload + " " + ending).strip())) {
        problems.add("lost: " + payload + " " + ending);
      }
    }
  }

  @Test
  void everyPageIsValid() throws Exception {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < payloads.size(); i += 11) {
      for (String page : List.of("index.html", "v2.html")) {
        problems.addAll(MarkupTest.problems(site.resolve("a/h" + i + "/" + page)));
      }
    }
    problems.addAll(MarkupTest.problems(site.resolve("index.html")));
    assertThat(problems).isEmpty();
  }

  @Test
  void noFileIsNamedByAPage() throws Exception {
    try (var files = Files.walk(site)) {
      assertThat(files.map(p -> site.relativize(p).toString()))
          .allMatch(name -> name.matches("[A-Za-z0-9._/-]*"));
    }
  }
}
