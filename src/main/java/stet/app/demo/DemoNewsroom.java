package stet.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Digest;

/**
 * The fictional outlets of the sample stories as a web server on this machine alone. It has a clock
 * of its own, and serves each page as it stood at that time, so that weeks pass in a second.
 */
final class DemoNewsroom implements AutoCloseable {
  /** How the fictional outlets mark their own error pages. */
  private static final String ERROR_PAGE = "<body class=\"error\">";

  private final HttpServer server;
  private final Map<String, NavigableMap<Instant, byte[]>> pages = new TreeMap<>();
  private volatile Instant now = Instant.EPOCH;

  DemoNewsroom(List<Capture> stories) throws IOException {
    for (Capture story : stories) {
      URI uri = URI.create(story.uri());
      pages
          .computeIfAbsent(uri.getHost() + uri.getRawPath(), k -> new TreeMap<>())
          .put(story.at(), story.payload().bytes());
    }
    // Without it the server waits 40 ms between the head and the body of each small answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The address under which the newsroom serves a page that has this address in the story. */
  String served(String uri) {
    URI story = URI.create(uri);
    return "http://" + authority(uri) + story.getRawPath();
  }

  /** Host and port under which the host of a story is served here. */
  String authority(String uri) {
    return URI.create(uri).getHost() + ":" + server.getAddress().getPort();
  }

  /** A capture under its address in the story, since this machine's port is no part of that. */
  static Capture asTold(Capture fetched, String uri) {
    return fetched.as(uri, new CaptureSource.Live(uri));
  }

  /** Lets its time be {@code at}. */
  void turnTo(Instant at) {
    now = at;
  }

  /** Its clock, for those who visit it. */
  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
      }
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host")).split(":", 2)[0];
      NavigableMap<Instant, byte[]> page = pages.get(host + exchange.getRequestURI().getRawPath());
      Map.Entry<Instant, byte[]> shown = page == null ? null : page.floorEntry(now);
      if (shown == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      send(exchange, shown.getValue());
    }
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    String tag = '"' + Digest.of(body).brief() + '"';
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("ETag", tag);
    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    boolean error = new String(body, StandardCharsets.UTF_8).contains(ERROR_PAGE);
    exchange.sendResponseHeaders(error ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
