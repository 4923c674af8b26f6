package stet.memento;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web archive on this machine that answers as it was told, and remembers who asked for what. */
public final class LoopbackArchive implements AutoCloseable {
  /** What it answers. */
  public record Answer(int status, Map<String, String> fields, byte[] body) {
    public static Answer text(int status, String text) {
      return new Answer(status, Map.of("Content-Type", "text/plain"), bytes(text));
    }

    public static Answer memento(String original, String time, byte[] html) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("Content-Type", "text/html");
      fields.put("Memento-Datetime", time);
      fields.put("Link", "<" + original + ">; rel=\"original\"");
      return new Answer(200, fields, html);
    }
  }

  /** Is asked before an answer is sent. */
  @FunctionalInterface
  public interface Gate {
    void before(String path) throws InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<String> answered = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
  private volatile Gate gate = path -> {};

  public LoopbackArchive() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public String base() {
    return "http://" + host();
  }

  String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  /**
   * Sets an answer.
   *
   * @param path with its query
   */
  public void put(String path, Answer answer) {
    answers.put(path, answer);
  }

  /** What it answers to a path with its query. */
  Answer answer(String path) {
    return answers.get(path);
  }

  public void gate(Gate gate) {
    this.gate = gate;
  }

  /** Paths that were answered, in order. */
  public List<String> answered() {
    return List.copyOf(answered);
  }

  /** When requests for all but robots.txt came in, in nanoseconds. */
  public List<Long> times() {
    return List.copyOf(times);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    if (!path.equals("/robots.txt")) {
      times.add(System.nanoTime());
    }
    try {
      gate.before(path);
    } catch (InterruptedException e) {
      exchange.close();
      return;
    }
    Answer answer = answers.getOrDefault(path, Answer.text(404, "nothing here"));
    answer.fields.forEach(exchange.getResponseHeaders()::set);
    // Before it is sent: who has the answer must find it listed.
    answered.add(path);
    exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
    exchange.getResponseBody().write(answer.body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
