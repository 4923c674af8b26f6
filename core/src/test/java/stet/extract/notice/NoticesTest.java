package stet.extract.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of notices in sixty languages, and of sentences that only look like them. */
class NoticesTest {
  private static List<String[]> rows(String name) throws IOException {
    try (InputStream in = NoticesTest.class.getResourceAsStream("/notices/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).map(l -> l.split("\t")).toList();
    }
  }

  @Test
  void noticesAreKnown() throws IOException {
    List<String[]> rows = rows("notices.tsv");
    List<String> missed = new ArrayList<>();
    for (String[] row : rows) {
      String kind = Notices.kind(row[2]).map(Enum::name).orElse("none");
      if (!kind.equals(row[1])) {
        missed.add(row[0] + " " + kind + " for " + row[1] + ": " + row[2]);
      }
    }
    assertEquals("", String.join("\n", missed));
    Map<String, Long> languages =
        rows.stream().collect(Collectors.groupingBy(r -> r[0], Collectors.counting()));
    assertTrue(languages.values().stream().filter(n -> n >= 6).count() >= 40, "languages");
  }

  @Test
  void storiesAboutCorrectionsAreNone() throws IOException {
    List<String[]> rows = rows("lookalikes.tsv");
    List<String> taken = new ArrayList<>();
    for (String[] row : rows) {
      Notices.kind(row[1]).ifPresent(k -> taken.add(row[0] + " " + k + ": " + row[1]));
    }
    assertEquals("", String.join("\n", taken));
    assertTrue(rows.size() >= 100, "rows");
  }
}
