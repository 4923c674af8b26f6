package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import stet.app.export.ExportFormat;
import stet.capture.EnumId;
import stet.cli.console.ExitCode;
import stet.serve.Served;
import stet.serve.http.Access;
import stet.track.Collection;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is withheld comes out by no way. Each command is listed: a new one must say here how it
 * shows what articles say, or that it does not. Formats of exports, the routes that {@code
 * openapi.json} names and all pages of the server that anything links to are found by themselves.
 */
class WithheldEverywhereTest {
  /** Commands that print nothing that a captured page says, with what they print instead. */
  private static final Map<String, String> WITHOUT_TEXT =
      Map.ofEntries(
          Map.entry("help", "how commands are used"),
          Map.entry("demo", "its own stories"),
          Map.entry("init", "that a folder was made"),
          Map.entry("track", "addresses"),
          Map.entry("untrack", "addresses"),
          Map.entry("feed", "addresses"),
          Map.entry("check", "what it fetches at that moment"),
          Map.entry("fetch", "outcomes of checks"),
          Map.entry("watch", "outcomes of checks"),
          Map.entry("serve", "its address; its pages have a test of their own here"),
          Map.entry("import", "counts of captures"),
          Map.entry("backfill", "counts of captures"),
          Map.entry("extract", "one page that is given to it"),
          Map.entry("rebuild", "counts"),
          Map.entry("config", "settings"));

  /** Ways in which the others show what pages say; files are written into the folder given. */
  private static final Map<String, List<List<String>>> WITH_TEXT =
      Map.ofEntries(
          Map.entry(
              "log",
              List.of(
                  List.of(),
                  List.of("--json"),
                  List.of("story-1"),
                  List.of("story-2", "--json"),
                  List.of("story-3", "--stat"),
                  List.of("story-3", "--json"))),
          Map.entry(
              "edits",
              List.of(
                  List.of("--full"),
                  List.of("--json"),
                  List.of("--format", "md"),
                  List.of("--format", "csv"))),
          Map.entry(
              "show",
              List.of(
                  List.of("story-1"),
                  List.of("story-1@1"),
                  List.of("story-1@2", "--json"),
                  List.of("story-2@1"),
                  List.of("story-2@2", "--json"),
                  List.of("story-3"))),
          Map.entry(
              "diff",
              List.of(
                  List.of("story-1@1..2"),
                  List.of("story-1@1..3", "--json"),
                  List.of("story-1@1..3", "--words"),
                  List.of("story-1@1..3", "--side-by-side"),
                  List.of("story-1@1..3", "--html", "FOLDER/diff.html"),
                  List.of("story-2@1..2"),
                  List.of("story-2", "--json"))),
          Map.entry(
              "blame",
              List.of(List.of("story-1"), List.of("story-1@2", "--json"), List.of("story-2"))),
          Map.entry(
              "story",
              List.of(List.of("story-1"), List.of("story-1", "--json"), List.of("story-3"))),
          Map.entry("copies", List.of(List.of(), List.of("--json"))),
          Map.entry("stats", List.of(List.of(), List.of("--json"))),
          Map.entry(
              "grep",
              List.of(
                  List.of("quillfeather"), List.of("quillfeather", "--json"), List.of("harbour"))),
          Map.entry(
              "said",
              List.of(
                  List.of("that the lanterns of the pilot house were never lit"),
                  List.of("the lanterns of the pilot house were never lit", "--json"))),
          Map.entry("notes", List.of(List.of(), List.of("--json"))),
          Map.entry("drift", List.of(List.of(), List.of("--json"))),
          Map.entry("alert", List.of(List.of("history"))),
          Map.entry("status", List.of(List.of(), List.of("--json"))),
          Map.entry(
              "export",
              Stream.of(ExportFormat.values())
                  .map(EnumId::of)
                  .flatMap(
                      f ->
                          Stream.of(
                              f.equals("timemap")
                                  ? List.of("--format", f, "--output", "FOLDER/" + f, "story-1")
                                  : List.of("--format", f, "--output", "FOLDER/" + f),
                              List.of("--format", f, "--output", "FOLDER/" + f, "story-3")))
                  .toList()),
          Map.entry(
              "evidence",
              List.of(
                  List.of("story-1@1..2", "--output", "FOLDER/bundle"),
                  List.of("story-2@1..2", "--output", "FOLDER/bundle"))),
          Map.entry(
              "report",
              List.of(
                  List.of("--output", "FOLDER/site"),
                  List.of("--dossier", "courier", "--output", "FOLDER/dossier.html"))),
          Map.entry(
              "render",
              List.of(
                  List.of("story-1@1", "--text", "FOLDER/page.html"),
                  List.of("story-2@1", "--text", "FOLDER/page.html"),
                  List.of("story-3", "--text", "FOLDER/page.html"))),
          Map.entry("verify", List.of(List.of("--rebuild"), List.of("--json"))),
          Map.entry("withhold", List.of(List.of("--list"))));

  @TempDir static Path dir;
  private static WithheldStories stories;

