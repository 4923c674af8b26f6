package stet.story;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import stet.article.ArticleContent;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Payload;

/**
 * Derives the history of one made-up page and prints what that takes: {@code CAPTURES [TEXTS]
 * [twins]}. Each text differs from the one before by a paragraph of twelve; where there are fewer
 * texts than captures, they come twice each in their order, the second time for most captures.
 */
public final class LongHistoryRun {
  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  private static final String URI = "https://www.quellmund.example/front/page";
  private static final List<String> WORDS =
      List.of("harbour", "council", "crane", "ferry", "winter", "town", "said", "moved", "late");

  private final Random random = new Random(1);
  private final List<ArticleVersion> texts = new ArrayList<>();

  private LongHistoryRun() {}

  /** Runs once. */
  public static void main(String[] args) throws IOException {
    int captures = Integer.parseInt(args[0]);
    int texts = args.length > 1 ? Integer.parseInt(args[1]) : captures;
    new LongHistoryRun().run(captures, texts, args.length > 2);
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder("The");
    for (int i = 0; i < count; i++) {
      text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.append('.').toString();
  }

  private static Capture capture(String uri, int number, String bytes) {
    return new Capture(
        uri,
        BEGIN.plusSeconds(600L * number),
        0,
        "text/html",
        Payload.of(bytes.getBytes(StandardCharsets.UTF_8)),
        new CaptureSource.WarcRecord("front.warc", "urn:uuid:" + number));
  }

  private void texts(int count) throws IOException {
    StringBuilder html = new StringBuilder("<!doctype html><html><body><article><h1>All day</h1>");
    for (int i = 0; i < 12; i++) {
      html.append("<p>").append(words(40)).append("</p>");
    }
    Capture page = capture(URI, 0, html.append("</article></body></html>").toString());
    PageReading pages = new PageReading(Engine.standard().extractor(), Screening.NONE);
    ArticleVersion v = ((Reading.Shown) pages.of(page, "")).version();
    Deque<Block> body = new ArrayDeque<>(v.body());
    for (int i = 0; i < count; i++) {
      body.addFirst(new Block.Paragraph("Item " + i + ". " + words(30)));
      body.removeLast();
      ArticleContent content =
          new ArticleContent(List.copyOf(body), v.captions(), v.images(), v.liveBlog());
      texts.add(
          new ArticleVersion(
              v.head(),
              content,
              v.statements(),
              v.textLanguage(),
              v.canonicalUrl(),
              v.extractor()));
    }
  }

  private ArticleVersion text(int capture, int captures) {
    int at = capture - texts.size();
    return at < 0
        ? texts.get(capture)
        : texts.get((int) ((long) at * texts.size() / (captures - texts.size())));
  }

  private void run(int captures, int count, boolean twins) throws IOException {
    texts(count);
    Stories stories = new Stories(Engine.standard(), new MemoryStates());
    for (int i = 0; i < captures; i++) {
      String uri = twins && i % 2 == 1 ? URI.replace("https://www.", "http://") : URI;
      Capture capture = capture(uri, i, "capture " + i);
      Reading reading = new Reading.Shown(text(i, captures), null);
      stories.add(Seen.of(capture, "", 0), Told.of(capture, reading));
    }
    int[] versions = new int[1];
    stories.each(story -> versions[0] += story.timeline().versions().size());
    texts.clear();
    System.gc();
    Runtime memory = Runtime.getRuntime();
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%,d captures, %,d versions: %,d ms of processor time, %,d MB live%n",
        captures,
        versions[0],
        system.getProcessCpuTime() / 1_000_000,
        memory.totalMemory() - memory.freeMemory() >> 20);
    Reference.reachabilityFence(stories);
  }
}
