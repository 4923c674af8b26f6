package stet.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.EDITOR;
import static stet.serve.Sending.PAGE;
import static stet.serve.Sending.bytes;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.report.Browsers;
import stet.serve.http.Access;
import stet.watch.store.WatchStore;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The extension in a real browser, unpacked as a reader loads it. */
class ExtensionBrowserTest {
  private static final Path SOURCE = Path.of("extension");
  private static final Access KEYS = Access.of(List.of("editor " + EDITOR), false);

  @TempDir Path home;
  @TempDir Path extension;
  @TempDir Path profile;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private Served served;
  private HttpServer outlet;
  private HttpServer front;

  /** A publisher on this machine, and a server in front of stet that remembers who asked what. */
  @BeforeEach
  void begin() throws IOException {
    new CollectionHome(home).make();
    served = Served.of(home, KEYS);
    outlet = listening();
    outlet.createContext("/", e -> answer(e, 200, "text/html", bytes(PAGE)));
    front = listening();
    front.createContext("/", this::forward);
    copy();
    for (String at : List.of("2026-03-14T12:00:00Z", "2026-03-15T12:00:00Z")) {
      String page = at.contains("15T") ? PAGE.replace("Tuesday", "Friday") : PAGE;
      String query = "url=" + page("/pier") + "&time=" + at;
      assertThat(
              Sending.send(
                      served, query, "text/html", bytes(page), "Authorization", "Bearer " + EDITOR)
                  .statusCode())
          .isEqualTo(200);
    }
  }

