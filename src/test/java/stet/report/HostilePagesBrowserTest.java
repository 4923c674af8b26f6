package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import stet.Unpacked;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Image;
import stet.article.LiveBlog;
import stet.article.LiveBlog.Post;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.article.Statements;
import stet.diff.Label;
import stet.diff.standard.Differs;
import stet.report.page.Shown;
import stet.report.site.Site;
import stet.report.words.Addresses;
import stet.timeline.CaptureRef;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Pages made from articles whose every field attacks: nothing runs, nothing is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePagesBrowserTest {
  private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");
  private static final int EACH = 4;
  private static final String[] FIELDS = {
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
    "credit)",
    "notice",
    "published",
    "updated"
  };

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
    for (int i = 0; i < payloads.size(); i += EACH) {
      timelines.add(timeline("h" + i, payloads.subList(i, Math.min(payloads.size(), i + EACH))));
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

  /** One version for each attack, so that the article's page carries all of them in its diffs. */
  private static Timeline timeline(String key, List<String> attacks) {
    List<SeenVersion> versions = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (String attack : attacks) {
      int number = versions.size() + 1;
      Instant at = FIRST.plus(Duration.ofHours(number));
      ArticleVersion state = version(attack);
      if (number == 1) {
        entries.add(new Entry.FirstSeen(at, 1));
      } else {
        ArticleVersion before = versions.get(number - 2).state();
        Window window = new Window(at.minus(Duration.ofMinutes(9)), at);
        List<Label> labels = List.of(new Label(Label.Kind.SILENT, attack));
        entries.add(
            new Entry.Revised(number, window, Differs.standard().diff(before, state), labels));
      }
      CaptureRef ref = new CaptureRef(at, "file " + attack, "sha256:0 " + attack, attack, 7);
      versions.add(new SeenVersion(number, state, ref, at, 1));
      entries.add(new Entry.NotAnArticle(at, at, 1, attack, attack));
      entries.add(new Entry.Moved(at, attack));
    }
    String last = attacks.get(attacks.size() - 1);
    TrackedArticle article = new TrackedArticle(key, "https://x.example/" + last, last);
    List<Instant> shown = versions.stream().map(v -> v.first().at()).toList();
    return new Timeline(article, versions, entries, 2 * attacks.size(), shown);
  }

  private static ArticleVersion version(String attack) {
    String text = "the " + attack;
    List<Post> posts =
        List.of(
            new Post(date(StatedDate.Role.PUBLISHED, attack, attack), attack, 0, 2),
            new Post(date(StatedDate.Role.UPDATED, attack, attack), attack, 2, 2));
    return new ArticleVersion(
        new ArticleHead(
            text + " hed",
            text + " dek",
            new Byline(text, List.of(text + " author")),
            text + " dateline",
            text + " section"),
        new ArticleContent(
            List.of(
                new Block.Paragraph(text + " paragraph", attack),
                new Block.Subhead(text + " subhead", 2, attack),
                new Block.Quote(text + " quote", attack),
                new Block.ListItem(text + " item", 1, true, attack)),
            List.of(new Caption(text + " caption", text + " credit")),
            List.of(new Image(attack, text + " alt")),
            new LiveBlog(posts)),
        Statements.of(
            List.of(new Notice(Notice.Kind.CORRECTION, text + " notice", null)),
            List.of(
                date(StatedDate.Role.PUBLISHED, text + " published", attack),
                date(StatedDate.Role.UPDATED, text + " updated", attack))),
        attack,
        "javascript:stetRan(60)//" + attack,
        "extractor <script>stetRan(61)</script>");
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
  void nothingRunsInABrowser() {
    List<String> problems = new ArrayList<>();
    try (BrowserContext context = browsers.browser().newContext(new Browser.NewContextOptions())) {
      context.addInitScript("window.stetRan = n => console.error('ran ' + n);");
      Page page = PagesBrowserTest.watched(context, problems);
      for (int i = 0; i < payloads.size(); i += EACH) {
        int latest = Math.min(EACH, payloads.size() - i);
        String article = text(page, "a/h" + i + "/index.html");
        expect(problems, article, "the " + shown(i + latest - 1), "hed", "dek");
        for (int j = i; j < i + latest; j++) {
          // The field name stands in both versions, so that only the attack is marked.
          expect(problems, article, shown(j), "");
        }
        expect(problems, text(page, "a/h" + i + "/v2.html"), shown(i + 1), "");
        expect(problems, text(page, "a/h" + i + "/r2.html"), shown(i + 1), "");
      }
      for (String name : List.of("index.html", "outlets.html", "methods.html")) {
        expect(problems, text(page, name), shown(0), "");
      }
    }
    assertThat(payloads).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
    assertThat(problems).isEmpty();
  }

  private String shown(int payload) {
    return Shown.text(payloads.get(payload));
  }

  private String text(Page page, String name) {
    page.navigate(site.resolve(name).toUri().toString());
    return String.valueOf(page.evaluate(TEXT));
  }

  /** Every field of every version stands on the version's page, to the letter. */
  @Test
  void nothingIsLost() throws Exception {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < payloads.size(); i++) {
      int version = i % EACH + 1;
      Path page = site.resolve("a/h" + (i - version + 1) + "/v" + version + ".html");
      Element body = Jsoup.parse(Files.readString(page)).body();
      assertThat(body.select(".text del").isEmpty()).isEqualTo(version == 1);
      body.select(".text u > a, .text del").remove();
      expect(problems, body.wholeText(), "the " + shown(i), FIELDS);
      expect(problems, body.wholeText(), "file " + shown(i), "");
    }
    assertThat(problems).isEmpty();
  }

  private static void expect(
      List<String> problems, String text, String payload, String... endings) {
    for (String ending : endings) {
      if (!text.contains((payload + " " + ending).strip())) {
        problems.add("lost: " + payload + " " + ending);
      }
    }
  }

  /** Feeds and data are well formed, and say each field as it was read. */
  @Test
  void feedsAndDataHoldEveryField() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (int i = 0; i < payloads.size(); i += EACH) {
      Path folder = site.resolve("a/h" + i);
      JsonNode article = json.readTree(Unpacked.text(folder.resolve("article.json.gz")));
      Set<String> said = new HashSet<>();
      collect(article, said);
      for (int j = i; j < Math.min(payloads.size(), i + EACH); j++) {
        String text = "the " + stored(payloads.get(j));
        for (String field :
            List.of(" hed", " dek", " section", " author", " dateline", " paragraph")) {
          assertThat(said).as(payloads.get(j)).contains(text + field);
        }
        for (String field :
            List.of(" caption", " credit", " alt", " notice", " item", " published")) {
          assertThat(said).as(payloads.get(j)).contains(text + field);
        }
        assertThat(said).contains("javascript:stetRan(60)//" + stored(payloads.get(j)));
      }
      json.readTree(Files.readString(folder.resolve("feed.json")));
      assertThat(xml(folder.resolve("feed.xml")).getElementsByTagName("entry").getLength())
          .isEqualTo(Math.min(EACH, payloads.size() - i) - 1);
    }
  }

  /** UTF-8 has no lone surrogates; what stands in the place of one is the writer's choice. */
  private static String stored(String text) {
    String written = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return written.replace('\uFFFD', '?');
  }

  private static void collect(JsonNode node, Set<String> texts) {
    if (node.isString()) {
      texts.add(stored(node.stringValue()));
    }
    node.values().forEach(child -> collect(child, texts));
  }

  private static Document xml(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(file.toFile());
  }

  /**
   * A card is a document of its own, with no policy above it; what is shared stands in the head.
   */
  @Test
  void cardsRunNothingAndHeadsStayWhole() throws Exception {
    List<String> problems = new ArrayList<>();
    int cards = 0;
    try (BrowserContext context = browsers.browser().newContext(new Browser.NewContextOptions())) {
      context.addInitScript("window.stetRan = n => console.error('ran ' + n);");
      Page page = PagesBrowserTest.watched(context, problems);
      for (int i = 0; i < payloads.size(); i += EACH) {
        Path card = site.resolve("a/h" + i + "/" + Addresses.card(2));
        if (Files.exists(card)) {
          page.navigate(card.toUri().toString());
          assertThat(xml(card).getElementsByTagName("script").getLength()).isZero();
          cards++;
        }
        org.jsoup.nodes.Document head =
            Jsoup.parse(Files.readString(site.resolve("a/h" + i + "/index.html")));
        assertThat(head.head().select("script, base, meta[http-equiv=refresh], style")).isEmpty();
        assertThat(head.select("meta[property=og:title]").attr("content"))
            .contains(shown(Math.min(payloads.size(), i + EACH) - 1));
      }
    }
    assertThat(cards).isGreaterThan(payloads.size() / EACH / 2);
    assertThat(problems).isEmpty();
  }

  @Test
  void everyPageIsValid() throws Exception {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < payloads.size(); i += 8 * EACH) {
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
