package stet.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import stet.extract.read.Extractors;

/** Real pages broken in ways that chance chooses, always the same ones for one seed. */
public final class BrokenPages {
  private static final String[] SPANNERS = {
    "<table><tr><td>",
    "</div></div></div>",
    "<script>",
    "<!--",
    "<p",
    "&#x0;",
    "<h1>",
    "\u202e",
    "<script type='application/ld+json'>{\"@graph\":[[[[{\"@type\":\"NewsArticle\",",
    "\0",
    "<time datetime='",
    "<article><article>",
    "</body>",
    "<template>",
    "<svg><math>",
    "]]>",
    "<plaintext>"
  };

  private final List<Path> files;
  private final Random random;
  private int next;

  private BrokenPages(List<Path> files, long seed) {
    this.files = files;
    this.random = new Random(seed);
  }

  /** Pages of a folder and those below it, gzipped, as many as {@code most}. */
  static BrokenPages in(Path folder, long most, long seed) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(f -> f.toString().endsWith(".html.gz")).sorted().limit(most).toList();
      return new BrokenPages(files, seed);
    }
  }

  /** What the last page is, in words. */
  String which() {
    return "mutation " + (next - 1) + " of " + files.get((next - 1) % files.size()).getFileName();
  }

  Page next() throws IOException {
    byte[] broken = mutated(bytes(files.get(next++ % files.size())), random);
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    return new Page("https://example.org/", "text/html", at, "", broken);
  }

  /**
   * Reads many broken pages and tells what came of it: {@code DIR COUNT SEED}. Exit code 1 when a
   * page broke the extractor or took longer than ten seconds.
   */
  public static void main(String[] args) throws IOException {
    BrokenPages pages = in(Path.of(args[0]), Long.MAX_VALUE, Long.parseLong(args[2]));
    int count = Integer.parseInt(args[1]);
    Extractor extractor = Extractors.standard();
    List<String> failures = new ArrayList<>();
    long slowest = 0;
    for (int i = 0; i < count; i++) {
      Page page = pages.next();
      long begun = System.nanoTime();
      try {
        extractor.extract(page);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        failures.add(pages.which() + ": " + e);
      }
      long millis = (System.nanoTime() - begun) / 1_000_000;
      slowest = Math.max(slowest, millis);
      if (millis > 10_000) {
        failures.add(pages.which() + ": " + millis + " ms");
      }
    }
    failures.forEach(System.out::println);
    System.out.printf(
        "%d broken pages out of %d, seed %s: %d failures; the slowest took %d ms%n",
        count, pages.files.size(), args[2], failures.size(), slowest);
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  private static byte[] mutated(byte[] page, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = random.nextInt(page.length);
    int length = Math.min(page.length - at, random.nextInt(20_000));
    switch (random.nextInt(5)) {
      case 0 -> out.write(page, 0, at);
      case 1 -> {
        out.write(page, 0, at);
        out.write(page, at + length, page.length - at - length);
      }
      case 2 -> {
        out.write(page, 0, at + length);
        out.write(page, at, page.length - at);
      }
      case 3 -> {
        byte[] noisy = page.clone();
        for (int i = 0; i < 500; i++) {
          noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
        }
        out.writeBytes(noisy);
      }
      default -> {
        String spanner = SPANNERS[random.nextInt(SPANNERS.length)].repeat(1 + random.nextInt(300));
        out.write(page, 0, at);
        out.writeBytes(spanner.getBytes(StandardCharsets.UTF_8));
        out.write(page, at, page.length - at);
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
