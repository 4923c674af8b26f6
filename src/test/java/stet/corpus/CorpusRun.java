package stet.corpus;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import stet.capture.Digest;

/** Writes a corpus as WARC files that any reader of web archives understands. */
public final class CorpusRun {
  /** A file that has reached this size, in bytes, is not appended to. */
  private static final long FILE_LIMIT = 256L << 20;

  private final Path dir;
  private int files;
  private long before;
  private long written;
  private OutputStream out = OutputStream.nullOutputStream();

  private CorpusRun(Path dir) {
    this.dir = dir;
  }

  /**
   * What was written.
   *
   * @param text bytes of headlines, standfirsts, paragraphs and notices, over all versions
   * @param html bytes of pages
   * @param warc bytes of files
   */
  public record Summary(
      int articles, int versions, int captures, long text, long html, long warc) {}

  /** Writes {@code --articles N --versions N --seed N [--shuffled] DIR}. */
  public static void main(String[] args) throws IOException {
    Options options = Options.of(args);
    Corpus corpus =
        new Corpus(
            options.number("--seed", 1),
            (int) options.number("--articles", 1_000),
            (int) options.number("--versions", 4));
    Summary summary =
        write(corpus, options.has("--shuffled"), Path.of(options.last("a folder to write into")));
    System.out.printf(
        "%d articles, %d versions, %d captures: %d bytes of text, %d of pages, %d of WARC%n",
        summary.articles,
        summary.versions,
        summary.captures,
        summary.text,
        summary.html,
        summary.warc);
  }

  /**
   * Writes all captures of a corpus into a folder.
   *
   * @param shuffled whether in an order that is not that of time
   */
  public static Summary write(Corpus corpus, boolean shuffled, Path dir) throws IOException {
    return write(corpus.captures(shuffled), dir);
  }

  static Summary write(Iterator<Corpus.Captured> all, Path dir) throws IOException {
    Files.createDirectories(dir);
    CorpusRun run = new CorpusRun(dir);
    run.next();
    int articles = 0;
    int versions = 0;
    int captures = 0;
    long text = 0;
    long html = 0;
    while (all.hasNext()) {
      Corpus.Captured one = all.next();
      captures++;
      html += one.html().length;
      if (one.fresh()) {
        versions++;
        articles += one.version() == 1 ? 1 : 0;
        text += one.story().text().getBytes(StandardCharsets.UTF_8).length;
      }
      run.write(one);
    }
    run.out.close();
    long warc = run.written + run.before;
    return new Summary(articles, versions, captures, text, html, warc);
  }

  private void next() throws IOException {
    out.close();
    before += written;
    written = 0;
    files++;
    Path file = dir.resolve("corpus-%05d.warc.gz".formatted(files));
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private void write(Corpus.Captured one) throws IOException {
    if (written >= FILE_LIMIT) {
      next();
    }
    byte[] record = record(one);
    out.write(record);
    written += record.length;
  }

  private static byte[] record(Corpus.Captured one) throws IOException {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + one.html().length
            + "\r\n\r\n";
    byte[] id = (one.uri() + one.at()).getBytes(StandardCharsets.UTF_8);
    String head =
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"
            + UUID.nameUUIDFromBytes(id)
            + ">\r\nWARC-Date: "
            + one.at()
            + "\r\nWARC-Target-URI: "
            + one.uri()
            + "\r\nWARC-Payload-Digest: "
            + Digest.of(one.html()).labelled()
            + "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: "
            + (http.length() + one.html().length)
            + "\r\n\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(one.html().length / 2);
    try (PrintStream gzip =
        new PrintStream(new GZIPOutputStream(bytes), false, StandardCharsets.UTF_8)) {
      gzip.print(head + http);
      gzip.write(one.html());
      gzip.print("\r\n\r\n");
    }
    return bytes.toByteArray();
  }
}
