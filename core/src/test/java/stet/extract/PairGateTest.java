package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stet.article.ArticleDigest;
import stet.article.Block;
import stet.extract.read.Extractors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bounds on what makes two captures of one page two versions, on labelled pairs, and on what is
 * taken for an article. A bound moves only towards fewer mistakes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairGateTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Instant LABELLED = Instant.parse("2026-11-22T00:00:00Z");
  private static final Pattern TIME =
      Pattern.compile("__(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)Z");
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?i)^(?:published|last updated|updated):?\\s+\\d{1,2} \\p{L}+ \\d{4}$"
              + "|^(?:full page history|show all updates|hide all updates|see all updates)\\b.*");

  private final JsonMapper mapper = new JsonMapper();
  private final Extractor extractor = Extractors.standard();

  /** A page stands in several pairs, and pairs have several labels. */
  private final Map<Path, String> fingerprints = new HashMap<>();

  /** Two captures are of another page, one states another date of update. */
  @Test
  void bytesThatDifferWithoutWordsMakeNoVersion() throws IOException {
    Outcome noise = pairs("ota-noise", DATA, "text_changed");
    assertThat(noise.falseAlarms).as("of %d", noise.unchanged).hasSizeLessThanOrEqualTo(3);
    assertThat((double) noise.falseAlarms.size() / noise.unchanged).isLessThanOrEqualTo(0.02);
  }

  /**
   * What is missed are an offer set under one site's terms and the labels of two buttons, which the
   * label counts as text.
   */
  @Test
  void changedWordsMakeAVersion() throws IOException {
    Outcome noise = pairs("ota-noise", DATA, "words_changed");
    assertThat(noise.missed).as("of %d", noise.changed).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void aDataSetThatIsGoneMakesAVersionAndViewCountersMakeNone() throws IOException {
    Path folder = DATA.resolve("labelled/webmonitoring-pairs");
    Outcome pairs = pairs("webmonitoring-pairs", folder, "meaningful");
    assertThat(pairs.falseAlarms).isEmpty();
    assertThat(pairs.changed).isEqualTo(1);
    assertThat(pairs.missed).isEmpty();
  }

  @Test
  void blockPagesAreNoArticlesAndRealPagesAre() throws IOException {
    for (JsonNode one : cases("capture-quality")) {
      Path body = DATA.resolve("labelled/capture-quality/" + one.get("id").asString() + ".body");
      double quality = one.get("expected").get("quality").asDouble();
      if (Files.exists(body) && (quality == 0 || quality == 1)) {
        boolean article = read(body) instanceof Extraction.Article;
        assertThat(article).as(one.get("vendor").asString()).isEqualTo(quality == 1);
      }
    }
  }

  @Test
  void changeHistoriesAndDateLinesNeverReachTheText() throws IOException {
    for (String set : List.of("govuk-guidance", "govuk-news")) {
      Path folder = DATA.resolve("versions/" + set);
      assumeTrue(Files.isDirectory(folder), "../shared/data/versions/" + set + " is not here");
      List<Path> captures;
      try (Stream<Path> all = Files.walk(folder)) {
        captures = all.filter(f -> TIME.matcher(f.toString()).find()).sorted().toList();
      }
      for (int i = 0; i < captures.size(); i += 12) {
        if (read(captures.get(i)) instanceof Extraction.Article article) {
          assertThat(article.version().body())
              .as(captures.get(i).toString())
              .extracting(Block::text)
              .noneMatch(text -> FURNITURE.matcher(text).find());
        }
      }
    }
  }

  private record Outcome(
      int unchanged, List<String> falseAlarms, int changed, List<String> missed) {}

  private Outcome pairs(String set, Path base, String label) throws IOException {
    List<String> falseAlarms = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    int unchanged = 0;
    int changed = 0;
    for (JsonNode pair : cases(set)) {
      JsonNode expected = pair.get("expected").path(label);
      if (!expected.isBoolean()) {
        continue;
      }
      String before = fingerprint(base.resolve(pair.get("before").asString()));
      String after = fingerprint(base.resolve(pair.get("after").asString()));
      boolean same = before.equals(after);
      changed += expected.asBoolean() ? 1 : 0;
      unchanged += expected.asBoolean() ? 0 : 1;
      if (same == expected.asBoolean()) {
        (same ? missed : falseAlarms).add(pair.get("id").asString());
      }
    }
    return new Outcome(unchanged, falseAlarms, changed, missed);
  }

  private List<JsonNode> cases(String set) throws IOException {
    Path file = DATA.resolve("labelled/" + set + "/cases.jsonl");
    assumeTrue(Files.exists(file), "../shared/data/labelled/" + set + " is not here");
    return Files.readAllLines(file).stream().map(mapper::readTree).toList();
  }

  private String fingerprint(Path file) throws IOException {
    String known = fingerprints.get(file);
    if (known == null) {
      Extraction read = read(file);
      known =
          read instanceof Extraction.Article article
              ? ArticleDigest.compared(article.version())
              : "none: " + ((Extraction.NotAnArticle) read).reason();
      fingerprints.put(file, known);
    }
    return known;
  }

  private Extraction read(Path file) throws IOException {
    byte[] raw = Files.readAllBytes(file);
    boolean packed = raw.length > 2 && (raw[0] & 0xff) == 0x1f && (raw[1] & 0xff) == 0x8b;
    byte[] bytes = raw;
    if (packed) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
        bytes = in.readAllBytes();
      }
    }
    return extractor.extract(new Page("urn:stet:page", "", time(file), "", bytes));
  }

  private static Instant time(Path file) {
    Matcher time = TIME.matcher(file.getFileName().toString());
    return time.find()
        ? Instant.parse(
            time.group(1) + "T" + time.group(2) + ":" + time.group(3) + ":" + time.group(4) + "Z")
        : LABELLED;
  }
}