  private static HttpServer listening() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    return server;
  }

  private static void answer(HttpExchange e, int status, String type, byte[] body)
      throws IOException {
    e.getResponseHeaders().set("Content-Type", type);
    e.sendResponseHeaders(status, body.length);
    e.getResponseBody().write(body);
    e.close();
  }

  private void forward(HttpExchange e) throws IOException {
    asked.add(e.getRequestMethod() + " " + e.getRequestURI());
    List<String> headers = new ArrayList<>();
    for (String name : List.of("Authorization", "Origin", "Content-Type", "Sec-Fetch-Site")) {
      String value = e.getRequestHeaders().getFirst(name);
      if (value != null) {
        headers.addAll(List.of(name, value));
      }
    }
    var request = served.request(e.getRequestURI().toString(), headers.toArray(String[]::new));
    var body =
        java.net.http.HttpRequest.BodyPublishers.ofByteArray(e.getRequestBody().readAllBytes());
    var response = served.send(request.method(e.getRequestMethod(), body));
    String type = response.headers().firstValue("Content-Type").orElse("");
    answer(e, response.statusCode(), type, bytes(response.body()));
  }

  private String page(String path) {
    return "http://localhost:" + outlet.getAddress().getPort() + path;
  }

  private String base() {
    return "http://localhost:" + front.getAddress().getPort() + "/";
  }

  /** What a reader allows with a click in the browser's own window is allowed from the start. */
  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = extension.resolve(SOURCE.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Path manifest = extension.resolve("manifest.json");
    ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(Files.readString(manifest));
    assertThat(json.path("permissions").toString()).isEqualTo("[\"activeTab\",\"storage\"]");
    assertThat(json.has("host_permissions")).isFalse();
    assertThat(json.path("incognito").asString()).isEqualTo("not_allowed");
    json.putArray("permissions").add("activeTab").add("storage").add("tabs");
    json.putArray("host_permissions").add("http://localhost/*");
    json.remove("optional_permissions");
    Files.writeString(manifest, json.toString());
  }

  @AfterEach
  void end() {
    served.close();
    outlet.stop(0);
    front.stop(0);
    assertThat(served.faults()).isEmpty();
  }

  /** The name that Chromium gives an unpacked extension: of its folder. */
  private static String id(Path extension) throws Exception {
    String path = extension.toRealPath().toString();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(UTF_8));
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      id.append((char) ('a' + (digest[i] >> 4 & 15))).append((char) ('a' + (digest[i] & 15)));
    }
    return id.toString();
  }

  @Test
  void theBadgeCountsVersionsAndNobodyElseIsAsked() throws Exception {
    try (Browsers browsers = Browsers.open();
        BrowserContext context = browsers.withExtension(extension.toRealPath(), profile)) {
      Page options = options(context, id(extension));
      Page story = context.newPage();
      story.navigate(page("/pier"));
      assertThat(badge(options, "/pier")).isEqualTo("|stet: not set up yet");
      assertThat(asked).isEmpty();

      set(options, "http://desk.example/", "Only https");
      set(options, base(), "answers");
      story.bringToFront();
      story.navigate(page("/pier#part"));
      story.reload();
      waitFor(options, "/pier", "2|");
      assertThat(badge(options, "/pier")).startsWith("2|2 versions; last change: ");

      Page other = context.newPage();
      other.navigate(page("/other"));
      waitFor(options, "/other", "|stet keeps nothing");
      assertThat(asked).allMatch(a -> a.startsWith("GET /api/v1/find?url="));
      assertThat(asked).anyMatch(a -> a.contains("%2Fpier")).noneMatch(a -> a.contains("part"));

      String told =
          (String)
              options.evaluate(
                  "async url => { const m = await import('./stet.js');"
                      + " return m.track(await m.settings(), url); }",
                  "https://courier.example/harbour");
      assertThat(told).isEqualTo("It is tracked now.");
      popup(context, story);
    }
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      assertThat(store.isTracked("https://courier.example/harbour")).isTrue();
    }
  }

  /** The options, which open by themselves once the extension is there. */
  private static Page options(BrowserContext context, String id) {
    String url = "chrome-extension://" + id + "/options.html";
    for (int i = 0; i < 300; i++) {
      for (Page page : context.pages()) {
        if (page.url().equals(url)) {
          page.waitForLoadState();
          return page;
        }
      }
      context.pages().get(0).waitForTimeout(100);
    }
    throw new AssertionError("the options did not open");
  }

  /** Nothing is allowed, kept or sent until the one who loaded it has said where. */
  @Test
  void asItComesItMayReachNobody() throws Exception {
    Path whole = SOURCE.toRealPath();
    try (Browsers browsers = Browsers.open();
        BrowserContext context = browsers.withExtension(whole, profile)) {
      Page options = options(context, id(whole));
      Page story = context.newPage();
      story.navigate(page("/pier"));
      Object allowed =
          options.evaluate(
              "async () => { const all = await chrome.permissions.getAll();"
                  + " return all.permissions.sort().join() + '|' + all.origins.join(); }");
      assertThat(allowed).isEqualTo("activeTab,storage|");
      Object kept =
          options.evaluate("async () => JSON.stringify(await chrome.storage.local.get(null))");
      assertThat(kept).isEqualTo("{}");
      Page popup = context.newPage();
      popup.navigate("chrome-extension://" + id(whole) + "/popup.html");
      popup.waitForFunction(
          "() => document.getElementById('told').textContent.includes('nothing is sent')");
      assertThat(asked).isEmpty();
    }
  }

  /** The popup as a page of its own is about itself, of which nothing is asked. */
  private void popup(BrowserContext context, Page story) throws Exception {
    int before = asked.size();
    Page popup = context.newPage();
    popup.navigate("chrome-extension://" + id(extension) + "/popup.html");
    popup.waitForFunction(
        "() => document.getElementById('told').textContent.includes('Nothing is asked')");
    assertThat(asked).hasSize(before);
    assertThat(story.url()).startsWith(page("/pier"));
  }

  private static void set(Page options, String base, String said) {
    options.bringToFront();
    options.fill("#base", base);
    options.fill("#token", EDITOR);
    options.click("button[type=submit]");
    options.waitForFunction(
        "said => document.getElementById('told').textContent.includes(said)", said);
  }

  private String badge(Page options, String path) {
    return (String)
        options.evaluate(
            "async url => { const [tab] = (await chrome.tabs.query({})).filter("
                + "t => t.url.startsWith(url));"
                + " return await chrome.action.getBadgeText({tabId: tab.id}) + '|'"
                + " + await chrome.action.getTitle({tabId: tab.id}); }",
            page(path));
  }

  private void waitFor(Page options, String path, String beginning) {
    for (int i = 0; i < 100 && !badge(options, path).startsWith(beginning); i++) {
      options.waitForTimeout(100);
    }
    assertThat(badge(options, path)).startsWith(beginning);
  }
}
