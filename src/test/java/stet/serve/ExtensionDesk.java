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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import stet.app.CollectionHome;
import stet.serve.http.Access;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the extension is tried with: a server, a publisher, and itself unpacked. */
final class ExtensionDesk implements AutoCloseable {
  static final Path SOURCE = Path.of("extension");
  private static final Access KEYS = Access.of(List.of("editor " + EDITOR), false);

  /** What was asked of the server in front of stet. */
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** What was asked of the publisher. */
  final List<String> published = Collections.synchronizedList(new ArrayList<>());

  /** First lines of all requests that were for any other machine. */
  final List<String> elsewhere = Collections.synchronizedList(new ArrayList<>());

  private final Path extension;
  private final Served served;
  private final HttpServer outlet;
  private final HttpServer front;
  private final ServerSocket proxy;

  /**
   * A publisher on this machine, and a server in front of stet that remembers who asked what.
   *
   * @param home an empty folder
   * @param extension an empty folder, in which the extension then lies
   */
  ExtensionDesk(Path home, Path extension) throws IOException {
    this.extension = extension;
    new CollectionHome(home).make();
    served = Served.of(home, KEYS);
    outlet = listening();
    outlet.createContext("/", this::publish);
    proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread refusing = new Thread(this::refuse, "refusing");
    refusing.setDaemon(true);
    refusing.start();
    front = listening();
    front.createContext("/", this::forward);
    copy();
    for (String at : List.of("2026-03-14T12:00:00Z", "2026-03-15T12:00:00Z")) {
      String page = at.contains("15T") ? PAGE.replace("Tuesday", "Friday") : PAGE;
      String query = "url=" + page("/pier") + "&time=" + at;
      String[] key = {"Authorization", "Bearer " + EDITOR};
      assertThat(Sending.send(served, query, "text/html", bytes(page), key).statusCode())
          .isEqualTo(200);
    }
  }

  private void publish(HttpExchange e) throws IOException {
    published.add(e.getRequestMethod() + " " + e.getRequestURI());
    answer(e, 200, "text/html", bytes(PAGE));
  }

  /** A browser sends what it asks of any other machine to a proxy. This one answers nobody. */
  private void refuse() {
    while (!proxy.isClosed()) {
      try (Socket socket = proxy.accept()) {
        socket.setSoTimeout(5_000);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        elsewhere.add(String.valueOf(in.readLine()));
      } catch (IOException e) {
        // The next one, or none where the desk is closed.
      }
    }
  }

  /** An argument of the browser's command line, by which all that leaves this machine is seen. */
  String seen() {
    return "--proxy-server=localhost:" + proxy.getLocalPort();
  }

  /** From then on nobody answers where stet was. */
  void stopFront() {
    front.stop(0);
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

  String page(String path) {
    return "http://localhost:" + outlet.getAddress().getPort() + path;
  }

  String base() {
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

  /** The name that Chromium gives an unpacked extension: of its folder. */
  static String id(Path extension) throws Exception {
    String path = extension.toRealPath().toString();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(UTF_8));
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      id.append((char) ('a' + (digest[i] >> 4 & 15))).append((char) ('a' + (digest[i] & 15)));
    }
    return id.toString();
  }

  /** The options, which open by themselves once the extension is there. */
  static Page options(BrowserContext context, String id) {
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

  static void set(Page options, String base, String said) {
    options.bringToFront();
    options.fill("#base", base);
    options.fill("#token", EDITOR);
    options.click("button[type=submit]");
    options.waitForFunction(
        "said => document.getElementById('told').textContent.includes(said)", said);
  }

  @Override
  public void close() throws IOException {
    served.close();
    proxy.close();
    outlet.stop(0);
    front.stop(0);
    assertThat(served.faults()).isEmpty();
  }
}
