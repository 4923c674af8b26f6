package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import stet.Unpacked;
import stet.app.DriftCheck;
import stet.app.export.ExportFormat;
import stet.capture.EnumId;
import stet.cli.console.ExitCode;
import stet.diff.Label;
import stet.serve.Served;
import stet.serve.http.Access;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.watch.store.WatchStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A revision that is held as a new template is called silent by no way out. Each command is listed:
 * a new one must say here how it shows a revision, or that it shows none.
 */
class HeldEverywhereTest {
  private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");

  /** Longer than what other stories can show to be furniture, so that only a mark holds it. */
  private static final String BOX =
      "The fictional Courier has been printed on the northern quay since the harbour was dug."
          + " Its presses ran through two floods and a fire, and the first of them stands in the"
          + " town museum."
          + " In those years seven editors sat under the clock, and each left a chair behind."
          + " The present one came from the islands in the year of the long strike, when bread"
          + " was carried over by the pilots and the paper had a single page. Ships still salute"
          + " the printing house with three short calls when they pass the mole at night, and the"
          + " night porter answers them with a lamp.";

  /** Commands that print no label of any revision, with what they print instead. */
  private static final Map<String, String> WITHOUT_LABELS =
      Map.ofEntries(
          Map.entry("help", "how commands are used"),
          Map.entry("demo", "its own stories"),
          Map.entry("init", "that a folder was made"),
          Map.entry("track", "addresses"),
          Map.entry("untrack", "addresses"),
          Map.entry("feed", "addresses"),
          Map.entry("check", "outcomes of checks, and words"),
          Map.entry("fetch", "outcomes of checks"),
          Map.entry("watch", "outcomes of checks"),
          Map.entry("serve", "its address; its pages have a test of their own here"),
          Map.entry("status", "when is asked next"),
          Map.entry("drift", "what is held, as held"),
          Map.entry("alert", "rules and messages; what these say has a test of its own"),
          Map.entry("notes", "what reviewers said"),
          Map.entry("import", "counts of captures"),
          Map.entry("backfill", "counts of captures"),
          Map.entry("extract", "one page"),
          Map.entry("render", "a page as it is"),
          Map.entry("stats", "figures; these have a test of their own here"),
          Map.entry("grep", "places of words"),
          Map.entry("said", "places of words"),
          Map.entry("copies", "outlets and times"),
          Map.entry("withhold", "what is withheld, as withheld"),
          Map.entry("verify", "sums"),
          Map.entry("rebuild", "counts"),
          Map.entry("config", "settings"));

  /** Ways in which the others show a revision; files are written into the folder given. */
  private static final Map<String, List<List<String>>> WITH_LABELS =
      Map.of(
          "log",
              List.of(
                  List.of("story-1"),
                  List.of("story-1", "--json"),
                  List.of("story-1", "--stat"),
                  List.of(),
                  List.of("--json"),
                  List.of("--kind", "developing"),
                  List.of("story-1", "--kind", "developing")),
          "edits",
              List.of(
                  List.of(),
                  List.of("--full"),
                  List.of("--json"),
                  List.of("--format", "md"),
                  List.of("--format", "csv"),
                  List.of("--since", "last")),
          "show", List.of(List.of("story-1"), List.of("story-1", "--json")),
          "diff",
              List.of(
                  List.of("story-1"),
                  List.of("story-1", "--json"),
                  List.of("story-1", "--words"),
                  List.of("story-1", "--stat"),
                  List.of("story-1", "--side-by-side"),
                  List.of("story-1", "--html", "FOLDER/diff.html")),
          "blame", List.of(List.of("story-1"), List.of("story-1", "--json")),
          "story", List.of(List.of("story-1"), List.of("story-1", "--json")),
          "export",
              Stream.of(ExportFormat.values())
                  .map(EnumId::of)
                  .map(f -> List.of("--format", f, "--output", "FOLDER/" + f, "story-1"))
                  .toList(),
          "evidence", List.of(List.of("story-1@1..2", "--output", "FOLDER/bundle")),
          "report",
              List.of(
                  List.of("--output", "FOLDER/site"),
                  List.of("--dossier", "courier", "--output", "FOLDER/dossier.html")));

  @TempDir Path dir;
  private Path home;

