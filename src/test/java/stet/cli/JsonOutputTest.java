package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import stet.Unpacked;
import stet.cli.console.ExitCode;
import stet.json.StetSchema;
import stet.memento.LoopbackArchive;
import stet.watch.drift.DriftGuard;
import stet.watch.store.AlertMessage;
import stet.watch.store.WatchStore;
import tools.jackson.databind.JsonNode;

/**
 * All that commands print as JSON, and all JSON files that they write, is as the schema says. Each
 * command with {@code --json} is listed here: a new one must say what it prints.
 */
class JsonOutputTest {
  private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String PAGE = "https://portaldercourier.example/crane";

  /** A call of a command, and the definitions of the objects that it prints, each at least once. */
  private record Sample(List<String> words, Set<String> prints) {}

  private static final Map<String, List<Sample>> SAMPLES =
      Map.ofEntries(
          Map.entry("log", List.of(sample("listed_article"), sample("timeline", "ferry"))),
          Map.entry(
              "edits",
              List.of(
                  sample("edit continued", "--most", "3"),
                  sample("edit", "--kind", "number"),
                  sample("edit", "--since", "2026-03-01", "--most", "500"))),
          Map.entry(
              "stats",
              List.of(
                  sample("stats"),
                  sample("stats", "--by", "section"),
                  sample("stats", "--by", "author"),
                  sample("stats", "--by", "language"),
                  sample("stats", "--by", "hour"),
                  sample("stats", "--by", "weekday"))),
          Map.entry("show", List.of(sample("shown_version", "ferry@2"))),
          Map.entry(
              "diff", List.of(sample("comparison", "ferry"), sample("comparison", "ferry@3..1"))),
          Map.entry("blame", List.of(sample("blame", "ferry"), sample("gone", "ferry", "--gone"))),
          Map.entry("copies", List.of(sample("copied_story"))),
          Map.entry("story", List.of(sample("story", "lighthouse-1"), sample("story", "ferry"))),
          Map.entry("grep", List.of(sample("search", "ferry"), sample("search", "xyzzy"))),
          Map.entry(
              "said",
              List.of(
                  sample("search", "ferry"),
                  sample("search", "nobody was on the ferry at the time of the accident"))),
          Map.entry(
              "extract",
              List.of(
                  sample("extraction", "DIR/story.html"),
                  sample("extraction", "DIR/story.html", "--explain"),
                  sample("extraction", "DIR/empty.html"))),
          Map.entry(
              "import", List.of(sample("accepted records", "snapshots/sample", "DIR/a.warc"))),
          Map.entry(
              "backfill", List.of(sample("accepted backfilled", PAGE, "--from", "fictional"))),
          Map.entry("check", List.of(sample("checked", "http://127.0.0.1:8080/none"))),
          Map.entry("status", List.of(sample("status"))),
          Map.entry("feed list", List.of(sample("feed"))),
          Map.entry("drift", List.of(sample("drift"))),
          Map.entry("alert list", List.of(sample("alert_rule"))),
          Map.entry("alert history", List.of(sample("alert_message"))),
          Map.entry("notes", List.of(sample("annotation"))),
          Map.entry("notes import", List.of(sample("saved", "DIR/notes.jsonld"))),
          Map.entry("verify", List.of(sample("audit"), sample("audit", "--rebuild"))),
          Map.entry("config", List.of(sample("settings"))),
          Map.entry("report", List.of(sample("reported", "--output", "DIR/site"))),
          Map.entry(
              "export",
              List.of(
                  sample("exported", "--format", "warc", "--output", "DIR/a.warc.gz"),
                  sample("exported", "--format", "jsonl", "--output", "DIR/tables"))),
          Map.entry(
              "evidence", List.of(sample("bundled", "ferry@1..3", "--output", "DIR/bundle"))));

  @TempDir static Path dir;
  private static Path home;
  private static LoopbackArchive archive;

  private static Sample sample(String prints, String... words) {
    return new Sample(List.of(words), Set.of(prints.split(" ")));
  }

