package stet.extract.date;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Style;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Form;
import stet.article.StatedDate.Precision;
import stet.extract.words.Tables;
import stet.text.Digits;
import stet.text.FoldedText;
import stet.text.ScriptBlocks;

/**
 * Reads times told from the moment of the visit, in the words of Unicode CLDR for the page's
 * language and for English, and of {@code date-ago.tsv}.
 */
final class DateAgo {
  /** A unit of time that such words count. */
  enum Unit {
    SECOND(RelativeDateTimeUnit.SECOND, Duration.ofMinutes(1)),
    MINUTE(RelativeDateTimeUnit.MINUTE, Duration.ofMinutes(1)),
    HOUR(RelativeDateTimeUnit.HOUR, Duration.ofHours(1)),
    DAY(RelativeDateTimeUnit.DAY, Duration.ofDays(1)),
    WEEK(RelativeDateTimeUnit.WEEK, Duration.ofDays(7)),
    MONTH(RelativeDateTimeUnit.MONTH, Duration.ofDays(31)),
    YEAR(RelativeDateTimeUnit.YEAR, Duration.ofDays(366));

    private final RelativeDateTimeUnit cldr;
    private final Duration length;

    Unit(RelativeDateTimeUnit cldr, Duration length) {
      this.cldr = cldr;
      this.length = length;
    }
  }

  /** So many units before the visit. */
  record Ago(long count, Unit unit) {
    /**
     * The stretch of time that is meant: some sites round to the nearest unit and others cut off,
     * so that "2 hours ago" is said of ages from one and a half to three hours. A page served from
     * a cache is a little older than its capture.
     */
    Moment before(Instant visit) {
      Duration age = unit == Unit.SECOND ? Duration.ZERO : unit.length.multipliedBy(count);
      Instant end = visit.minus(age).plus(unit.length.dividedBy(2));
      Instant start = visit.minus(age).minus(unit.length);
      start = unit.length.toMinutes() > 1 ? start : start.minus(CACHED);
      Instant from = start.truncatedTo(ChronoUnit.MINUTES);
      Instant to = (end.isAfter(visit) ? visit : end).truncatedTo(ChronoUnit.MINUTES);
      Duration width = Duration.between(from, to.plus(1, ChronoUnit.MINUTES));
      LocalDateTime local = LocalDateTime.ofInstant(from, ZoneOffset.UTC);
      String reason = "told from the time of the capture";
      return new Moment(local, ZoneOffset.UTC, Precision.MINUTE, reason, Form.AGO, width);
    }
  }

  private static final Duration CACHED = Duration.ofMinutes(4);

