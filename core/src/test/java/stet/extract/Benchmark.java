package stet.extract;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The measures of {@code ../shared/data/extract/score.py} that the gate pins: body F1 over shingles
 * of four words (macro precision and recall), segment F, share of days, minutes, headlines and sets
 * of authors that agree, and leaked captions.
 */
final class Benchmark {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final String UNSPACED =
      "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff";
  private static final Pattern SIGN = Pattern.compile("[" + UNSPACED + "]");
  private static final Pattern MIXED =
      Pattern.compile("[" + UNSPACED + "]|[[\\p{L}\\p{N}_]&&[^" + UNSPACED + "]]+");
  private static final Pattern JOINTS =
      Pattern.compile(
          "\\s*(?:[,;|/&]|\\b(?:and|und|et|y)\\b)\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "^(?:by|von|par|por|di|text|interview)\\b[: ]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?");

  private double precision;
  private double recall;
  private int withOutput;
  private int withTruth;
  private int segmentsFound;
  private int segmentsMissed;
  private int segmentsWrong;
  private int headlines;
  private int headlinesRight;
  private int bylines;
  private int bylinesRight;
  private int days;
  private int daysRight;
  private int minutes;
  private int minutesRight;
  private int captions;
  private int captionsLeaked;

  void add(JsonNode truth, JsonNode result) {
    String body = text(result.path("body"));
    if (truth.has("body")) {
      body(truth, body);
    }
    segments(truth, flat(body));
    if (truth.has("headline")) {
      headlines++;
      String want = norm(truth.get("headline").asString());
      headlinesRight += want.equals(norm(result.path("headline").asString(""))) ? 1 : 0;
    }
    Set<String> authors = names(truth.path("authors"));
    if (!authors.isEmpty()) {
      bylines++;
      bylinesRight += authors.equals(names(result.path("authors"))) ? 1 : 0;
    }
    if (truth.has("published") && !truth.get("published").isNull()) {
      date(truth, result.path("published").asString(""));
    }
    String hay = norm(body);
    for (JsonNode caption : truth.path("captions")) {
      String words = norm(caption.asString());
      captions++;
      captionsLeaked += words.length() > 20 && hay.contains(words) ? 1 : 0;
    }
  }

  double bodyF1() {
    return harmonic(precision / withOutput, recall / withTruth);
  }

  double segmentsF() {
    double p = (double) segmentsFound / (segmentsFound + segmentsWrong);
    return harmonic(p, (double) segmentsFound / (segmentsFound + segmentsMissed));
  }

  double headline() {
    return (double) headlinesRight / headlines;
  }

  double authors() {
    return (double) bylinesRight / bylines;
  }

  double day() {
    return (double) daysRight / days;
  }

  double minute() {
    return (double) minutesRight / minutes;
  }

  double leak() {
    return (double) captionsLeaked / captions;
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  private void body(JsonNode truth, String body) {
    String plain = text(truth.get("body"));
    List<String> variants = new ArrayList<>(List.of(plain));
    if (!text(truth.path("summary")).isEmpty()) {
      variants.add(text(truth.get("summary")) + "\n\n" + plain);
    }
    if (!text(truth.path("body_with_optional")).isEmpty()) {
      variants.add(text(truth.get("body_with_optional")));
    }
    boolean public84 = truth.path("dataset").asString("").equals("scrapinghub");
    int[] best = {0, 0, 0};
    double bestF = -1;
    for (String want : variants) {
      boolean signs = !public84 && unspaced(want);
      Map<String, Integer> wanted = shingles(tokens(want, signs));
      Map<String, Integer> got = shingles(tokens(body, signs));
      int shared = 0;
      for (Map.Entry<String, Integer> e : wanted.entrySet()) {
        shared += Math.min(e.getValue(), got.getOrDefault(e.getKey(), 0));
      }
      int[] counts = {shared, sum(got) - shared, sum(wanted) - shared};
      double f = harmonic(share(counts[0], counts[1]), share(counts[0], counts[2]));
      if (f > bestF) {
        bestF = f;
        best = counts;
      }
    }
    if (best[0] + best[1] > 0) {
      withOutput++;
      precision += share(best[0], best[1]);
    }
    if (best[0] + best[2] > 0) {
      withTruth++;
      recall += share(best[0], best[2]);
    }
  }

  private static double share(int part, int rest) {
    return part + rest == 0 ? 0 : (double) part / (part + rest);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static boolean unspaced(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    return SIGN.matcher(text).results().count() > 0.1 * Math.max(1, letters);
  }

  private static List<String> tokens(String text, boolean signs) {
    return (signs ? MIXED : WORD).matcher(text).results().map(r -> r.group()).toList();
  }

  private static Map<String, Integer> shingles(List<String> tokens) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; !tokens.isEmpty() && i < Math.max(1, tokens.size() - 3); i++) {
      String shingle = String.join(" ", tokens.subList(i, Math.min(tokens.size(), i + 4)));
      counts.merge(shingle, 1, Integer::sum);
    }
    return counts;
  }

  private void segments(JsonNode truth, String hay) {
    for (JsonNode segment : truth.path("segments_in")) {
      boolean found = hay.contains(flat(segment.asString()));
      segmentsFound += found ? 1 : 0;
      segmentsMissed += found ? 0 : 1;
    }
    for (JsonNode segment : truth.path("segments_out")) {
      segmentsWrong += hay.contains(flat(segment.asString())) ? 1 : 0;
    }
  }

  private void date(JsonNode truth, String got) {
    Matcher want = DATE.matcher(truth.get("published").asString());
    Matcher have = DATE.matcher(got);
    if (!want.matches()) {
      return;
    }
    days++;
    minutes += want.group(2) != null ? 1 : 0;
    if (!have.matches()) {
      return;
    }
    boolean sameDay = want.group(1).equals(have.group(1));
    if (want.group(3) != null && have.group(3) != null) {
      OffsetDateTime there = zoned(have).withOffsetSameInstant(zoned(want).getOffset());
      sameDay |= there.toLocalDate().toString().equals(want.group(1));
    }
    String other = truth.path("published_alt").asString("");
    daysRight += sameDay || !other.isEmpty() && other.startsWith(have.group(1)) ? 1 : 0;
    minutesRight +=
        want.group(2) != null && have.group(2) != null && sameMinute(want, have) ? 1 : 0;
  }

  private static boolean sameMinute(Matcher want, Matcher have) {
    if (want.group(3) != null && have.group(3) != null) {
      return zoned(want).toInstant().equals(zoned(have).toInstant());
    }
    return local(want).equals(local(have));
  }

  private static LocalDateTime local(Matcher date) {
    return LocalDateTime.parse(date.group(1) + 'T' + date.group(2));
  }

  private static OffsetDateTime zoned(Matcher date) {
    String zone = date.group(3).replaceFirst("(\\d{2})(\\d{2})$", "$1:$2");
    return OffsetDateTime.parse(date.group(1) + 'T' + date.group(2) + zone);
  }

  private static Set<String> names(JsonNode value) {
    Set<String> names = new HashSet<>();
    for (JsonNode line : value) {
      for (String part : JOINTS.split(line.asString(""))) {
        names.add(ANNOUNCED.matcher(norm(part)).replaceFirst(""));
      }
    }
    names.remove("");
    return names;
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asString("");
    }
    List<String> parts = new ArrayList<>();
    value.forEach(part -> parts.add(part.asString("")));
    parts.removeIf(String::isEmpty);
    return String.join("\n\n", parts);
  }

  private static String flat(String text) {
    return text.replaceAll("(?U)\\s+", " ").strip();
  }

  private static String norm(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll(
                "[\u2018\u2019\u201a\u201b`\u00b4\u2032\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\"\u2033]",
                "'")
            .replaceAll("[\u2010\u2011\u2012\u2013\u2014\u2015\u2212]", "-")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\u200b-\u200f\u00ad\ufeff]", "");
    return flat(plain).replaceAll("^[ .,:;!?'|-]+|[ .,:;!?'|-]+$", "");
  }
}