  @BeforeAll
  static void collect() throws IOException {
    home = dir.resolve("home");
    archive = new LoopbackArchive();
    assertThat(Cli.run("import", "--home", home, "snapshots/sample").code()).isZero();
    SharedStory.write(dir.resolve("wire"));
    assertThat(Cli.run("import", "--home", home, dir.resolve("wire")).code()).isZero();
    fillArchive();
    writePages();
    annotate();
    watch();
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      List<DriftGuard.Change> alike =
          IntStream.range(0, 6)
              .mapToObj(
                  i -> new DriftGuard.Change("a" + i, "a" + i + " " + NOW, NOW, Set.of(), BOX))
              .toList();
      assertThat(store.drift().hold("courier.example", alike, (from, until) -> 7)).hasSize(1);
      AlertMessage.Tried tried =
          new AlertMessage.Tried(AlertMessage.State.DEAD, NOW, 3, "status 500", null, "");
      store
          .alerts()
          .messages()
          .add(
              new AlertMessage(
                  "0123456789abcdef0123456789abcdef",
                  "all",
                  "feed",
                  "digest",
                  "",
                  "{}",
                  NOW,
                  tried),
              List.of());
    }
    Files.writeString(
        home.resolve("stet.toml"),
        "\n[channel.feed]\ntype = \"feed\"\n\n[[alert]]\nname = \"all\"\nto = \"feed\"\n",
        StandardOpenOption.APPEND);
  }

  private static void annotate() {
    assertThat(Cli.run("notes", "add", "--home", home, "ferry@2", "No.").code()).isZero();
    Path file = dir.resolve("notes.jsonld");
    assertThat(
            Cli.run("export", "--home", home, "--format", "annotations", "--output", file).code())
        .isZero();
  }

  private static final Set<String> BOX =
      Set.of("Join the thousands who read the fictional Courier before breakfast every day.");

  /** Where stet may not ask, so that there is a check that failed. */
  private static void watch() {
    for (List<String> words :
        List.of(
            List.of("track", "http://127.0.0.1:9999/story"),
            List.of("feed", "add", "http://127.0.0.1:9999/feed.xml"),
            List.of("fetch"))) {
      Cli.Result result = Cli.in(home, CLOCK, words.toArray(String[]::new));
      assertThat(result.code()).as(result.err()).isZero();
    }
  }

  private static void fillArchive() throws IOException {
    Files.writeString(
        home.resolve("stet.toml"),
        "fetch.min-delay = 0\n[archive.fictional]\nname = \"Fictional archive\"\ntimemap = \""
            + archive.base()
            + "/map\"\nraw = \""
            + archive.base()
            + "/raw/{time}id_/{url}\"\nprivate = \"yes\"\n");
    String time = "Sun, 01 Mar 2026 10:00:00 GMT";
    String gone = "Mon, 02 Mar 2026 10:00:00 GMT";
    archive.put(
        "/map",
        LoopbackArchive.Answer.text(
            200,
            "<%s>; rel=\"original\",\n<x>; rel=\"memento\"; datetime=\"%s\",\n<x>; rel=\"memento\"; datetime=\"%s\""
                .formatted(PAGE, time, gone)));
    byte[] page = LiveCommandsTest.story("It was the first time.").getBytes(StandardCharsets.UTF_8);
    archive.put("/raw/20260301100000id_/" + PAGE, LoopbackArchive.Answer.memento(PAGE, time, page));
    archive.put("/raw/20260302100000id_/" + PAGE, LoopbackArchive.Answer.text(404, "no"));
  }

  private static void writePages() throws IOException {
    String page = LiveCommandsTest.story("It was the first time in forty years.");
    Files.writeString(dir.resolve("story.html"), page);
    Files.writeString(dir.resolve("empty.html"), "");
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
    Files.writeString(
        dir.resolve("a.warc"),
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0000-1>\r\n"
            + "WARC-Target-URI: https://paper.example/story\r\nWARC-Date: 2026-03-01T10:00:00Z\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
            + http.length()
            + "\r\n\r\n"
            + http
            + "\r\n\r\n");
  }

  @AfterAll
  static void stop() {
    archive.close();
  }

  @Test
  void everyCommandWithJsonIsListed() {
    Set<String> there = new TreeSet<>();
    withJson(Cli.commandLine(), "", there);
    assertThat(SAMPLES.keySet()).containsExactlyInAnyOrderElementsOf(there);
  }

  private static void withJson(CommandLine command, String name, Set<String> found) {
    if (command.getCommandSpec().findOption("--json") != null) {
      found.add(name);
    }
    command
        .getSubcommands()
        .forEach((sub, line) -> withJson(line, (name + " " + sub).strip(), found));
  }

  @TestFactory
  Stream<DynamicTest> whatIsPrintedIsAsTheSchemaSays() {
    return SAMPLES.entrySet().stream()
        .flatMap(
            e ->
                e.getValue().stream()
                    .map(
                        sample ->
                            DynamicTest.dynamicTest(
                                e.getKey() + " " + String.join(" ", sample.words()),
                                () -> check(e.getKey(), sample))));
  }

  private static void check(String command, Sample sample) {
    Set<String> printed = new TreeSet<>();
    for (JsonNode object : StetSchema.objects(run(command, sample.words()).out())) {
      List<String> problems = new ArrayList<>();
      Set<String> fits = new TreeSet<>();
      for (String definition : sample.prints()) {
        List<String> found = StetSchema.problems(definition, object);
        problems.addAll(found);
        if (found.isEmpty()) {
          fits.add(definition);
        }
      }
      assertThat(fits).as("%s", problems).hasSize(1);
      printed.addAll(fits);
    }
    assertThat(printed).isEqualTo(new TreeSet<>(sample.prints()));
  }

  private static Cli.Result run(String command, List<String> words) {
    List<String> args = new ArrayList<>(List.of(command.split(" ")));
    words.forEach(w -> args.add(w.replace("DIR", dir.toString())));
    args.add("--json");
    Cli.Result result =
        command.equals("extract")
            ? Cli.run(CLOCK, args.toArray())
            : Cli.in(home, clock(command), args.toArray(String[]::new));
    assertThat(result.code())
        .as(args + result.err())
        .isIn(ExitCode.DONE, ExitCode.FINDINGS, ExitCode.PARTLY);
    return result;
  }

  /** Whoever waits for an archive needs a clock that goes on. */
  private static Clock clock(String command) {
    return command.equals("backfill") ? Clock.systemUTC() : CLOCK;
  }

  private static final Map<String, String> KINDS =
      Map.of("index.json", "index", "index-1.json", "index_part", "figures.json", "figures");

  @Test
  void filesOfAReportAreToo() throws IOException {
    Path site = dir.resolve("files");
    run("report", List.of("--output", site.toString()));
    Set<String> seen = new TreeSet<>();
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(f -> f.toString().matches(".*\\.json(\\.gz)?")).toList()) {
        String name = file.getFileName().toString();
        String json = Unpacked.text(file);
        // A feed, of the collection, an outlet or an article, is another's form: JSON Feed 1.1.
        if (!json.startsWith("{\"version\":\"https://jsonfeed.org/version/1.1\"")) {
          String figures = name.endsWith("-figures.json") ? "stats" : "reported_article";
          String kind = KINDS.getOrDefault(name, figures);
          assertThat(StetSchema.problems(kind, json)).as("%s", file).isEmpty();
          seen.add(kind);
        }
      }
    }
    assertThat(seen).containsExactly("figures", "index", "index_part", "reported_article", "stats");
  }

  @Test
  void linesOfAnExportAreToo() throws IOException {
    Path tables = dir.resolve("lines");
    run("export", List.of("--format", "jsonl", "--output", tables.toString()));
    try (Stream<Path> all = Files.list(tables)) {
      List<Path> files = all.toList();
      assertThat(files).hasSize(5);
      for (Path file : files) {
        String kind = "row_of_" + file.getFileName().toString().replace(".jsonl", "");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
          assertThat(StetSchema.problems(kind, line)).as(line).isEmpty();
        }
      }
    }
  }

  @Test
  void filesOfABundleAreToo() throws IOException {
    Path bundle = dir.resolve("proof");
    run("evidence", List.of("ferry@1..3", "--output", bundle.toString()));
    String about = Files.readString(bundle.resolve("evidence.json"));
    assertThat(StetSchema.problems("evidence", about)).isEmpty();
    String change = Files.readString(bundle.resolve("revision.json"));
    assertThat(StetSchema.problems("comparison", change)).isEmpty();
  }
}