  /** CLDR's plural forms differ with these numbers in one language or another. */
  private static final int[] COUNTS = {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 20, 21, 22, 25, 30};

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,4}");
  private static final Pattern SPACED_NUMBER = Pattern.compile("\\s*#\\s*");
  private static final Pattern BRACKET = Pattern.compile("\\s*\\([^()]{0,3}(?:\\)|$)");
  private static final Pattern ABOUT;
  private static final Map<String, DateAgo> KNOWN = new ConcurrentHashMap<>();

  static {
    List<String> about = new ArrayList<>();
    for (String[] row : Tables.rows("date-ago.tsv")) {
      if (row[1].equals("about")) {
        about.addAll(List.of(row[2].split("\\|")));
      }
    }
    about.sort(Comparator.comparing(words -> -words.length()));
    ABOUT = Pattern.compile("(?<!\\p{L})(?:" + String.join("|", about) + ")(?![\\p{L}])[ .]*");
  }

  private final Map<String, Ago> phrases = new HashMap<>();
  private final List<String> today = new ArrayList<>();
  private final List<String> yesterday = new ArrayList<>();

  private DateAgo(String language) {
    table(language);
    for (String tag : language.equals("nb") ? List.of("nb", "nn") : List.of(language)) {
      for (Style style : Style.values()) {
        cldr(
            RelativeDateTimeFormatter.getInstance(
                new ULocale(tag), null, style, DisplayContext.CAPITALIZATION_NONE));
      }
    }
    Comparator<String> longest = Comparator.comparing(words -> -words.length());
    today.sort(longest);
    yesterday.sort(longest);
  }

  /** The words of a language, two letters; of none where it is empty. */
  private static DateAgo of(String language) {
    String name = language.equals("no") || language.equals("nn") ? "nb" : language;
    return KNOWN.computeIfAbsent(LANGUAGE.matcher(name).matches() ? name : "en", DateAgo::new);
  }

  private void cldr(RelativeDateTimeFormatter words) {
    for (Unit unit : Unit.values()) {
      for (int count : COUNTS) {
        phrases.putIfAbsent(
            key(words.formatNumeric(-count, unit.cldr), false), new Ago(count, unit));
      }
    }
    phrases.putIfAbsent(
        key(words.format(Direction.PLAIN, AbsoluteUnit.NOW), false), new Ago(1, Unit.SECOND));
    day(today, words.format(Direction.THIS, AbsoluteUnit.DAY));
    day(yesterday, words.format(Direction.LAST, AbsoluteUnit.DAY));
  }

  private static void day(List<String> words, String word) {
    String folded = FoldedText.of(word);
    if (!words.contains(folded)) {
      words.add(folded);
    }
  }

  private void table(String language) {
    for (String[] row : Tables.rows("date-ago.tsv")) {
      if (row[0].equals(language)) {
        for (String words : row[2].split("\\|")) {
          row(row[1], words);
        }
      }
    }
  }

  private void row(String kind, String words) {
    switch (kind) {
      case "today" -> day(today, words);
      case "yesterday" -> day(yesterday, words);
      default -> {
        String[] count = kind.split(" ");
        Unit unit = Unit.valueOf(count[count.length - 1].toUpperCase(Locale.ROOT));
        int number = count.length > 1 ? Integer.parseInt(count[0]) : 1;
        phrases.put(key(words, false), new Ago(number, unit));
      }
    }
  }

  /** What makes two spellings one: number as #, no full stops, no space beside the number. */
  private static String key(String words, boolean about) {
    String folded = FoldedText.of(words);
    folded = folded.indexOf('(') < 0 ? folded : BRACKET.matcher(folded).replaceAll("");
    folded = Digits.in(folded) ? NUMBER.matcher(folded).replaceAll("#") : folded;
    folded = folded.replace(".", "");
    folded = about ? ABOUT.matcher(folded).replaceAll("") : folded;
    return folded.indexOf('#') < 0
        ? folded.strip()
        : SPACED_NUMBER.matcher(folded).replaceAll("#").strip();
  }

  /** What the whole text says, null where it is no such time. */
  static @Nullable Ago read(String text, String language) {
    DateAgo own = of(language);
    String key = key(text, false);
    String loose = key(text, true);
    Ago found = own.read(text, key, loose);
    return found == null && !language.equals("en") ? of("en").read(text, key, loose) : found;
  }

  /**
   * @param loose the key without words such as "about"
   */
  private @Nullable Ago read(String text, String key, String loose) {
    Ago ago = phrases.get(key);
    ago = ago == null ? phrases.get(loose) : ago;
    if (ago != null) {
      Matcher number = NUMBER.matcher(text);
      return number.find() && key.contains("#") ? new Ago(value(number.group()), ago.unit) : ago;
    }
    String folded = FoldedText.of(text);
    return today.contains(folded)
        ? new Ago(0, Unit.DAY)
        : yesterday.contains(folded) ? new Ago(1, Unit.DAY) : null;
  }

  private static long value(String digits) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      value = value * 10 + Character.digit(digits.charAt(i), 10);
    }
    return value;
  }

  /**
   * A text without the word for a day at one of its ends.
   *
   * @param daysAgo 0 for today, 1 for yesterday, -1 where no such word is there
   */
  record Day(String rest, int daysAgo) {}

  static Day day(String text, String language) {
    Day own = of(language).day(text);
    return own.daysAgo < 0 && !language.equals("en") ? of("en").day(text) : own;
  }

  private Day day(String text) {
    for (int days = 0; days < 2; days++) {
      for (String word : days == 0 ? today : yesterday) {
        String rest = without(text, word);
        if (rest != null) {
          return new Day(rest, days);
        }
      }
    }
    return new Day(text, -1);
  }

  private static @Nullable String without(String text, String word) {
    String lower = text.toLowerCase(Locale.ROOT);
    int end = word.length();
    if (lower.startsWith(word) && (end == lower.length() || edge(lower, end - 1, end))) {
      return text.substring(end);
    }
    int start = lower.length() - end;
    boolean closes = lower.endsWith(word) && start > 0 && edge(lower, start - 1, start);
    return closes ? text.substring(0, start) : null;
  }

  private static boolean edge(String text, int left, int right) {
    return !Character.isLetter(text.charAt(left))
        || !Character.isLetter(text.charAt(right))
        || ScriptBlocks.isEastAsianOrBehind(text.charAt(left));
  }
}