  @BeforeEach
  void holdFiveAlike() throws IOException {
    home = dir.resolve("home");
    for (int story = 1; story <= 6; story++) {
      write(story, "001__2026-04-01T06-00-00Z.html", "");
      write(story, "002__2026-04-01T12-00-00Z.html", story == 6 ? "" : BOX);
    }
    assertThat(Cli.run("import", "--home", home, dir.resolve("set")).code()).isZero();
    try (Collection collection = Collection.open(home);
        WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      String outlet = collection.timelines().all().next().article().outlet();
      assertThat(DriftCheck.hold(collection.timelines(), store, Set.of(outlet), NOW)).hasSize(1);
    }
  }

  private void write(int story, String name, String more) throws IOException {
    Path folder = Files.createDirectories(dir.resolve("set/courier/story-" + story));
    String dates =
        "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"datePublished\":"
            + "\"2026-04-01T05:00:00Z\",\"dateModified\":\"2026-04-01T05:30:00Z\"}";
    List<String> lines =
        List.of(
            "<!doctype html><html lang=en><title>Story " + story + "</title>",
            "<script type=\"application/ld+json\">" + dates + "</script><article>",
            "<h1>Bridge " + story + " of fictional Port Alder shut after a crack was found</h1>",
            "<p>The harbour bridge number " + story + " was shut on Saturday, the port said.</p>",
            "<p>A crack was found in pylon " + story + ", and the bridge was closed.</p>",
            "<p>Ferries will run every ten minutes from dawn, the harbour master said.</p>",
            more.isEmpty() ? "" : "<p>" + more + "</p>",
            "</article></html>");
    Files.write(folder.resolve(name), lines);
  }

  @Test
  void everyCommandIsListed() {
    Set<String> listed = new TreeSet<>(WITHOUT_LABELS.keySet());
    listed.addAll(WITH_LABELS.keySet());
    assertThat(listed).isEqualTo(Cli.commands());
  }

  @Test
  void withoutTheMarkItWouldBeSilent() {
    List<Label.Kind> kinds = new ArrayList<>();
    try (Collection collection = Collection.open(home)) {
      each(collection, t -> t.revisions().forEach(r -> kinds.add(r.labels().get(0).kind())));
      assertThat(kinds).hasSize(5).containsOnly(Label.Kind.SILENT);
    }
    assertThat(Cli.run("log", "--home", home, "story-1").out())
        .contains("version 2: template-drift");
  }

  @TestFactory
  Stream<DynamicTest> heldIsNeverSilent() {
    return Cli.tests(WITH_LABELS, this::check);
  }

  @Test
  void noFigureCountsIt() {
    assertThat(Cli.run("stats", "--home", home).out())
        .containsPattern("(?m)^edited +0 of 6 ")
        .contains("5 revisions labelled held as template");
    JsonNode stats = JsonMapper.shared().readTree(Cli.run("stats", "--home", home, "--json").out());
    assertThat(stats.at("/left_out")).hasToString("{\"template-drift\":5}");
    assertThat(stats.at("/first_edit/events").asInt()).isZero();
    for (JsonNode share : stats.get("shares")) {
      assertThat(share.get("part").asInt()).as(share.toString()).isZero();
    }
  }

