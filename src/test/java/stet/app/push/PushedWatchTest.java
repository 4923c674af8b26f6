package stet.app.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.app.live.OwnWatch;
import stet.fetch.Newsroom;
import stet.fetch.discovery.DiscoveryRules;
import stet.report.ReportOptions;
import stet.serve.StetServer;
import stet.serve.http.Access;
import stet.serve.http.Listening;
import stet.watch.FetchLine;
import stet.watch.WatchLog;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/**
 * A served watch, a newsroom and a hub: from the link in a list to the check that a push brings.
 */
class PushedWatchTest {
  @TempDir Path folder;
  private final HandClock clock = new HandClock(PushScene.START);
  private final Newsroom newsroom = new Newsroom();
  private final List<Exception> faults = new CopyOnWriteArrayList<>();
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private TestHub hub;

  @BeforeEach
  void open() throws IOException {
    hub = TestHub.of(null);
    new CollectionHome(folder).make();
    Files.writeString(
        folder.resolve("stet.toml"),
        "[websub]\ncallback = \"https://stet.example\"\n[fetch]\nmin-delay = 0\nprivate-hosts = \""
            + newsroom.authority()
            + ", 127.0.0.1:"
            + hub.port()
            + "\"\n");
  }

  @AfterEach
  void close() throws IOException {
    hub.close();
    newsroom.close();
    assertThat(faults).isEmpty();
  }

  private final WatchLog log =
      new WatchLog() {
        @Override
        public void fetched(FetchLine line) {}

        @Override
        public void note(String line) {
          notes.add(line);
        }
      };

  private void until(BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(done.getAsBoolean()).as(notes.toString()).isTrue();
  }

  private long asked(String path) {
    return newsroom.asked().stream().filter(line -> line.contains(" " + path + " ")).count();
  }

  private void list(String item) {
    String text =
        "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><item><link>"
            + newsroom.url(item)
            + "</link></item></channel></rss>";
    String links =
        "Link: <" + hub.url() + ">; rel=hub, <" + newsroom.url("/self") + ">; rel=\"self\"\r\n";
    newsroom.page("/rss", "Content-Type: application/rss+xml\r\n" + links, text.getBytes(UTF_8));
  }

  @Test
  void aPushBringsACheckAndNothingOfItIsKept() throws Exception {
    list("/first");
    CollectionHome home = new CollectionHome(folder);
    try (WatchStore store = home.watchedBeforeUse()) {
      store.addFeed(newsroom.url("/rss"), DiscoveryRules.ALL, clock.instant());
    }
    try (ServedCollection collection = ServedCollection.open(home, clock);
        StetServer server =
            new StetServer(
                collection,
                new ReportOptions("", ZoneId.of("UTC"), "stet test"),
                new Listening("127.0.0.1", 0, "", Set.of(), Set.of()),
                Access.OWN_MACHINE,
                faults::add)) {
      server.start();
      try (OwnWatch watch = OwnWatch.start(collection, log, "stet test", faults::add)) {
        until(() -> asked("/first") == 1);
        watch.close();
      }
      dueInAMonth(home);
      try (OwnWatch watch = OwnWatch.start(collection, log, "stet test", faults::add)) {
        until(() -> !hub.requests.isEmpty());
        confirmAndPush(server.port());
        until(() -> asked("/second") == 1);
        watch.close();
        assertThat(watch.pass()).isNotNull();
      }
      collection.ask(
          c -> {
            assertThat(c.timelines().find("https://forged.example/story")).isEmpty();
            return c;
          });
    }
    assertThat(asked("/rss")).isEqualTo(2);
  }

  /** The list was asked an hour ago and is left alone now unless somebody tells of news. */
  private void dueInAMonth(CollectionHome home) {
    try (WatchStore store = home.watchedBeforeUse()) {
      WatchedFeed feed = store.feed(newsroom.url("/rss")).orElseThrow();
      WatchedFeed.State s = feed.state();
      Instant asked = clock.instant().minus(Duration.ofHours(1));
      Instant next = clock.instant().plus(Duration.ofDays(30));
      store
          .feedTable()
          .settle(
              feed.id(),
              new WatchedFeed.State(s.kind(), next, s.every(), asked, s.outcome(), "", 0, 1),
              store.feedTable().known(feed.id()));
    }
  }

  private void confirmAndPush(int port) throws IOException, InterruptedException {
    Map<String, String> form = hub.last();
    String at =
        form.get("hub.callback").replace("https://stet.example", "http://127.0.0.1:" + port);
    String query =
        "?hub.mode=subscribe&hub.challenge=abc&hub.lease_seconds=864000&hub.topic="
            + URLEncoder.encode(form.get("hub.topic"), UTF_8);
    HttpResponse<String> confirmed =
        client.send(
            HttpRequest.newBuilder(URI.create(at + query)).build(), BodyHandlers.ofString());
    assertThat(confirmed.body()).isEqualTo("abc");
    list("/second");
    String pushed =
        "<rss><channel><item><link>https://forged.example/story</link></item></channel></rss>";
    HttpRequest push =
        HttpRequest.newBuilder(URI.create(at)).POST(BodyPublishers.ofString(pushed)).build();
    assertThat(client.send(push, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
  }
}
