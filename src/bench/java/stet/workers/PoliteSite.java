package stet.workers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many hosts on loopback addresses of their own, whose stories are edited while they are watched,
 * and which measure how they are asked: two requests at once, two visits with too little between
 * them, and visits before the time that a Retry-After named.
 */
final class PoliteSite implements AutoCloseable {
  private static final long EDITED_EVERY_MILLIS = 60_000;
  private static final int RETRY_AFTER_SECONDS = 5;

  private final HttpServer server;
  private final int port;
  private final int hosts;
  private final int pages;
  private final long delayMillis;
  private final long begun = System.currentTimeMillis();
  private final Map<String, Host> known = new ConcurrentHashMap<>();
  final AtomicLong requests = new AtomicLong();
  final AtomicInteger together = new AtomicInteger();
  final AtomicInteger tooSoon = new AtomicInteger();
  final AtomicInteger beforeRetry = new AtomicInteger();
  final AtomicInteger notModified = new AtomicInteger();
  final AtomicLong robots = new AtomicLong();
  final List<String> violations = new ArrayList<>();

  /** What one host remembers of who asked it. */
  private static final class Host {
    int underWay;
    long visitEnded;
    boolean robotsJustNow;
    long retryAt;
    long answered;
  }

  PoliteSite(int hosts, int pages, long delayMillis) throws IOException {
    this.hosts = hosts;
    this.pages = pages;
    this.delayMillis = delayMillis;
    this.server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1_000);
    this.port = server.getAddress().getPort();
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newFixedThreadPool(64));
    server.start();
  }

  /** Linux answers on every address that begins with 127. */
  List<String> authorities() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < hosts; i++) {
      all.add("127.0." + (1 + i / 250) + "." + (1 + i % 250) + ":" + port);
    }
    return all;
  }

  List<String> uris() {
    List<String> all = new ArrayList<>();
    for (int page = 0; page < pages; page++) {
      for (String host : authorities()) {
        all.add("http://" + host + "/story-" + page);
      }
    }
    return all;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String path = exchange.getRequestURI().getPath();
    boolean isRobots = path.equals("/robots.txt");
    requests.incrementAndGet();
    Host state = known.computeIfAbsent(host, h -> new Host());
    boolean busy = began(host, path, state, isRobots);
    try {
      Thread.sleep(5);
      send(exchange, host, path, isRobots, busy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      synchronized (state) {
        state.underWay--;
        state.visitEnded = System.nanoTime();
        state.robotsJustNow = isRobots;
      }
      exchange.close();
    }
  }

  /** Measures a request; says whether it is to be told to come back later. */
  private boolean began(String host, String path, Host state, boolean isRobots) {
    synchronized (state) {
      long now = System.nanoTime();
      if (state.underWay++ > 0) {
        violation(together, host + path + " while another request is under way");
      }
      long gap = (now - state.visitEnded) / 1_000_000;
      // A robots.txt file and the page for which it is asked are one visit.
      if (state.visitEnded != 0 && !state.robotsJustNow && gap < delayMillis) {
        violation(tooSoon, host + path + " " + gap + " ms after the last visit");
      }
      if (state.retryAt > now) {
        violation(
            beforeRetry, host + path + " " + (state.retryAt - now) / 1_000_000 + " ms too early");
      }
      if (isRobots) {
        robots.incrementAndGet();
        return false;
      }
      boolean tooMuch = ++state.answered % 97 == 0;
      if (tooMuch) {
        state.retryAt = now + RETRY_AFTER_SECONDS * 1_000_000_000L;
      }
      return tooMuch;
    }
  }

  private void violation(AtomicInteger kind, String what) {
    kind.incrementAndGet();
    synchronized (violations) {
      if (violations.size() < 20) {
        violations.add(what);
      }
    }
  }

  private void send(HttpExchange exchange, String host, String path, boolean isRobots, boolean busy)
      throws IOException {
    if (isRobots) {
      body(exchange, 200, "text/plain", "User-agent: *\nAllow: /\n");
      return;
    } else if (busy) {
      exchange.getResponseHeaders().set("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
      body(exchange, 429, "text/plain", "later");
      return;
    }
    String text = story(host, path);
    String etag = '"' + Integer.toHexString(text.hashCode()) + '"';
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      notModified.incrementAndGet();
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    body(exchange, 200, "text/html; charset=utf-8", text);
  }

  private static void body(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Every page says something else every minute, not all at the same time. */
  private String story(String host, String path) {
    long shift = Math.floorMod((host + path).hashCode(), EDITED_EVERY_MILLIS);
    long number = 1 + (System.currentTimeMillis() - begun + shift) / EDITED_EVERY_MILLIS;
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      body.append("<p>Paragraph ")
          .append(i)
          .append(" of the story at ")
          .append(host)
          .append(path)
          .append(" tells what the council of this fictional town decided on its ")
          .append(i + 3)
          .append("th meeting of the year, and why nobody was surprised by it.</p>\n");
    }
    return "<!DOCTYPE html><html lang=\"en\"><head><title>Bridge at "
        + host
        + path
        + " is closed</title></head><body><article><h1>Bridge at "
        + host
        + path
        + " is closed</h1>\n"
        + body
        + "<p>So far "
        + (40 + number)
        + " people have been brought to safety, said the fictional office.</p>"
        + "</article></body></html>";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
