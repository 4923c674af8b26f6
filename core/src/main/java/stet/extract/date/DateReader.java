package stet.extract.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Precision;
import stet.extract.date.DateTokens.Kind;
import stet.extract.date.DateTokens.Token;
import stet.extract.date.DayPatterns.Day;
import stet.extract.date.TimePatterns.Time;
import stet.extract.page.DateContext;
import stet.text.Digits;

/** Reads dates as machines and newspapers of many languages write them. */
public final class DateReader {
  /** Words that may stand between a date and its time, beside any weekday or bracket. */
  private static final int MAX_GAP_TOKENS = 5;

  private static final int MAX_GAP_CHARS = 18;
  private static final int LOOK_BACK_TOKENS = 12;
  private static final Set<String> EPOCH_LENGTHS = Set.of("10", "13");
  private static final int MAX_MACHINE_LENGTH = 80;

  private DateReader() {}

  /** Every date written in the text, in order, without overlaps. */
  public static List<FoundDate> find(String text, DateContext context) {
    if (!Digits.in(text)) {
      return List.of();
    }
    DateTokens tokens = new DateTokens(text);
    List<FoundDate> found = new ArrayList<>();
    List<FoundDate> lunar = new ArrayList<>();
    int free = 0;
    for (int at = 0; at < tokens.size(); ) {
      Day day = starts(tokens, at) ? DayPatterns.match(tokens, at, context) : null;
      if (day == null) {
        at++;
        continue;
      }
      FoundDate date = withTime(tokens, at, free, day, context);
      (day.lunar() ? lunar : found).add(date);
      at = Math.max(day.end(), tokenAfter(tokens, at, date.end()));
      free = at;
    }
    // The same day by the sun's calendar stands beside it, or nothing does.
    return found.isEmpty() ? lunar : found;
  }

  public static Optional<FoundDate> first(String text, DateContext context) {
    return find(text, context).stream().findFirst();
  }

