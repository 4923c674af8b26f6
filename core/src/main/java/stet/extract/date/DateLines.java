package stet.extract.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Form;
import stet.article.StatedDate.Precision;
import stet.article.StatedDate.Role;
import stet.extract.date.DateTokens.Kind;
import stet.extract.page.DateContext;
import stet.text.Digits;

/**
 * Lines that state a time without naming its day: "Updated 12:02", "Updated: today, 12:02",
 * "Updated 2 hours ago". The day is told from the capture.
 */
public final class DateLines {
  /**
   * What one part of a line states.
   *
   * @param role what its label says happened, null where it has none
   * @param key of the rule in the table of date rules
   */
  public record Told(@Nullable Role role, String key, String printed, Moment moment) {}

  private static final int LONGEST = 160;
  private static final int LONGEST_PHRASE = 50;
  private static final int MOST_PARTS = 8;
  private static final String STROKES = "|·•‧∙●∣｜/;";
  private static final String DASHES = "–—-";
  private static final Pattern PARTS =
      Pattern.compile("\\s*[" + STROKES + "]\\s*|\\s+[" + DASHES + "]\\s+|\\s{2,}");

  /** What stands round a phrase; a full stop belongs to it at its end. */
  private static final String EDGES = ":：,()[]" + DASHES;

  /** A clock of the page may be ahead of the capture's. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  /** Where nothing tells the page's clock, it may be one of Europe or Africa. */
  private static final Duration EAST = Duration.ofHours(3);

  private DateLines() {}

  /** Whether the whole line states such times and perhaps dates, at least one under a label. */
  public static boolean whole(String text, DateContext context) {
    if (text.length() > LONGEST || DateLabels.last(text) == null) {
      return false;
    }
    boolean found = false;
    for (String part : parts(text)) {
      Told told = told(part, context, context.latest());
      if (told == null && !dated(part, context)) {
        return false;
      }
      found |= told != null && told.role != null;
    }
    return found;
  }

  private static boolean dated(String part, DateContext context) {
    int dated =
        DateReader.find(part, context).stream().mapToInt(date -> date.end() - date.start()).sum();
    return dated > 0 && part.length() - dated < 40;
  }

  /** The times that the line's parts state, in order. */
  public static List<Told> find(String text, DateContext context, Instant visit) {
    List<Told> found = new ArrayList<>();
    if (text.length() <= LONGEST) {
      for (String part : parts(text)) {
        Told told = told(part, context, visit);
        if (told != null) {
          found.add(told);
        }
      }
    }
    return found;
  }

  /** The parts of a line; most lines are of one. */
  private static String[] parts(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean gap = c <= ' ' && i + 1 < text.length() && text.charAt(i + 1) <= ' ';
      boolean dash = DASHES.indexOf(c) >= 0 && i > 0 && text.charAt(i - 1) <= ' ';
      if (gap || dash || STROKES.indexOf(c) >= 0) {
        return PARTS.split(text, MOST_PARTS);
      }
    }
    return new String[] {text};
  }

  /** Without white space and marks round it. */
  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && isEdge(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && (isEdge(text.charAt(start)) || text.charAt(start) == '.')) {
      start++;
    }
    return text.substring(start, end);
  }

  private static boolean isEdge(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || EDGES.indexOf(c) >= 0;
  }

  private static @Nullable Told told(String part, DateContext context, Instant visit) {
    DateLabels.Found label = DateLabels.find(part);
    String phrase = label == null ? part : phrase(part, label);
    phrase = trimmed(phrase);
    if (phrase.isEmpty() || phrase.length() > LONGEST_PHRASE) {
      return null;
    }
    Role role = label == null ? null : label.role();
    if (label != null && role == null) {
      return null;
    }
    DateAgo.Ago ago = DateAgo.read(phrase, context.language());
    if (ago != null) {
      return new Told(role, "ago", part, ago.before(visit));
    }
    return clock(role, part, phrase, context, visit);
  }

  /** What stands beside the label; empty where the label is a word amid others. */
  private static String phrase(String part, DateLabels.Found label) {
    String before = part.substring(0, label.start()).strip();
    String after = trimmed(part.substring(label.end()));
    if (after.isEmpty()) {
      return before;
    }
    boolean opens =
        before.isEmpty()
            || !Character.isLetterOrDigit(before.charAt(before.length() - 1))
            || Character.isUpperCase(part.charAt(label.start()));
    return opens ? after : "";
  }

  private static @Nullable Told clock(
      @Nullable Role role, String part, String phrase, DateContext context, Instant visit) {
    if (!Digits.in(phrase)) {
      return null;
    }
    DateAgo.Day day = DateAgo.day(phrase, context.language());
    DateTokens tokens = new DateTokens(trimmed(day.rest()));
    TimePatterns.Time time = alone(tokens);
    if (time == null) {
      return null;
    }
    Moment moment = moment(time, day.daysAgo(), context, visit);
    return new Told(role, day.daysAgo() < 0 ? "clock" : "today", part, moment);
  }

  /** A time of day with nothing beside it but a small word before: "at", "kl.", "um", "à". */
  private static TimePatterns.@Nullable Time alone(DateTokens tokens) {
    for (int at = 0; at < Math.min(4, tokens.size()); at++) {
      TimePatterns.Time time = TimePatterns.match(tokens, at);
      if (time != null) {
        return time.end() >= tokens.size() ? time : null;
      }
      boolean small = tokens.at(at).kind() == Kind.WORD && tokens.at(at).text().length() <= 6;
      if (!small && !tokens.at(at).in(".,:：")) {
        return null;
      }
    }
    return null;
  }

  private static Moment moment(
      TimePatterns.Time time, int daysAgo, DateContext context, Instant visit) {
    LocalTime clock = LocalTime.of(time.hour() % 24, time.minute(), Math.max(0, time.second()));
    LocalDate roughly = visit.atOffset(ZoneOffset.UTC).toLocalDate();
    ZoneOffset offset = offset(time, roughly.atTime(clock), context);
    LocalDateTime now = LocalDateTime.ofInstant(visit, offset == null ? ZoneOffset.UTC : offset);
    LocalDate day = now.toLocalDate().minusDays(Math.max(0, daysAgo));
    if (daysAgo < 0 && day.atTime(clock).isAfter(now.plus(offset == null ? EAST : AHEAD))) {
      day = day.minusDays(1);
    }
    Precision precision = time.second() < 0 ? Precision.MINUTE : Precision.SECOND;
    String reason = "the day is told from the capture";
    return new Moment(day.atTime(clock), offset, precision, reason, Form.CLOCK, Duration.ZERO);
  }

  private static @Nullable ZoneOffset offset(
      TimePatterns.Time time, LocalDateTime local, DateContext context) {
    if (time.offset() != null) {
      return time.offset();
    }
    if (!time.zone().isEmpty()) {
      return Zones.resolve(time.zone(), local, context).offset();
    }
    ZoneId zone = Zones.of(context.country());
    if (zone != null) {
      return zone.getRules().getOffset(local);
    }
    return context.offsets().size() == 1 ? context.offsets().iterator().next() : null;
  }
}
