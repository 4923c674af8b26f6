package stet.notify.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on this machine that notes what it is asked and answers as it is told. */
final class Receiver implements AutoCloseable {
  /**
   * A request as it came.
   *
   * @param fields by name in lower case
   */
  record Got(String method, String path, Map<String, String> fields, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(text());
    }

    String field(String name) {
      return fields.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /**
   * An answer.
   *
   * @param status 0 to end the connection without one, -1 to say nothing at all
   */
  record Say(int status, String fields, String body) {
    static Say json(String body) {
      return new Say(200, "Content-Type: application/json\r\n", body);
    }
  }

  private final ServerSocket server;
  private final Function<Got, Say> answers;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  Receiver(Function<Got, Say> answers) throws IOException {
    this.answers = answers;
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::listen, "receiver");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  List<Got> got() {
    return got;
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread thread = new Thread(() -> serve(socket), "receiver-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      while (true) {
        Got request = read(socket.getInputStream());
        if (request == null) {
          socket.close();
          return;
        }
        got.add(request);
        Say say = answers.apply(request);
        if (say.status() < 0) {
          return;
        }
        if (say.status() == 0) {
          socket.close();
          return;
        }
        byte[] body = say.body().getBytes(StandardCharsets.UTF_8);
        String head =
            "HTTP/1.1 "
                + say.status()
                + " Said\r\n"
                + say.fields()
                + "Content-Length: "
                + body.length
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
      }
    } catch (IOException e) {
      // The other side left.
    }
  }

  private static Got read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int b;
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      if ((b = in.read()) < 0) {
        return null;
      }
      head.write(b);
    }
    String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
    Map<String, String> fields = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      fields.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    String[] start = lines[0].split(" ");
    byte[] body = in.readNBytes(Integer.parseInt(fields.getOrDefault("content-length", "0")));
    return new Got(start[0], start[1], fields, body);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
