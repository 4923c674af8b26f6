package stet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fictional outlets on the loopback, one port each, whose stories change all the time, and whose
 * answers are reset, stalled, cut off or errors at a stated rate.
 */
final class SoakNewsroom implements AutoCloseable {
  private static final String PARAGRAPH =
      "The council of the fictional town of Harbourgate met on Tuesday to hear what the harbour"
          + " master had to say about the bridge, which has been closed since the storm, and about"
          + " what it will cost to open it again before the summer.";

  /** Answers in a thousand that go wrong, in each of five ways. */
  private static final int FAULTS = 4;

  final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final List<ServerSocket> outlets = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final long begun = System.currentTimeMillis();
  private final int stories;
  private final int secondsPerVersion;
  private final Random random;

  SoakNewsroom(int hosts, int stories, int secondsPerVersion, long seed) throws IOException {
    this.stories = stories;
    this.secondsPerVersion = secondsPerVersion;
    this.random = new Random(seed);
    for (int i = 0; i < hosts; i++) {
      ServerSocket outlet = new ServerSocket();
      outlet.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
      outlets.add(outlet);
      threads.execute(() -> serve(outlet));
    }
  }

  /** The hosts, with their ports. */
  List<String> authorities() {
    return outlets.stream().map(o -> "localhost:" + o.getLocalPort()).toList();
  }

  private void serve(ServerSocket outlet) {
    while (!outlet.isClosed()) {
      try {
        Socket socket = outlet.accept();
        threads.execute(() -> answer(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      socket.setSoTimeout(30_000);
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String request = in.readLine();
      for (String line = request; line != null && !line.isEmpty(); ) {
        line = in.readLine();
      }
      if (request != null) {
        respond(socket, request.split(" ")[1]);
      }
    } catch (IOException e) {
      // The other side is killed now and then; that is the point.
    }
  }

  private void respond(Socket socket, String path) throws IOException {
    String authority = "localhost:" + socket.getLocalPort();
    if (path.equals("/robots.txt")) {
      send(socket, "404 Not Found", "text/plain", "none", 1);
    } else if (path.equals("/rss")) {
      send(socket, "200 OK", "application/rss+xml", feed(authority), 1);
    } else {
      misbehave(socket, page(path));
    }
  }

  private void misbehave(Socket socket, String page) throws IOException {
    int dice;
    synchronized (random) {
      dice = random.nextInt(1_000) / FAULTS;
    }
    switch (dice) {
      case 0 -> {
        count("reset");
        socket.setSoLinger(true, 0);
        socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-".getBytes(UTF_8));
      }
      case 1 -> {
        count("stalled");
        pause(8_000);
        send(socket, "200 OK", "text/html; charset=utf-8", page, 1);
      }
      case 2 -> {
        count("error 500");
        send(socket, "500 Internal Server Error", "text/html", "<h1>Internal error</h1>", 1);
      }
      case 3 -> {
        count("cut off");
        send(socket, "200 OK", "text/html; charset=utf-8", page, 0.5);
      }
      case 4 -> {
        count("gone");
        send(socket, "404 Not Found", "text/html", "<h1>Page not found</h1>", 1);
      }
      default -> {
        count("whole");
        send(socket, "200 OK", "text/html; charset=utf-8", page, 1);
      }
    }
  }

  private void count(String what) {
    counts.computeIfAbsent(what, w -> new AtomicInteger()).incrementAndGet();
  }

  private static void send(Socket socket, String status, String type, String body, double share)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, type, bytes.length);
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(UTF_8));
    out.write(bytes, 0, (int) (bytes.length * share));
    out.flush();
  }

  private String feed(String authority) {
    StringBuilder items = new StringBuilder("<rss version=\"2.0\"><channel><title>Soak</title>");
    for (int i = 0; i < stories; i++) {
      items.append("<item><link>http://" + authority + "/story-number-" + i + "</link></item>");
    }
    return items.append("</channel></rss>").toString();
  }

  /** A story as it stands now; each version says which it is, and they only go up. */
  private String page(String path) {
    int story = Math.floorMod(path.hashCode(), 1_000);
    long version = (System.currentTimeMillis() - begun) / 1_000 / secondsPerVersion;
    return """
        <!doctype html><html lang="en"><head><title>Bridge story %d</title>
        <meta property="og:type" content="article"></head><body><article>
        <h1>Bridge story %d stays in the news</h1>
        <p>%s</p><p>This is version %d of the story, which the desk wrote again.</p><p>%s</p>
        <p>%s</p></article></body></html>"""
        .formatted(
            story, story, PARAGRAPH, version, PARAGRAPH.replace("bridge", "pier"), PARAGRAPH);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was answered, for the report. */
  String summary() {
    return Instant.ofEpochMilli(begun) + ": " + new TreeMap<>(counts);
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket outlet : outlets) {
      outlet.close();
    }
    threads.shutdownNow();
  }
}