  @Test
  void noServedPageCallsItSilent() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      List<String> pages =
          new ArrayList<>(
              List.of(
                  "/", "/?label=silent", "/?label=template-drift", "/review", "/review?state=all"));
      pages.add("/figures.html");
      try (Collection collection = Collection.open(home)) {
        each(
            collection,
            t -> {
              String folder = "/a/" + t.article().key() + "/";
              for (String file :
                  List.of("", "r2.html", "1..2", "2..1", "v2.html", "article.json", "feed.xml")) {
                pages.add(t.revisions().isEmpty() && !file.isEmpty() ? folder : folder + file);
              }
            });
      }
      for (String page : pages) {
        HttpResponse<String> response = served.get(page);
        assertThat(response.statusCode()).as(page).isEqualTo(200);
        assertThat(Jsoup.parse(response.body()).select("main .label.silent, main .has-silent"))
            .as(page)
            .isEmpty();
      }
      for (String page : data(pages)) {
        HttpResponse<String> response = served.get(page);
        assertThat(response.statusCode()).as(page).isEqualTo(200);
        assertThat(response.body()).as(page).doesNotContain("silent");
      }
      assertThat(served.get("/api/v1/edits?label=template-drift").body())
          .contains("Bridge 1 of", "Bridge 5 of");
      assertThat(served.get("/?label=silent").body()).contains("There is no such edit.");
      assertThat(served.get("/?label=template-drift").body())
          .contains("Bridge 1 of", "Bridge 5 of");
    }
  }

  private static void each(Collection collection, Consumer<Timeline> to) {
    collection.timelines().all().forEachRemaining(to);
  }

  /** The same for programs. */
  private static List<String> data(List<String> pages) {
    List<String> data =
        new ArrayList<>(
            List.of(
                "/edits.json",
                "/review.json",
                "/review.csv?state=all",
                "/api/v1/edits",
                "/api/v1/edits?kind=wording"));
    for (String page : pages) {
      if (page.startsWith("/a/") && page.endsWith("/r2.html")) {
        String key = page.split("/")[2];
        data.add("/a/" + key + "/r2.json");
        data.add("/a/" + key + "/v2.json");
        for (String way : List.of("", "/versions/2", "/diff/1..2", "/blame/2", "/captures")) {
          data.add("/api/v1/articles/" + key + way);
        }
      }
    }
    assertThat(data).hasSizeGreaterThan(30);
    return data;
  }

  /** Whoever may write judges on the page; a form of another site, or of a reader, does nothing. */
  @Test
  void heldRevisionsAreJudgedInTheBrowser() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      Document page = Jsoup.parse(served.get("/watch").body());
      String token = page.select("#held input[name=token]").val();
      String number = page.select("#held input[name=number]").val();
      String form = "number=" + number + "&verdict=released&token=";
      assertThat(served.post("/watch/held", form + "x").statusCode()).isEqualTo(403);
      assertThat(
              served.post("/watch/held", form + token, "Origin", "https://x.example").statusCode())
          .isEqualTo(403);
      assertThat(served.get("/?label=template-drift").body()).contains("Bridge 1 of");
      assertThat(served.post("/watch/held", form + token).statusCode()).isEqualTo(303);
      assertThat(served.get("/?label=template-drift").body()).doesNotContain("Bridge 1 of");
      assertThat(served.get("/?label=silent").body()).contains("Bridge 1 of");
      assertThat(
              served.post("/watch/held", "number=99&verdict=released&token=" + token).statusCode())
          .isEqualTo(404);
      assertThat(served.faults()).isEmpty();
    }
  }

  private void check(String command, List<String> words) throws IOException {
    Path folder = Files.createTempDirectory(dir, "out");
    List<Object> args = new ArrayList<>(List.of(command, "--home", home));
    words.forEach(w -> args.add(w.replace("FOLDER", folder.toString())));
    Cli.Result result = Cli.run(Clock.fixed(NOW, ZoneOffset.UTC), args.toArray());
    assertThat(result.code()).as(result.err()).isIn(ExitCode.DONE, ExitCode.FINDINGS);
    // A count of none is no accusation.
    assertThat(result.out().replace("\"silent\":0", "")).doesNotContainIgnoringCase("silent");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      checkFile(folder.relativize(file).toString(), file);
    }
  }

  /** Pages explain the word, so that only what stands as a label counts in them. */
  private static void checkFile(String name, Path file) throws IOException {
    // What only the report itself reads, and the page that explains the word.
    if (name.contains("site/.stet-") || name.endsWith("site/methods.html")) {
      return;
    }
    String text =
        name.endsWith(".json.gz") || name.endsWith(".parquet")
            ? Unpacked.text(file)
            : CountsOfNone.without(name, Files.readString(file, StandardCharsets.ISO_8859_1));
    if (name.endsWith(".html")) {
      assertThat(Jsoup.parse(text).select("main .label.silent, main .has-silent"))
          .as(name)
          .isEmpty();
    } else if ((name.endsWith(".json.gz") || !name.endsWith(".gz"))
        && !name.endsWith(".wacz")
        && !name.endsWith(".css")) {
      assertThat(text.replaceAll("\"[a-z_-]*silent[a-z_-]*\"\\s*:\\s*0", ""))
          .as(name)
          .doesNotContainIgnoringCase("silent");
    }
  }
}