  @BeforeAll
  static void withholdThree() throws IOException {
    stories = WithheldStories.in(dir);
    stories.withholdAll();
  }

  @Test
  void everyCommandIsListed() {
    Set<String> listed = new TreeSet<>(WITHOUT_TEXT.keySet());
    listed.addAll(WITH_TEXT.keySet());
    assertThat(listed).isEqualTo(Cli.commands());
  }

  @TestFactory
  Stream<DynamicTest> noWayTellsIt() {
    return Cli.tests(WITH_TEXT, WithheldEverywhereTest::check);
  }

  private static void check(String command, List<String> words) throws IOException {
    Path folder = Files.createTempDirectory(dir, "out");
    List<Object> args = new ArrayList<>(List.of(command));
    words.forEach(w -> args.add(w.replace("FOLDER", folder.toString())));
    args.add("--home");
    args.add(stories.home());
    Cli.Result result = Cli.run(WithheldStories.CLOCK, args.toArray());
    assertThat(result.err()).doesNotContain("this should not have happened");
    assertThat(result.code()).as(result.err()).isNotEqualTo(ExitCode.USAGE);
    assertThat(stories.hits(result.out() + result.err())).as(result.out()).isEmpty();
    assertThat(stories.hits(folder)).isEmpty();
  }

  @Test
  void theReaderIsToldThatWhyAndSinceWhen() throws IOException {
    String words = "withheld: court order, since 2026-04-02";
    assertThat(stories.run("log", "story-1").out()).contains(words);
    assertThat(stories.run("show", "story-1@1").out()).contains("[" + words + "]");
    assertThat(stories.run("log", "story-2").out()).contains("withheld: privacy, since 2026-04-02");
    assertThat(stories.run("log", "story-2").out()).contains("version 2: withheld");
    assertThat(stories.run("log").out())
        .contains("0 versions  withheld  [withheld: mistake, since 2026-04-02]");
    Path site = Files.createTempDirectory(dir, "told");
    assertThat(stories.run("report", "--output", site.toString()).code()).isZero();
    assertThat(Files.readString(site.resolve("index.html"))).contains("[withheld: mistake, since");
    Path dossier = site.resolve("d.html");
    String[] asked = {"report", "--dossier", "courier", "--output", dossier.toString()};
    assertThat(stories.run(asked).code()).isZero();
    assertThat(Files.readString(dossier)).contains("Texts of 2 articles are withheld", "mistake,");
    assertThat(stories.run("verify", "--rebuild").code()).isZero();
    assertThat(stories.run("verify", "--rebuild").err())
        .contains("a passage of", "what was version 2 of", "all of");
  }

  @Test
  void noServedPageOrAnswerTellsIt() throws IOException {
    try (Served served = Served.of(stories.home(), Access.OWN_MACHINE)) {
      Deque<String> open = new ArrayDeque<>(List.of("/", "/edits.json", "/review.csv?state=all"));
      open.addAll(answers());
      Set<String> seen = new LinkedHashSet<>(open);
      while (!open.isEmpty() && seen.size() < 2000) {
        String page = open.remove();
        HttpResponse<String> response = served.get(page);
        assertThat(stories.hits(response.body())).as(page).isEmpty();
        links(page, response).stream().filter(seen::add).forEach(open::add);
      }
      assertThat(seen).hasSizeGreaterThan(100);
      assertThat(served.faults()).isEmpty();
    }
  }

  /** Every address that programs may ask, with articles, versions and captures put in. */
  private static List<String> answers() throws IOException {
    List<String> keys = new ArrayList<>();
    try (Collection collection = Collection.open(stories.home())) {
      collection.timelines().all().forEachRemaining(t -> keys.add(t.article().key()));
    }
    List<String> answers = new ArrayList<>();
    var paths =
        JsonMapper.shared().readTree(Files.readString(Path.of("docs/openapi.json"))).get("paths");
    for (String path : paths.propertyNames()) {
      for (String key : keys) {
        for (int n = 1; n <= 3; n++) {
          answers.add(
              "/api/v1"
                  + path.replace("{key}", key)
                      .replace("{number}", "" + n)
                      .replace("{versions}", n + ".." + (n + 1))
                      .replace("{capture}", "" + n)
                      .replace("{id}", "x")
                  + (path.equals("/search") ? "?q=quillfeather" : "")
                  + (path.equals("/find") ? "?url=https://x.example/" : ""));
        }
      }
    }
    return answers.stream().distinct().toList();
  }

  private static List<String> links(String page, HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    List<String> links = new ArrayList<>();
    if (type.startsWith("text/html")) {
      String base = "http://here" + page;
      for (var a : Jsoup.parse(response.body(), base).select("[href], [src]")) {
        String to = a.hasAttr("href") ? a.absUrl("href") : a.absUrl("src");
        if (to.startsWith("http://here/") && !to.contains("/login")) {
          links.add(to.substring("http://here".length()).replaceAll("#.*", ""));
        }
      }
    }
    return links;
  }
}
