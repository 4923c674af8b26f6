package stet.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes captures of one made-up page as WARC files, each of another text: what a front page looks
 * like that somebody archives every few minutes. A paragraph comes at the top, the last one goes.
 */
public final class FrontPageRun {
  private static final int PARAGRAPHS = 20;
  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

  private final Random random = new Random(1);
  private final Wording wording = new Wording(1);
  private final Story unused = new Story(wording, random, BEGIN);
  private final Deque<String> shown = new ArrayDeque<>();

  private FrontPageRun() {
    for (int i = 0; i < PARAGRAPHS; i++) {
      shown.addFirst(paragraph());
    }
  }

  /** Writes {@code --captures N DIR}. */
  public static void main(String[] args) throws IOException {
    Options options = Options.of(args);
    int captures = (int) options.number("--captures", 1_000);
    FrontPageRun run = new FrontPageRun();
    Iterator<Corpus.Captured> all = IntStream.range(0, captures).mapToObj(run::captured).iterator();
    CorpusRun.write(all, Path.of(options.last("a folder to write into")));
  }

  private String paragraph() {
    return wording.sentence(random) + ' ' + wording.sentence(random);
  }

  private Corpus.Captured captured(int number) {
    shown.addFirst(paragraph());
    shown.removeLast();
    StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><head><title>");
    html.append("All day in the invented town of Quellmund</title></head><body><article><h1>")
        .append("All day in the invented town of Quellmund</h1>\n");
    shown.forEach(p -> html.append("<p>").append(p).append("</p>\n"));
    byte[] bytes =
        html.append("</article></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    return new Corpus.Captured(
        "https://www.quellmund.example/news/all-day",
        BEGIN.plusSeconds(300L * number),
        bytes,
        number + 1,
        false,
        unused);
  }
}
