package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real pages broken in 200 ways, always the same ones: no exception, no hang. */
class FuzzedPagesTest {
  private static final Path PAGES = Path.of("../shared/data/extract/scrapinghub/pages");
  private static final int MUTATIONS = 200;
  private static final long SEED = 20151119;
  private static final Duration LIMIT = Duration.ofSeconds(10);
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

  @Test
  void noMutationStopsTheExtractor() throws IOException {
    assumeTrue(Files.isDirectory(PAGES), "../shared/data/extract is not here");
    List<Path> files;
    try (Stream<Path> all = Files.list(PAGES)) {
      files = all.sorted().limit(40).toList();
    }
    Random random = new Random(SEED);
    Extractor extractor = Extractors.standard();
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] broken = mutated(bytes(files.get(i % files.size())), random);
      Page page =
          new Page(
              "https://example.org/",
              "text/html",
              Instant.parse("2026-01-01T00:00:00Z"),
              "",
              broken);
      String which = "mutation " + i + " of " + files.get(i % files.size()).getFileName();
      Extraction read = assertTimeoutPreemptively(LIMIT, () -> extractor.extract(page), which);
      assertThat(read).as(which).isNotNull();
    }
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
