package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import stet.capture.Coder;
import stet.capture.Digest;

/**
 * Serves pages of real size on loopback, in five content codings by turns, half of them chunked.
 * Each carries the digest of its coded bytes.
 */
public final class PageServer {
  private static final List<String> CODINGS = List.of("identity", "gzip", "deflate", "br", "zstd");

  private PageServer() {}

  /** Serves until its input ends; prints its port first. */
  public static void main(String[] args) throws Exception {
    serve(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  /** Starts one in a process of its own, so that its time and memory are not measured. */
  static Process start(Path data, int count) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            PageServer.class.getName(),
            data.toString(),
            "" + count)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The port that a started server printed. */
  static int port(Process server) throws IOException {
    return Integer.parseInt(new String(readLine(server.getInputStream()), UTF_8).strip());
  }

  private static byte[] readLine(InputStream in) throws IOException {
    byte[] line = new byte[64];
    int length = 0;
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line[length++] = (byte) b;
    }
    return Arrays.copyOf(line, length);
  }

  private static void serve(Path data, int count) throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.walk(data)) {
      files = found.filter(f -> f.toString().endsWith(".html.gz")).sorted().toList();
    }
    Newsroom newsroom = new Newsroom();
    for (int i = 0; i < count; i++) {
      newsroom.on("/" + i, answer(files.get(i % files.size()), i));
    }
    System.out.println(newsroom.port());
    System.out.flush();
    System.in.read();
  }

  static byte[] answer(Path file, int number) throws IOException {
    byte[] page;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      page = in.readAllBytes();
    }
    String coding = CODINGS.get(number % CODINGS.size());
    byte[] distinct = Newsroom.join(page, ("<!-- " + number + " -->").getBytes(UTF_8));
    byte[] coded = Coder.encode(coding, distinct);
    String fields =
        "Content-Type: text/html\r\nETag: \""
            + number
            + "\"\r\n"
            + (coding.equals("identity") ? "" : "Content-Encoding: " + coding + "\r\n")
            + "X-Digest: "
            + Digest.of(coded).hex()
            + "\r\n";
    return number % 2 == 0 ? Newsroom.answer("200 OK", fields, coded) : chunked(fields, coded);
  }

  private static byte[] chunked(String fields, byte[] body) {
    List<byte[]> parts = new ArrayList<>();
    String head = "HTTP/1.1 200 OK\r\n" + fields + "Transfer-Encoding: chunked\r\n\r\n";
    parts.add(head.getBytes(UTF_8));
    for (int at = 0; at < body.length; at += 8000) {
      byte[] chunk = Arrays.copyOfRange(body, at, Math.min(body.length, at + 8000));
      parts.add((Integer.toHexString(chunk.length) + "\r\n").getBytes(UTF_8));
      parts.add(chunk);
      parts.add("\r\n".getBytes(UTF_8));
    }
    parts.add("0\r\n\r\n".getBytes(UTF_8));
    return Newsroom.join(parts.toArray(new byte[0][]));
  }
}
