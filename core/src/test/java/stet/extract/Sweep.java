package stet.extract;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.extract.read.Extractors;

/**
 * Generated pages of one element many times over, beside each other, in each other and in turn with
 * others: the time to read them may grow with their number, but not with its square.
 */
public final class Sweep {
  private static final String[] ELEMENTS = {
    "<p>Words of Port Ellery, number #.</p>",
    "<p>Subscribe to our newsletter today, reader #?</p>",
    "<p>Published 11 March 2024 10:5# pm</p>",
    "<p><a href='/a#'>More about the ferry</a></p>",
    "<p>— By Ann Reed, reporter #</p>",
    "<p>Correction: an earlier version of this article misstated number #.</p>",
    "<div>",
    "<div class=article-body>",
    "<div class=related>",
    "<div hidden>",
    "<section>",
    "<article>",
    "<main>",
    "<aside>",
    "<header>",
    "<footer>",
    "<nav>",
    "<form><input>",
    "<figure><img src=a#.jpg><figcaption>A ferry, number #</figcaption>",
    "<figcaption>Ferry #",
    "<img src=a#.jpg alt='ferry #'>",
    "<picture><source srcset=a#.jpg>",
    "<video src=a>",
    "<iframe src=a#>",
    "<ul><li>Point # of the list",
    "<ol><li>Point # of the list",
    "<dl><dt>2 May 2024<dd>Change # made",
    "<table><tr><td>cell #",
    "<tr><td>cell #",
    "<blockquote>A ferry, they said, # times.",
    "<h1>Ferry #",
    "<h2>Ferry #",
    "<h3>Related #",
    "<time datetime=2024-03-11T10:51:00Z>11 March",
    "<a href=/a#>link #",
    "<a rel=author>Ann Reed #",
    "<span>word #",
    "<span class=byline>By Ann Reed",
    "<b>bold #",
    "<i>slanted #",
    "<em>em #",
    "<small>small #",
    "<br>",
    "<hr>",
    "<template>t #",
    "<svg><title>#",
    "<math><mi>#",
    "<ruby>#<rt>#",
    "<noscript>n #",
    "<details><summary>more #",
    "<button>Read more",
    "<select><option>#",
    "<label>#",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"F#\"}</script>",
    "<script>var a=#</script>",
    "<style>a{}</style>",
    "<meta property=og:title content=F#>",
    "<link rel=canonical href=/a#>",
    "<span itemprop=author itemscope><b itemprop=name>Ann",
    "<div itemscope itemtype=http://schema.org/NewsArticle itemprop=articleBody>text #",
    "<div id=post-# class=live-post><time datetime=2024-03-11T10:51:00Z></time><p>The ferry"
        + " left.</p>",
    "<!-- # -->",
    "<pre>code #",
    "<center>#",
    "<font color=red>#",
    "<marquee>#",
  };

  private static final String PARAGRAPH =
      "<p>The harbour council of Port Ellery voted on Tuesday to keep the old ferry running for"
          + " another year, although repairs would cost more than a new boat.</p>";

  private static final long MOST_MILLIS_PER_10_000 = 3_000;

  /** How the time may grow from the small page to the large one: with n to the power of this. */
  private static final double WORST_POWER = 1.5;

  /** Times below this say nothing of how they grow. */
  private static final long NOISE_MILLIS = 1_000;

  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)");

  private record Shape(String name, String element, int nesting) {
    String page(int copies) {
      String close = closing();
      StringBuilder out = new StringBuilder("<html><body><h1>Ferry stays</h1><article>");
      out.append(PARAGRAPH.repeat(4));
      for (int i = 0; i < copies; i++) {
        out.append(element.replace("#", Integer.toString(i)));
        switch (nesting) {
          case 0 -> out.append(close);
          case 2 -> out.append(i % 2 == 0 ? "<div><p>And so on.</p>" : close + "</div>");
          default -> {}
        }
      }
      return out.append(PARAGRAPH.repeat(2)).toString();
    }

    /** The end tags of what the element leaves open. */
    private String closing() {
      StringBuilder out = new StringBuilder();
      Matcher m = TAG.matcher(element);
      List<String> open = new ArrayList<>();
      while (m.find()) {
        if (m.group(1).isEmpty()) {
          open.add(0, m.group(2));
        } else {
          open.remove(m.group(2));
        }
      }
      open.forEach(tag -> out.append("</").append(tag).append('>'));
      return out.toString();
    }
  }

  private record Line(String name, long small, long large, double power, boolean bad) {}

  private Sweep() {}

  /**
   * Reads every shape small and large and prints the worst: {@code [COPIES [FACTOR [ONLY]]]}. Exit
   * code 1 when one took longer, or grew faster, than it may.
   */
  public static void main(String[] args) {
    int copies = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int factor = args.length > 1 ? Integer.parseInt(args[1]) : 4;
    String only = args.length > 2 ? args[2] : "";
    List<Line> lines = new ArrayList<>();
    String[] nestings = {"flat", "nested", "alternating"};
    millis(new Shape("warm", "<p>Words of Port Ellery #</p>", 0), copies);
    for (String element : ELEMENTS) {
      for (int nesting = 0; nesting < nestings.length; nesting++) {
        Shape shape = new Shape(nestings[nesting] + " " + element, element, nesting);
        if (shape.name.contains(only)) {
          Line line = measured(shape, copies, factor);
          lines.add(line);
          if (line.bad) {
            print("BAD ", line);
          }
        }
      }
    }
    lines.sort(Comparator.comparingLong(Line::large).reversed());
    lines.stream().filter(line -> !line.bad).limit(12).forEach(line -> print("ok  ", line));
    long bad = lines.stream().filter(Line::bad).count();
    System.out.printf(
        "%d shapes, %d and %d copies of each: %d too slow%n",
        lines.size(), copies, copies * factor, bad);
    System.exit(bad == 0 ? 0 : 1);
  }

  private static Line measured(Shape shape, int copies, int factor) {
    long small = millis(shape, copies);
    long large = small > 20_000 ? small : millis(shape, copies * factor);
    double power = Math.log((double) Math.max(1, large) / Math.max(1, small)) / Math.log(factor);
    boolean slow = small > bound(copies) || large > bound(copies * factor);
    boolean steep = large > NOISE_MILLIS && power > WORST_POWER;
    return new Line(shape.name, small, large, power, slow || steep);
  }

  private static double bound(int copies) {
    return MOST_MILLIS_PER_10_000 * Math.max(1, copies / 10_000.0);
  }

  private static long millis(Shape shape, int copies) {
    byte[] bytes = shape.page(copies).getBytes(StandardCharsets.UTF_8);
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    Page page = new Page("https://ellery.example/a", "text/html", at, "", bytes);
    // The processor's time: what else runs on the machine says nothing of the page.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    Extractors.standard().extract(page);
    return (threads.getCurrentThreadCpuTime() - begun) / 1_000_000;
  }

  private static void print(String verdict, Line line) {
    System.out.printf(
        Locale.ROOT,
        "%s%6d ms %6d ms  n^%.2f  %s%n",
        verdict,
        line.small,
        line.large,
        line.power,
        line.name);
  }
}
