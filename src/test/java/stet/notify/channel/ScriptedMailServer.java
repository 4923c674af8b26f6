package stet.notify.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server on this machine that knows STARTTLS and answers as it is told (RFC 5321, RFC 3207).
 */
final class ScriptedMailServer implements AutoCloseable {
  private final ServerSocket server;
  private final @Nullable SSLContext tls;
  private final Map<String, String> answers;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();

  /**
   * @param tls offers STARTTLS; null for none
   * @param answers by the beginning of a line what is said instead of yes; {@code hang} for nothing
   */
  ScriptedMailServer(@Nullable SSLContext tls, Map<String, String> answers) throws IOException {
    this.tls = tls;
    this.answers = answers;
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::listen, "scripted-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** All that was said to it, passwords as they came. */
  List<String> lines() {
    return lines;
  }

  List<String> mails() {
    return mails;
  }

  private void listen() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        talk(socket, false);
      } catch (IOException e) {
        // The other side left, or this one.
      }
    }
  }

  private void talk(Socket socket, boolean encrypted) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    if (!encrypted) {
      say(socket, "220 mail.paper.example ready");
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      lines.add((encrypted ? "+" : "") + line);
      String told = answer(line);
      if (told.equals("hang")) {
        return;
      }
      if (line.equals("STARTTLS") && tls != null) {
        say(socket, "220 go ahead");
        SSLSocket secure =
            (SSLSocket)
                tls.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        secure.setUseClientMode(false);
        talk(secure, true);
        return;
      }
      say(socket, told.isEmpty() ? standard(line, encrypted) : told);
      if (line.equals("DATA") && told.isEmpty()) {
        mails.add(data(in));
        String after = answer(".");
        say(socket, after.isEmpty() ? "250 queued" : after);
      }
      if (line.equals("QUIT")) {
        return;
      }
    }
  }

  private String answer(String line) {
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (line.startsWith(answer.getKey())) {
        return answer.getValue();
      }
    }
    return "";
  }

  private String standard(String line, boolean encrypted) {
    if (line.startsWith("EHLO")) {
      return tls != null && !encrypted
          ? "250-mail.paper.example\r\n250 STARTTLS"
          : "250-mail.paper.example\r\n250 AUTH PLAIN";
    }
    if (line.startsWith("AUTH")) {
      return "235 welcome";
    }
    return line.equals("DATA") ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 fine";
  }

  private static String data(BufferedReader in) throws IOException {
    List<String> mail = new ArrayList<>();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.add(line);
    }
    return String.join("\n", mail);
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
