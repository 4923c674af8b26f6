package stet.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** So many times a page that is edited can be asked for. */
  public static final int VISITS = 10;

  private static final Pattern PARAGRAPH = Pattern.compile("<p[^>]*>([^<>]{200,})<");

  private PageServer() {}

  /** Serves until its input ends; prints its port first. */
  public static void main(String[] args) throws Exception {
    serve(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  /** Starts one in a process of its own, so that its time and memory are not measured. */
  static Process start(Path data, int count) throws IOException {
    return start(data, count, 0);
  }

  /**
   * Starts one in a process of its own.
   *
   * @param edited one page in so many is edited whenever it is asked for again, up to {@link
   *     #VISITS} times, and all are other bytes; 0 where they stay the same
   */
  public static Process start(Path data, int count, int edited) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            PageServer.class.getName(),
            data.toString(),
            "" + count,
            "" + edited)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The port that a started server printed. */
  public static int port(Process server) throws IOException {
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

  private static void serve(Path data, int count, int edited) throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.walk(data)) {
      files = found.filter(f -> f.toString().endsWith(".html.gz")).sorted().toList();
    }
    Newsroom newsroom = new Newsroom();
    for (int i = 0; i < count; i++) {
      Path file = files.get(i % files.size());
      if (edited == 0) {
        newsroom.on("/" + i, answer(file, i));
      } else {
        newsroom.on("/" + i, anew(file, i, i % edited == 0));
      }
    }
    System.out.println(newsroom.port());
    System.out.flush();
    System.in.read();
  }

  /** Other bytes at each visit, and other words where it is edited; made beforehand. */
  private static Newsroom.Handler anew(Path file, int number, boolean edited) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    byte[] page = read(file);
    List<byte[]> answers = new ArrayList<>();
    for (int visit = 0; visit < VISITS; visit++) {
      byte[] other = Newsroom.join(page, ("<!-- visit " + visit + " -->").getBytes(UTF_8));
      answers.add(
          answer(edited && visit > 0 ? edit(other, 10_000 + 7 * number + visit) : other, number));
    }
    return visit -> visit.say(answers.get(Math.min(asked.getAndIncrement(), VISITS - 1)));
  }

  /**
   * Words are put into the middle of the first long run of text in a paragraph; no edit is like
   * another.
   */
  private static byte[] edit(byte[] page, int many) {
    String html = new String(page, ISO_8859_1);
    Matcher text = PARAGRAPH.matcher(html);
    if (!text.find()) {
      return page;
    }
    int at = html.indexOf(' ', (text.start(1) + text.end(1)) / 2);
    String more = " some " + many + " fictional";
    return (html.substring(0, at) + more + html.substring(at)).getBytes(ISO_8859_1);
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  static byte[] answer(Path file, int number) throws IOException {
    return answer(read(file), number);
  }

  private static byte[] answer(byte[] page, int number) throws IOException {
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