  /** A date in an attribute or field that holds nothing else; epoch seconds and millis too. */
  public static Optional<Moment> machine(String value, DateContext context) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > MAX_MACHINE_LENGTH) {
      return Optional.empty();
    }
    if (EPOCH_LENGTHS.contains(String.valueOf(text.length()))
        && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(epoch(text));
    }
    return first(text, context).map(FoundDate::moment);
  }

  private static Moment epoch(String digits) {
    long number = Long.parseLong(digits);
    Instant at =
        digits.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    LocalDateTime local =
        LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    return new Moment(local, ZoneOffset.UTC, Precision.SECOND, "seconds since 1970 are UTC");
  }

  private static boolean starts(DateTokens tokens, int at) {
    Token token = tokens.at(at);
    // "v2.11.2019", "1.19.11.2015" and "+49 30 ..." are no dates.
    boolean glued = !tokens.spaced(at) && tokens.at(at - 1).in("+$€£#%");
    return token.kind() == Kind.WORD || token.kind() == Kind.NUMBER && !glued;
  }

  private static int tokenAfter(DateTokens tokens, int from, int offset) {
    int at = from;
    while (at < tokens.size() && tokens.at(at).start() < offset) {
      at++;
    }
    return at;
  }

  private static FoundDate withTime(
      DateTokens tokens, int at, int free, Day day, DateContext context) {
    int start = at;
    Token last = tokens.at(day.end() - 1);
    int end = last.end();
    Time time = null;
    if (last.number(14, 14)) {
      time = TimePatterns.glued(tokens, day.end() - 1, last.text().substring(8));
    }
    if (time == null) {
      time = timeAfter(tokens, day.end());
    }
    if (time != null) {
      end = Math.max(end, tokens.at(time.end() - 1).end());
      Token year = tokens.at(time.end());
      if (year.number(4, 4) && year.value() == day.date().getYear()) {
        end = year.end();
      }
    } else {
      Before before = timeBefore(tokens, at, free);
      if (before != null) {
        time = before.time;
        start = before.start;
      }
    }
    int from = tokens.at(start).start();
    String printed = tokens.source().substring(from, end);
    return new FoundDate(from, end, printed, moment(day, time, context));
  }

  private static @Nullable Time timeAfter(DateTokens tokens, int at) {
    for (int i = at; i <= at + MAX_GAP_TOKENS && i < tokens.size(); i++) {
      Token token = tokens.at(i);
      if (token.start() - tokens.at(at - 1).end() > MAX_GAP_CHARS) {
        return null;
      }
      Time time = TimePatterns.match(tokens, i);
      if (time != null) {
        return labelled(tokens, at, i) ? null : leadingZone(tokens, i, time);
      }
      if (token.kind() == Kind.NUMBER || token.in("!?;")) {
        return null;
      }
    }
    return null;
  }

  /** "Published 5 March 2024 | Updated 08:05": the time is that of another statement. */
  private static boolean labelled(DateTokens tokens, int from, int to) {
    if (to == from) {
      return false;
    }
    int start = tokens.at(from).start();
    return DateLabels.last(tokens.source().substring(start, tokens.at(to).start())) != null;
  }

  /** 2018-11-28CET11:59:00: the zone stands before the time. */
  private static Time leadingZone(DateTokens tokens, int at, Time time) {
    Token before = tokens.at(at - 1);
    boolean zone =
        !time.zoned()
            && before.kind() == Kind.WORD
            && before.text().length() > 1
            && !tokens.spaced(at)
            && Zones.known(before.text());
    String name = zone ? tokens.source().substring(before.start(), before.end()) : time.zone();
    return new Time(time.hour(), time.minute(), time.second(), time.offset(), name, time.end());
  }

  private record Before(Time time, int start) {}

  /** 5:03pm, 22 September 2022: the time comes first, with little between it and the date. */
  private static @Nullable Before timeBefore(DateTokens tokens, int at, int free) {
    for (int i = Math.max(free, at - LOOK_BACK_TOKENS); i < at; i++) {
      boolean inside = tokens.at(i - 1).kind() == Kind.NUMBER && i > free && !tokens.spaced(i);
      boolean tail = tokens.at(i - 1).in(":.") && !tokens.spaced(i) && i > free;
      Time time = inside || tail ? null : TimePatterns.match(tokens, i);
      if (time != null && time.end() <= at && connects(tokens, time.end(), at)) {
        return new Before(time, i);
      }
    }
    return null;
  }

  private static boolean connects(DateTokens tokens, int from, int to) {
    int words = 0;
    for (int i = from; i < to; i++) {
      Token token = tokens.at(i);
      if (token.kind() == Kind.NUMBER || token.in("!?;") || token.text().length() > 12) {
        return false;
      }
      words += token.kind() == Kind.WORD ? 1 : 0;
    }
    return words <= 2 && to - from <= MAX_GAP_TOKENS;
  }

  private static Moment moment(Day day, @Nullable Time time, DateContext context) {
    LocalDateTime midnight = day.date().atStartOfDay();
    if (time == null) {
      return new Moment(midnight, null, Precision.DAY, "");
    }
    LocalDateTime local = local(day, time);
    Precision precision = time.second() < 0 ? Precision.MINUTE : Precision.SECOND;
    if (time.offset() != null) {
      return new Moment(local, time.offset(), precision, "written");
    }
    if (time.zone().isEmpty()) {
      return new Moment(local, null, precision, "");
    }
    if (time.zone().equalsIgnoreCase("z")) {
      return new Moment(local, ZoneOffset.UTC, precision, "written");
    }
    Zones.Resolved zone = Zones.resolve(time.zone(), local, context);
    return new Moment(local, zone.offset(), precision, zone.reason());
  }

  private static LocalDateTime local(Day day, Time time) {
    if (time.hour() == 24) {
      return day.date().plusDays(1).atStartOfDay();
    }
    try {
      LocalTime clock = LocalTime.of(time.hour(), time.minute(), Math.max(0, time.second()));
      return day.date().atTime(clock);
    } catch (DateTimeException e) {
      return day.date().atStartOfDay();
    }
  }
}
