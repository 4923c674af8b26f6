package stet.app.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.OwnProcess;
import stet.app.CollectionHome;
import stet.app.alert.Receivers.Answer;
import stet.track.Collection;
import stet.watch.store.WatchStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What fetches and tells people is killed in the middle of it, again and again: in the end
 * everybody was told of every edit, in one message each, which a kill may have made to be sent
 * twice under the same name. {@code bench/kill-alerts} kills it more often.
 */
class AlertKillTest {
  private static final int KILLS = Integer.getInteger("stet.alert.kills", 4);
  private static final int STORIES = 12;

  @TempDir Path home;
  private final Random random = new Random(20261130);
  private final Map<String, AtomicInteger> asked = new HashMap<>();
  private final AtomicInteger pages = new AtomicInteger();

  @Test
  void everyEditIsToldInOneMessage() throws Exception {
    HttpServer newsroom = newsroom();
    try (Receivers receivers = new Receivers()) {
      receivers.answers("/hook", new Answer(200, Map.of(), 15));
      Newsroom.secret(home, "hook", receivers.address("/hook"));
      settings();
      track(newsroom.getAddress().getPort());
      run(0);
      int between = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        hurry();
        int before = receivers.got("/hook").size();
        if (kill % 2 == 0) {
          run(1 + random.nextInt(2_000), pages::get);
        } else {
          run(1 + random.nextInt(150), () -> receivers.got("/hook").size());
        }
        between += receivers.got("/hook").size() > before ? 1 : 0;
      }
      hurry();
      run(0);
      run(0);
      check(receivers, between);
    } finally {
      newsroom.stop(0);
    }
  }

  private HttpServer newsroom() throws IOException {
    for (int story = 0; story < STORIES; story++) {
      asked.put("/story-" + story, new AtomicInteger());
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::page);
    server.start();
    return server;
  }

  /** A story says something else each time that it is asked for. */
  private void page(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    AtomicInteger times = asked.get(path);
    pages.incrementAndGet();
    String html =
        times == null
            ? ""
            : Newsroom.story(
                "Ferry " + path.substring(1) + " runs aground",
                "2026-10-24T09:00:00Z",
                "The fictional ferry of pier "
                    + path.hashCode()
                    + " carried "
                    + (30_000 + 1_000 * Math.abs(path.hashCode() % 97) + times.incrementAndGet())
                    + " people, the port said.",
                "It left an hour late, said the company that runs it, and nobody would say why.",
                "An inquiry will question the crew this week, according to people who know of it.");
    byte[] body = html.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(times == null ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void settings() throws IOException {
    new CollectionHome(home).make();
    Files.writeString(
        home.resolve("stet.toml"),
        """
        fetch.private-hosts = "127.0.0.1"
        fetch.min-delay = 0
        report.base-url = "%s"

        [channel.hook]
        type = "webhook"
        url-file = "hook"

        [channel.feed]
        type = "feed"

        [[alert]]
        name = "all"
        to = ["hook", "feed"]
        """
            .formatted(Newsroom.BASE));
  }

  private void track(int port) {
    try (WatchStore store = new CollectionHome(home).watchedBeforeUse()) {
      store.track(
          asked.keySet().stream().map(path -> "http://127.0.0.1:" + port + path).toList(),
          Clock.systemUTC().instant());
    }
  }

  private void hurry() {
    try (WatchStore store = new CollectionHome(home).watchedBeforeUse()) {
      store
          .tracked()
          .listed("", STORIES)
          .forEach(page -> store.hurry(page.uri(), Clock.systemUTC().instant()));
    }
  }

  private void run(int millis) throws Exception {
    run(millis, pages::get);
  }

  /**
   * Fetches what is due.
   *
   * @param millis killed so long after the first that is counted; not at all for 0
   * @param counted pages asked for, or messages sent
   */
  private void run(int millis, IntSupplier counted) throws Exception {
    int before = counted.getAsInt();
    Process process =
        OwnProcess.stet("fetch", "--home", home.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("said").toFile()))
            .start();
    try {
      if (millis == 0) {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return;
      }
      while (counted.getAsInt() == before && process.isAlive()) {
        Thread.sleep(5);
      }
      Thread.sleep(millis);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private void check(Receivers receivers, int between) throws Exception {
    Set<String> edits = new TreeSet<>();
    try (Collection collection = new CollectionHome(home).open()) {
      collection
          .timelines()
          .all()
          .forEachRemaining(
              t -> t.revisions().forEach(r -> edits.add(link(t.article().key(), r.version()))));
    }
    Map<String, Set<String>> messages = new TreeMap<>();
    for (Receivers.Got got : receivers.got("/hook")) {
      for (JsonNode finding : JsonMapper.shared().readTree(got.body()).get("findings")) {
        messages
            .computeIfAbsent(finding.at("/story/link").asString(), l -> new HashSet<>())
            .add(got.fields().get("Idempotency-Key"));
      }
    }
    int sent = receivers.got("/hook").size();
    int named = messages.values().stream().mapToInt(Set::size).sum();
    System.out.printf(
        "%d kills, %d of them after something was told: %d edits, 0 lost, none in two messages;"
            + " %d messages sent twice under one name%n",
        KILLS, between, edits.size(), sent - named);
    assertThat(messages.keySet()).isEqualTo(edits);
    assertThat(messages.values()).allMatch(ids -> ids.size() == 1);
    // A kill may come between the moment in which the receiver has a message and the one in which
    // that is noted: at most one of each channel.
    assertThat(sent - named).isLessThanOrEqualTo(KILLS);
    assertThat(feed()).hasSize(Math.min(100, edits.size())).isSubsetOf(edits);
    assertThat(edits).hasSizeGreaterThan(STORIES);
  }

  private Set<String> feed() throws IOException {
    JsonNode items =
        JsonMapper.shared()
            .readTree(Files.readString(home.resolve("reports/alerts/all.json")))
            .get("items");
    Set<String> links = new TreeSet<>();
    for (JsonNode item : items) {
      List<String> named = edits(item.toString());
      named.forEach(link -> assertThat(links.add(link)).as("twice: " + link).isTrue());
    }
    return links;
  }

  private static List<String> edits(String text) {
    return Pattern.compile(Pattern.quote(Newsroom.BASE) + "a/[a-z0-9]+/r[0-9]+\\.html")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  private static String link(String key, int version) {
    return Newsroom.BASE + "a/" + key + "/r" + version + ".html";
  }
}
