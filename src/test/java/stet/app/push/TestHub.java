package stet.app.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A hub on loopback. It takes requests as it is told to; tests have it call back. */
final class TestHub implements AutoCloseable {
  static final String NAME = "hub.example";

  final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final boolean secure;
  private volatile int status = 202;
  private volatile String words = "";

  private TestHub(HttpServer server, boolean secure) {
    this.server = server;
    this.secure = secure;
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * @param tls null for a hub over plain HTTP
   */
  static TestHub of(@Nullable SSLContext tls) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls == null) {
      return new TestHub(HttpServer.create(any, 0), false);
    }
    HttpsServer server = HttpsServer.create(any, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new TestHub(server, true);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return url("/hub");
  }

  String url(String path) {
    return (secure ? "https://" + NAME : "http://127.0.0.1") + ":" + port() + path;
  }

  /** From now on requests are answered so. */
  void answers(int status, String words) {
    this.status = status;
    this.words = words;
  }

  Map<String, String> last() {
    return requests.get(requests.size() - 1);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] said = words.getBytes(UTF_8);
    int answer = status;
    if (path.matches("/30[78]")) {
      exchange.getResponseHeaders().add("Location", "/hub");
      answer = Integer.parseInt(path.substring(1));
    } else if (exchange.getRequestMethod().equals("POST")) {
      requests.add(form(body));
    }
    exchange.sendResponseHeaders(answer, said.length == 0 ? -1 : said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
