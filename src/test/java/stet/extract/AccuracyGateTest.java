package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stet.app.ResultsWriter;
import stet.extract.read.Extractors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Floors under the extractor's accuracy on labelled pages. A floor goes up when the figure rises;
 * it goes down only with a reason in the change that lowers it.
 */
class AccuracyGateTest {
  private static final Path DATA = Path.of("../shared/data/extract");
  private static final Instant LABELLED = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void scrapinghub() throws IOException {
    assertThat(score("scrapinghub").bodyF1()).as("body F1").isGreaterThanOrEqualTo(0.977);
  }

  @Test
  void naeb() throws IOException {
    Benchmark naeb = score("naeb");
    assertThat(naeb.bodyF1()).as("body F1").isGreaterThanOrEqualTo(0.938);
    assertThat(naeb.headline()).as("headlines").isGreaterThanOrEqualTo(0.95);
    assertThat(naeb.authors()).as("authors").isGreaterThanOrEqualTo(0.865);
  }

  @Test
  void fundus() throws IOException {
    Benchmark fundus = score("fundus");
    assertThat(fundus.bodyF1()).as("body F1").isGreaterThanOrEqualTo(0.972);
    assertThat(fundus.day()).as("published days").isGreaterThanOrEqualTo(0.984);
    assertThat(fundus.minute()).as("published minutes").isGreaterThanOrEqualTo(0.98);
    assertThat(fundus.headline()).as("headlines").isGreaterThanOrEqualTo(0.8);
    assertThat(fundus.authors()).as("authors").isGreaterThanOrEqualTo(0.885);
    assertThat(fundus.leak()).as("captions in the body").isLessThanOrEqualTo(0.02);
  }

  @Test
  void fundusEval() throws IOException {
    assertThat(score("fundus-eval").bodyF1()).as("body F1").isGreaterThanOrEqualTo(0.958);
  }

  @Test
  void bbaw() throws IOException {
    Benchmark bbaw = score("bbaw");
    assertThat(bbaw.segmentsF()).as("segments F").isGreaterThanOrEqualTo(0.94);
    assertThat(bbaw.authors()).as("authors").isGreaterThanOrEqualTo(0.74);
    assertThat(bbaw.day()).as("published days").isGreaterThanOrEqualTo(0.922);
  }

  @Test
  void htmldateNews() throws IOException {
    assertThat(score("htmldate-news").day()).as("published days").isGreaterThanOrEqualTo(0.937);
  }

  @Test
  void postlight() throws IOException {
    assertThat(score("postlight").day()).as("published days").isGreaterThanOrEqualTo(0.91);
  }

  private static Benchmark score(String set) throws IOException {
    Path folder = DATA.resolve(set);
    assumeTrue(Files.isDirectory(folder), "../shared/data/extract/" + set + " is not here");
    StringWriter lines = new StringWriter();
    new ResultsWriter(Extractors.standard(), LABELLED).write(folder, lines);
    Map<String, JsonNode> results = new HashMap<>();
    for (String line : lines.toString().split("\n")) {
      JsonNode result = JsonMapper.shared().readTree(line);
      results.put(result.get("id").asString(), result);
    }
    Benchmark benchmark = new Benchmark();
    List<String> truths = Files.readAllLines(folder.resolve("truth.jsonl"));
    for (String line : truths) {
      JsonNode truth = JsonMapper.shared().readTree(line);
      benchmark.add(truth, results.get(truth.get("id").asString()));
    }
    return benchmark;
  }
}
