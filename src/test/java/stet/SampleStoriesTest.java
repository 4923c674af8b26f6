package stet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample pages are what their index and their README say, small, and fictional throughout. */
class SampleStoriesTest {
  private static final Path SAMPLE = Path.of("snapshots", "sample");
  private static final Pattern HOST = Pattern.compile("https?://([^/\"'\\s<]+)");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> all = Files.walk(SAMPLE)) {
      return all.filter(p -> p.toString().endsWith(".html")).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"port-alder-courier", "meridian-wire"})
  void theIndexNamesExactlyTheFilesThatAreThere(String outlet) throws Exception {
    Path folder = SAMPLE.resolve(outlet);
    Set<Path> named = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
      JsonNode article = JsonMapper.shared().readTree(line);
      JsonNode captures = article.get("captures");
      assertThat(article.get("versions").intValue()).isEqualTo(captures.size());
      for (JsonNode capture : captures) {
        Path page =
            folder
                .resolve(article.get("id").stringValue())
                .resolve(capture.get("file").stringValue());
        named.add(page);
        byte[] bytes = Files.readAllBytes(page);
        assertThat(bytes).hasSize(capture.get("bytes").intValue());
        assertThat(sha1(bytes)).isEqualTo(capture.get("sha1").stringValue());
      }
    }
    assertThat(pages().stream().filter(p -> p.startsWith(folder)).toList())
        .containsExactlyInAnyOrderElementsOf(named);
  }

  private static String sha1(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
  }

  @Test
  void everyArticleIsExplained() throws IOException {
    for (Path page : pages()) {
      Path article = page.getParent();
      // Beside the index and not above it: there it is about the set and not taken for a page.
      String readme = Files.readString(article.resolveSibling("README.md"));
      assertThat(readme).contains("Everything here is fiction.");
      assertThat(readme).contains("| `" + article.getFileName() + "`");
    }
  }

  @Test
  void noAddressBelongsToAnybody() throws IOException {
    for (Path page : pages()) {
      Matcher hosts = HOST.matcher(Files.readString(page, StandardCharsets.UTF_8));
      while (hosts.find()) {
        assertThat(hosts.group(1)).as(page.toString()).matches("(.+\\.)?example|schema\\.org");
      }
    }
  }

  @Test
  void theyStaySmall() throws IOException {
    long total = 0;
    for (Path page : pages()) {
      total += Files.size(page);
    }
    assertThat(total).isLessThan(400_000);
  }
}
