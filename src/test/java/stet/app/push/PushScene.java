package stet.app.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.Fetcher;
import stet.fetch.HostThrottle;
import stet.fetch.Pause;
import stet.fetch.RobotsCache;
import stet.fetch.discovery.DiscoveryReader;
import stet.fetch.discovery.DiscoveryRules;
import stet.report.ReportOptions;
import stet.serve.StetServer;
import stet.serve.http.Access;
import stet.serve.http.Listening;
import stet.watch.push.HubOffers;
import stet.watch.store.Subscription;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/** A collection that is served, a list that it watches, a hub over TLS, and a clock. */
abstract class PushScene {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  static final String FEED = "https://paper.example/rss";
  static final String TOPIC = "https://paper.example/self?a=1&b=2";
  static final String BASE = "https://stet.example/desk/websub/";
  static final String EDITOR = "editor-token-0123456789";

  @TempDir static Path keys;
  private static SSLContext context;

  @TempDir Path folder;
  final HandClock clock = new HandClock(START);
  final List<String> notes = new CopyOnWriteArrayList<>();
  TestHub hub;
  PushService service;
  private CollectionHome home;
  private ServedCollection collection;
  private StetServer server;
  private Fetcher fetcher;
  private final List<Exception> faults = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path store = keys.resolve("hub.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hub",
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storepass",
                "newsroom",
                "-dname",
                "CN=" + TestHub.NAME,
                "-ext",
                "san=dns:" + TestHub.NAME,
                "-validity",
                "3650")
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      own.load(in, "newsroom".toCharArray());
    }
    KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
    shown.init(own, "newsroom".toCharArray());
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(own);
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("hub", own.getCertificate("hub"));
    trusted.init(anchors);
    context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
  }

  @BeforeEach
  void open() throws IOException {
    home = new CollectionHome(folder);
    home.make();
    Files.writeString(
        folder.resolve("stet.toml"), "websub.callback = \"https://stet.example/desk\"\n");
    hub = TestHub.of(context);
    begin(BASE);
    store(
        s -> {
          s.addFeed(FEED, DiscoveryRules.ALL, START);
          return s;
        });
  }

  /** Starts server and service, as after a restart of the program. */
  void begin(String base) throws IOException {
    Politeness hasty =
        new Politeness(
            Duration.ZERO,
            Duration.ZERO,
            1_000_000,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofHours(24),
            Duration.ZERO);
    FetchOptions options =
        FetchOptions.STANDARD
            .withPoliteness(hasty)
            .withAllowedPrivateHosts(
                Set.of(TestHub.NAME + ":" + hub.port(), "127.0.0.1:" + hub.port()));
    fetcher =
        new Fetcher(
            options,
            clock,
            new HostThrottle(hasty),
            new RobotsCache(),
            host -> List.of(InetAddress.getLoopbackAddress()),
            Pause.SLEEP,
            context);
    service = new PushService(home, base, clock, fetcher::post, notes::add);
    collection = ServedCollection.open(home, clock);
    server =
        new StetServer(
            collection,
            new ReportOptions("Port Alder, fictional", ZoneId.of("UTC"), "stet test"),
            new Listening("127.0.0.1", 0, "/desk", Set.of(), Set.of()),
            Access.of(List.of("editor " + EDITOR), false),
            faults::add);
    server.start();
  }

  void end() {
    service.close();
    server.close();
    collection.close();
    fetcher.close();
  }

  @AfterEach
  void close() {
    end();
    hub.close();
    assertThat(faults).isEmpty();
  }

  interface Question<T> {
    T ask(WatchStore store);
  }

  <T> T store(Question<T> question) {
    try (WatchStore store = home.watchedBeforeUse()) {
      return question.ask(store);
    }
  }

  WatchedFeed feed() {
    return store(s -> s.feed(FEED).orElseThrow());
  }

  /** All subscriptions, in the order in which they were made. */
  List<Subscription> subscriptions() {
    return store(s -> s.subscriptions().all());
  }

  Subscription subscription() {
    List<Subscription> all = subscriptions();
    return all.get(all.size() - 1);
  }

  /** The list was read and names hubs. */
  void offer(String... hubs) {
    StringBuilder links = new StringBuilder();
    for (String one : hubs) {
      links.append("<link rel='hub' href='").append(one).append("'/>");
    }
    String xml =
        "<feed xmlns='http://www.w3.org/2005/Atom'>"
            + links
            + "<link rel='self' href='"
            + TOPIC.replace("&", "&amp;")
            + "'/></feed>";
    var read = DiscoveryReader.read(xml.getBytes(UTF_8), "", FEED);
    store(
        s ->
            s.write(
                () -> {
                  new HubOffers(s).offered(feed(s), read.hubLinks(), FEED, true, clock.instant());
                  return s;
                }));
  }

  private static WatchedFeed feed(WatchStore store) {
    return store.feed(FEED).orElseThrow();
  }

  /** The list is next asked for at that time. */
  void nextCheck(Instant at, Instant asked) {
    WatchedFeed feed = feed();
    WatchedFeed.State s = feed.state();
    store(
        open -> {
          open.feedTable()
              .settle(
                  feed.id(),
                  new WatchedFeed.State(s.kind(), at, s.every(), asked, s.outcome(), "", 0, 0),
                  open.feedTable().known(feed.id()));
          return open;
        });
  }

  HttpRequest.Builder call(String callback, Map<String, String> query) {
    StringBuilder to =
        new StringBuilder(
            callback.replace("https://stet.example", "http://127.0.0.1:" + server.port()));
    query.forEach(
        (name, value) ->
            to.append(to.indexOf("?") < 0 ? "?" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
    return HttpRequest.newBuilder(URI.create(to.toString()));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** What the server answers somebody who asks a page of it. */
  HttpResponse<String> get(String path) throws IOException {
    return send(
        call("https://stet.example/desk" + path, Map.of())
            .header("Authorization", "Bearer " + EDITOR));
  }

  int port() {
    return server.port();
  }

  /** The hub asks whether its last request was meant. */
  HttpResponse<String> verify(String topic, String lease) throws IOException {
    return verify(hub.last(), topic, lease);
  }

  HttpResponse<String> verify(Map<String, String> form, String topic, String lease)
      throws IOException {
    Map<String, String> query = new TreeMap<>();
    query.put("hub.mode", form.get("hub.mode"));
    query.put("hub.topic", topic);
    query.put("hub.challenge", " a&b=<c>\u00e9 ");
    query.put("hub.lease_seconds", lease);
    return send(call(form.get("hub.callback"), query).GET());
  }

  /** A subscription that the hub has confirmed. */
  Subscription subscribed(Duration lease) throws IOException {
    offer(hub.url());
    service.step();
    assertThat(verify(TOPIC, String.valueOf(lease.toSeconds())).statusCode()).isEqualTo(200);
    return subscription();
  }

  HttpResponse<String> push(String callback, byte[] body, String... headers) throws IOException {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/atom+xml"));
    return send(
        call(callback, Map.of())
            .headers(all.toArray(String[]::new))
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** How many pushes the server has counted with that outcome. */
  long counted(String outcome) throws IOException {
    String line = "stet_websub_pushes_total{outcome=\"" + outcome + "\"} ";
    return get("/metrics")
        .body()
        .lines()
        .filter(l -> l.startsWith(line))
        .map(l -> Long.valueOf(l.substring(line.length())))
        .findFirst()
        .orElseThrow();
  }
}
