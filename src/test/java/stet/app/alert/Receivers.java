package stet.app.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Receivers of webhooks on this machine, one for each path, which answer as they are told. */
final class Receivers implements AutoCloseable {
  /**
   * A request as it came.
   *
   * @param fields by name, in any case
   * @param nanos when it was there, as {@link System#nanoTime}
   */
  record Got(String path, Map<String, String> fields, String body, long nanos) {}

  /**
   * An answer.
   *
   * @param millis how long to wait before it
   */
  record Answer(int status, Map<String, String> fields, long millis) {
    static final Answer TAKEN = new Answer(200, Map.of(), 0);

    static Answer of(int status) {
      return new Answer(status, Map.of(), 0);
    }
  }

  static {
    // Else it waits 40 ms between head and body of each answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  Receivers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::take);
    server.start();
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** How a path answers from now on. */
  void answers(String path, Answer answer) {
    answers.put(path, answer);
  }

  /** All that a path was sent, in order. */
  List<Got> got(String path) {
    return got.stream().filter(g -> g.path().equals(path)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> fields.put(name, values.get(0)));
    String path = exchange.getRequestURI().getPath();
    Answer answer = answers.getOrDefault(path, Answer.TAKEN);
    got.add(new Got(path, fields, body, System.nanoTime()));
    try {
      Thread.sleep(answer.millis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer.fields().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] ok = "ok".getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), ok.length);
    exchange.getResponseBody().write(ok);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
