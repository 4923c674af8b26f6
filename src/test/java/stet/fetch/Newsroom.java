package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on loopback that says exactly the bytes it is told, so that every quirk of real servers
 * can be had. A path that nobody set answers 404; so does robots.txt.
 */
public class Newsroom implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "newsroom");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Handler> pages = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Says what it likes on the connection. */
  public interface Handler {
    void answer(Visit visit) throws IOException;
  }

  /**
   * One request.
   *
   * @param head as received
   * @param path without the host
   */
  public record Visit(String head, String path, Socket socket) {
    public OutputStream out() throws IOException {
      return socket.getOutputStream();
    }

    /** Sends bytes at once. */
    public void say(byte[] bytes) throws IOException {
      out().write(bytes);
      out().flush();
    }

    public void say(String text) throws IOException {
      say(text.getBytes(UTF_8));
    }

    /** Ends the connection as a crash would. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** The value of a request field; empty when there is none. */
    public String field(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  public Newsroom() {
    this(plainListener());
  }

  Newsroom(ServerSocket listener) {
    this.listener = listener;
    workers.execute(this::listen);
  }

  private static ServerSocket plainListener() {
    try {
      return new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The authority under which it is asked by its address. */
  public String authority() {
    return "127.0.0.1:" + port();
  }

  public String url(String path) {
    return "http://" + authority() + path;
  }

  /** Connections that were made so far. */
  public int connections() {
    return connections.get();
  }

  /** Heads of the requests so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** First lines of the requests so far. */
  public List<String> asked() {
    return requests.stream().map(head -> head.lines().findFirst().orElse("")).toList();
  }

  /** Sets what a path says. */
  public Newsroom on(String path, Handler handler) {
    pages.put(path, handler);
    return this;
  }

  /** Sets the bytes that a path says. */
  public Newsroom on(String path, byte[] bytes) {
    return on(path, visit -> visit.say(bytes));
  }

  /** Sets a page with a head of its own. */
  public Newsroom page(String path, String fields, byte[] body) {
    return on(path, answer("200 OK", fields, body));
  }

  /** Sets a page of HTML. */
  public Newsroom page(String path, String html) {
    return page(path, "Content-Type: text/html; charset=utf-8\r\n", html.getBytes(UTF_8));
  }

  /** Sets a redirect. */
  public Newsroom redirect(String path, String location) {
    return on(path, answer("302 Found", "Location: " + location + "\r\n", new byte[0]));
  }

  /** The bytes of an answer with a stated length. */
  public static byte[] answer(String status, String fields, byte[] body) {
    String head =
        "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + body.length + "\r\n\r\n";
    return join(head.getBytes(UTF_8), body);
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        open.add(socket);
        workers.execute(() -> serve(socket));
      } catch (IOException e) {
        // The listener was closed, or a client went away before it was accepted.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String head = read(in); !head.isEmpty(); head = read(in)) {
        requests.add(head);
        String target = head.split(" ")[1];
        Handler handler = pages.get(target.split("\\?")[0]);
        Visit visit = new Visit(head, target, socket);
        if (handler == null) {
          visit.say(answer("404 Not Found", "", "no such page".getBytes(UTF_8)));
        } else {
          handler.answer(visit);
        }
      }
    } catch (IOException e) {
      // The client ended the connection, as it may.
    } finally {
      open.remove(socket);
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.append((char) b);
      if (b == '\n' && head.length() > 3 && head.lastIndexOf("\r\n\r\n") == head.length() - 4) {
        return head.toString();
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    workers.shutdownNow();
  }
}
