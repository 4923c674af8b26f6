package stet.serve.load;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One open connection that asks one thing after the other; costs as little as a client can. */
final class PlainClient implements Closeable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final String host;
  private final int port;
  private Socket socket;
  private InputStream in;

  PlainClient(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    open();
  }

  private void open() throws IOException {
    socket = new Socket(host, port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /**
   * What is answered.
   *
   * @param content empty where it was not wanted
   */
  record Answer(int status, long bytes, String content) {}

  Answer get(String path, boolean wanted) throws IOException {
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html, */*\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    int status = Integer.parseInt(line().split(" ")[1]);
    long length = -1;
    boolean chunked = false;
    boolean ends = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String field = line.toLowerCase(Locale.ROOT);
      if (field.startsWith("content-length:")) {
        length = Long.parseLong(field.substring(15).strip());
      }
      chunked |= field.startsWith("transfer-encoding:") && field.contains("chunked");
      ends |= field.startsWith("connection:") && field.contains("close");
    }
    StringBuilder content = new StringBuilder();
    long bytes = chunked ? chunks(wanted, content) : body(Math.max(0, length), wanted, content);
    if (ends) {
      socket.close();
      open();
    }
    return new Answer(status, bytes, content.toString());
  }

  private long chunks(boolean wanted, StringBuilder content) throws IOException {
    long all = 0;
    while (true) {
      long size = Long.parseLong(line().split(";")[0].strip(), 16);
      body(size, wanted, content);
      line();
      if (size == 0) {
        return all;
      }
      all += size;
    }
  }

  private long body(long length, boolean wanted, StringBuilder content) throws IOException {
    byte[] bytes = in.readNBytes(Math.toIntExact(length));
    if (bytes.length < length) {
      throw new EOFException("the answer broke off");
    }
    if (wanted) {
      content.append(new String(bytes, StandardCharsets.UTF_8));
    }
    return length;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
