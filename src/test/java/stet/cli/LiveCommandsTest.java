package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;
import stet.cli.console.ExitCode;
import tools.jackson.databind.json.JsonMapper;

/** Tracking, fetching and watching a newsroom on this machine, as a user would. */
class LiveCommandsTest {
  @TempDir Path home;

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  /** Whether the server's ETag is the same for all that it ever says. */
  private volatile boolean stuck;

  private final HandClock clock = new HandClock(Instant.parse("2026-04-02T09:00:00Z"));
  private HttpServer server;
  private String site;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    site = "http://127.0.0.1:" + server.getAddress().getPort();
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"127.0.0.1:"
            + server.getAddress().getPort()
            + "\"\nmin-delay = 0\n");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.addAndGet(path.equals("/robots.txt") ? 0 : 1);
      String page = pages.get(path);
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = page.getBytes(StandardCharsets.UTF_8);
      String type = path.endsWith(".xml") ? "application/rss+xml" : "text/html";
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      String tag = stuck ? "\"1\"" : "\"" + page.hashCode() + "\"";
      exchange.getResponseHeaders().set("ETag", tag);
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  static String story(String paragraph) {
    return """
    <!doctype html><html lang="en"><head><title>Bridge shut</title></head><body><article>
    <h1>Bridge shut after crack found</h1>
    <p>The harbour bridge of the fictional Port Alder was shut on Saturday, the port said.</p>
    <p>%s</p>
    <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
    </article></body></html>
    """
        .formatted(paragraph);
  }

  private Cli.Result run(String... args) {
    return Cli.in(home, clock, args);
  }

  private void later(long hours) {
    clock.pass(Duration.ofHours(hours));
  }

  @Test
  void fetchedPagesAreReadByTheCollectionsOwnRules() throws IOException {
    String url = site + "/news/bridge-shut";
    pages.put("/news/bridge-shut", story("It was the first time in forty years."));
    Path rules = home.resolve("rules.toml");
    run("track", url);
    run("config", "extract.rules", "rules.toml");
    assertThat(run("fetch").err()).contains("rules.toml': no such file");
    assertThat(asked).hasValue(0);

    Files.writeString(rules, "[\"127.0.0.1\"]\nheadline = \"p + p\"\n");
    assertThat(run("fetch").code()).isZero();
    assertThat(run("show", url).out())
        .containsPattern("headline +It was the first time in forty years\\.");
    assertThat(run("verify", "--rebuild").code()).isZero();
  }

  @Test
  void trackedInTheMorningEveryEditFoundInTheEvening() {
    String url = site + "/news/bridge-shut-after-crack";
    pages.put("/news/bridge-shut-after-crack", story("It was the first time in forty years."));
    assertThat(run("track", url).out()).contains("1 article tracked");
    assertThat(run("track", url).out()).contains("0 articles tracked, 1 tracked already");
    Cli.Result planned = run("fetch", "--dry-run");
    assertThat(planned.out()).isEqualTo("2026-04-02T09:00:00Z  page  " + url + "\n");
    assertThat(asked).hasValue(0);

    assertThat(run("fetch").out()).contains("outcome=first").contains("uri=" + url);
    later(24);
    assertThat(run("fetch").out()).contains("status=304");
    pages.put("/news/bridge-shut-after-crack", story("It was the first time in fifty years."));
    later(72);
    Cli.Result changed = run("fetch");
    assertThat(changed.out()).contains("outcome=changed").contains("status=200");
    assertThat(changed.err()).contains("1 check, 1 with another text");
    pages.clear();
    later(96);
    assertThat(run("fetch").out()).contains("status=404");

    String log = run("log", "bridge").out();
    assertThat(log)
        .contains("2 versions seen in 4 checks")
        .contains("unchanged: version 1")
        .contains("version 2: no-update-time")
        .contains("not an article (not-found)");
    assertThat(run("status").out()).contains("1 article tracked").contains("  gone  ");
    assertThat(run("verify", "--rebuild").code()).isZero();
    assertThat(run("untrack", url).out()).contains("1 article no longer tracked");
    assertThat(run("untrack", url).code()).isEqualTo(ExitCode.FAILED);
    later(24 * 30);
    assertThat(run("fetch").err()).contains("0 checks");
  }

  @Test
  void aServerThatHidesEditsIsFoundOutAndNamed() {
    stuck = true;
    String url = site + "/news/bridge";
    pages.put("/news/bridge", story("It was the first time in forty years."));
    run("track", url);
    run("fetch");
    pages.put("/news/bridge", story("It was the first time in fifty years."));
    later(72);
    assertThat(run("fetch").out()).contains("status=304");
    assertThat(run("status").out()).doesNotContain("asked in full");
    later(24 * 5);
    assertThat(run("fetch").out())
        .contains("outcome=changed")
        .contains("detail=\"its validators did not change with it");
    assertThat(run("status").out()).contains("asked in full").contains(site.substring(7) + "  1 ");
    assertThat(
            JsonMapper.shared()
                .readTree(run("status", "--json").out())
                .at("/distrusted_hosts/0/pages"))
        .hasToString("1");
    pages.put("/news/bridge", story("It was the first time in sixty years."));
    later(24);
    assertThat(run("fetch").out()).contains("outcome=changed").contains("status=200");
  }

  @Test
  void aFeedLeadsToItsArticles() throws IOException {
    pages.put(
        "/feed.xml",
        "<rss version='2.0'><channel><title>Courier</title><item><title>Bridge</title><link>"
            + site
            + "/news/bridge</link></item><item><title>Sport</title><link>"
            + site
            + "/sport/cup</link></item></channel></rss>");
    pages.put("/news/bridge", story("It was the first time in forty years."));
    pages.put("/sport/cup", story("It was the third cup in forty years."));
    Cli.Result check = run("feed", "check", site + "/feed.xml", "--exclude", "*/sport/*");
    assertThat(check.out()).isEqualTo(site + "/news/bridge\n");
    assertThat(check.err()).contains("rss, 2 articles");
    assertThat(run("feed", "add", site + "/feed.xml", "--exclude", "*/sport/*").code()).isZero();
    String pass = run("fetch").out();
    assertThat(pass).contains("kind=list outcome=read").contains("kind=page outcome=first");
    assertThat(pass).doesNotContain("/sport/");
    assertThat(run("feed", "list").out()).contains("rss, read, 1 article");
    assertThat(JsonMapper.shared().readTree(run("feed", "list", "--json").out()).isObject())
        .isTrue();
    assertThat(JsonMapper.shared().readTree(run("status", "--json").out()).at("/counts/tracked"))
        .hasToString("1");
    assertThat(run("log").out()).contains("1 version").doesNotContain("feed.xml");
    assertThat(run("verify", "--rebuild").code()).isZero();
    assertThat(run("feed", "remove", site + "/feed.xml").code()).isZero();
    assertThat(run("feed", "remove", site + "/feed.xml").code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aNewTemplateIsHeldUntilAPersonJudges() throws IOException {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String path = "/news/story-number-" + i + "-of-the-day";
      pages.put(path, story("It was number " + i + " in forty years."));
      urls.add(site + path);
    }
    List<String> track = new ArrayList<>(List.of("track"));
    track.addAll(urls);
    run(track.toArray(String[]::new));
    run("fetch");
    String box = "</p><p>Join the thousands who read the Courier before breakfast every day.";
    for (int i = 0; i < 5; i++) {
      pages.put(
          "/news/story-number-" + i + "-of-the-day",
          story("It was number " + i + " in forty years." + box));
    }
    pages.put(
        "/news/story-number-5-of-the-day", story("It was number five, and nobody was to blame."));
    later(24);
    assertThat(run("fetch").err()).contains("held 5 revisions of '127.0.0.1'");
    assertThat(run("drift").out()).startsWith("1  held  127.0.0.1").contains("Join the thousands");
    assertThat(run("drift", "--json").out()).contains("\"revisions\":5");
    assertThat(run("log", urls.get(0)).out()).contains("version 2: template-drift");
    assertThat(run("log", urls.get(5)).out()).contains("version 2: no-update-time");
    assertThat(run("report").code()).isZero();
    assertThat(Files.readString(home.resolve("reports/index.html")))
        .contains("nobody was to blame")
        .doesNotContain("Join the thousands");

    assertThat(run("drift", "release", "7").code()).isEqualTo(ExitCode.FAILED);
    assertThat(run("drift", "release", "1").code()).isZero();
    assertThat(run("log", urls.get(0)).out()).contains("version 2: no-update-time");
    run("report");
    assertThat(Files.readString(home.resolve("reports/index.html"))).contains("Join the thousands");
    assertThat(run("drift", "dismiss", "1").code()).isZero();
    assertThat(run("log", urls.get(0)).out()).contains("version 2: template-drift");
    later(24);
    assertThat(run("fetch").err()).doesNotContain("held");
  }

  @Test
  void watchEndsByItselfWhenToldTo() {
    pages.put("/news/bridge", story("It was the first time in forty years."));
    run("track", site + "/news/bridge");
    Cli.Result watch = run("watch", "--for", "2s");
    assertThat(watch.code()).isZero();
    assertThat(watch.out()).contains("outcome=first");
    assertThat(watch.err()).contains("stopped after 1 check");
  }

  @Test
  void onlyOneFetchesForACollection() throws IOException {
    run("track", site + "/news/bridge");
    Path lock = home.resolve("watch.lock");
    try (FileChannel other =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      Cli.Result second = run("fetch");
      assertThat(second.code()).isEqualTo(ExitCode.LOCKED);
      assertThat(second.err().lines()).singleElement().asString().contains("one is enough");
    }
  }

  @Test
  void addressesThatMustNotBeAskedAreNotAsked() {
    String url = site.replace("127.0.0.1", "localhost") + "/news/bridge";
    pages.put("/news/bridge", story("It was the first time in forty years."));
    run("track", url);
    assertThat(run("fetch").out()).contains("outcome=failed").contains("address-refused");
    assertThat(asked).hasValue(0);
    assertThat(run("log", "localhost").out()).contains("address-refused");
  }

  @Test
  void wrongArgumentsAreOneLine() {
    for (String[] wrong :
        new String[][] {
          {"track", "bridge"},
          {"untrack", "bridge"},
          {"feed", "add", "ftp://a.example/"},
          {"feed", "add", site, "--limit", "0"},
          {"feed"},
          {"feed", "check", "bridge"},
          {"watch", "--for", "soon"},
          {"status", "--most", "-1"}
        }) {
      Cli.Result result = run(wrong);
      assertThat(result.code()).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE);
      assertThat(result.err().lines()).as(String.join(" ", wrong)).hasSize(1);
      assertThat(result.out()).isEmpty();
    }
  }
}
