package stet.extract.date;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.extract.date.DateTokens.Kind;
import stet.extract.date.DateTokens.Token;

/** The forms in which a time of day is written, with what follows it: half of day and zone. */
public final class TimePatterns {
  /**
   * A time of day.
   *
   * @param hour 0 to 23, or 24 with nothing after it: the end of the day
   * @param second 0 to 59, or -1 where none is written
   * @param offset written as a number, null otherwise
   * @param zone abbreviation as printed, empty where there is none
   * @param end index after its last token
   */
  public record Time(
      int hour, int minute, int second, @Nullable ZoneOffset offset, String zone, int end) {
    boolean zoned() {
      return offset != null || !zone.isEmpty();
    }
  }

  private static final Set<String> MORNING =
      Set.of("午前", "上午", "오전", "am", "पूर्वाह्न", "صباحا", "صباحاً");
  private static final Set<String> AFTERNOON =
      Set.of("午後", "下午", "오후", "晚上", "pm", "अपराह्न", "مساء", "مساءً");
  private static final Set<String> CLOCK = Set.of("uhr", "hrs", "hours", "hr", "น", "klo");
  private static final String HOUR_UNITS = "時时點点시";
  private static final String MINUTE_UNITS = "分분";

  private TimePatterns() {}

  /** The time that starts at that token, or null. */
  public static @Nullable Time match(DateTokens t, int at) {
    int half = MORNING.contains(t.at(at).text()) ? 1 : AFTERNOON.contains(t.at(at).text()) ? 2 : 0;
    int i = half > 0 ? at + 1 : at;
    if (t.at(i).number(6, 6) && t.at(i - 1).is("t")) {
      return glued(t, i, t.at(i).text());
    }
    if (!t.at(i).number(1, 2) || t.at(i).value() > 24) {
      return null;
    }
    return after(t, i, half);
  }

  /** A time glued to a date of fourteen digits. */
  static Time glued(DateTokens t, int at, String digits) {
    Time time =
        new Time(
            Integer.parseInt(digits.substring(0, 2)),
            Integer.parseInt(digits.substring(2, 4)),
            Integer.parseInt(digits.substring(4, 6)),
            null,
            "",
            at + 1);
    return zone(t, time, at + 1);
  }

  private static @Nullable Time after(DateTokens t, int i, int half) {
    int hour = (int) t.at(i).value();
    int next = i + 1;
    int minute = 0;
    int second = -1;
    boolean exact = false;
    if (separates(t, next) && t.at(next + 1).number(2, 2)) {
      minute = (int) t.at(next + 1).value();
      next += 2;
      exact = true;
      if (t.at(next).in(":.") && t.at(next + 1).number(2, 2) && !t.spaced(next + 1)) {
        second = (int) t.at(next + 1).value();
        next = fraction(t, next + 2);
      } else if (minuteUnit(t.at(next))) {
        next++;
      }
    } else if (hourWord(t, next)) {
      next++;
      exact = true;
    }
    Half found = half(t, next, half);
    if (!exact && found.value == 0 || minute > 59 || second > 59) {
      return null;
    }
    hour = found.value == 0 ? hour : hour % 12 + (found.value == 2 ? 12 : 0);
    int end = CLOCK.contains(t.at(found.end).text()) ? found.end + 1 : found.end;
    boolean midnight = hour == 24 && minute == 0 && second <= 0;
    return hour > 23 && !midnight
        ? null
        : zone(t, new Time(hour, minute, second, null, "", end), end);
  }

  private static boolean separates(DateTokens t, int at) {
    Token sign = t.at(at);
    return sign.is(":")
        || sign.is("：")
        || sign.is("h")
        || sign.is(".") && !t.spaced(at) && !t.spaced(at + 1)
        || sign.text().length() == 1 && HOUR_UNITS.contains(sign.text());
  }

  private static boolean hourWord(DateTokens t, int at) {
    return t.at(at).is("h")
        || CLOCK.contains(t.at(at).text())
        || t.at(at).text().length() == 1 && HOUR_UNITS.contains(t.at(at).text());
  }

  private static boolean minuteUnit(Token token) {
    return token.is("min") || token.text().length() == 1 && MINUTE_UNITS.contains(token.text());
  }

  private static int fraction(DateTokens t, int at) {
    return t.at(at).in(".,") && t.at(at + 1).kind() == Kind.NUMBER && !t.spaced(at + 1)
        ? at + 2
        : at;
  }

  private record Half(int value, int end) {}

  /** am, pm, a.m., p. m. after the time; 1 for the morning, 2 for the afternoon. */
  private static Half half(DateTokens t, int at, int known) {
    if (known > 0) {
      return new Half(known, at);
    }
    String word = t.at(at).text();
    if (word.equals("am") || word.equals("pm")) {
      return new Half(word.equals("am") ? 1 : 2, t.at(at + 1).is(".") ? at + 2 : at + 1);
    }
    boolean persian = (word.equals("ق") || word.equals("ب")) && t.at(at + 2).is("ظ");
    if (persian) {
      return new Half(word.equals("ق") ? 1 : 2, at + 3);
    }
    if (MORNING.contains(word) || AFTERNOON.contains(word)) {
      return new Half(MORNING.contains(word) ? 1 : 2, at + 1);
    }
    boolean dotted =
        (word.equals("a") || word.equals("p")) && t.at(at + 1).is(".") && t.at(at + 2).is("m");
    if (dotted) {
      return new Half(word.equals("a") ? 1 : 2, t.at(at + 3).is(".") ? at + 4 : at + 3);
    }
    return new Half(0, at);
  }

  private static Time zone(DateTokens t, Time time, int at) {
    int i = t.at(at).in("([") ? at + 1 : at;
    Token first = t.at(i);
    ZoneOffset offset = offset(t, i);
    if (offset != null) {
      return new Time(time.hour, time.minute, time.second, offset, "", offsetEnd(t, i));
    }
    if (first.kind() == Kind.WORD && Zones.known(first.text()) && uppercase(t, first)) {
      ZoneOffset behind = t.spaced(i + 1) ? null : offset(t, i + 1);
      int end = behind == null ? i + 1 : offsetEnd(t, i + 1);
      end = i > at && t.at(end).in(")]") ? end + 1 : end;
      String zone = t.source().substring(first.start(), first.end());
      return new Time(time.hour, time.minute, time.second, behind, behind == null ? zone : "", end);
    }
    return time;
  }

  // "et" is French for "and", "art" an English word: only capitals name a zone, save the T and Z of
  // ISO.
  private static boolean uppercase(DateTokens t, Token token) {
    String raw = t.source().substring(token.start(), token.end());
    return raw.equals(raw.toUpperCase(Locale.ROOT)) || raw.equals("z");
  }

  /** +05:30, +0530, +05, +5. */
  public static @Nullable ZoneOffset offset(DateTokens t, int at) {
    Token sign = t.at(at);
    Token hours = t.at(at + 1);
    if (!sign.in("+-−") || !hours.number(1, 4) || t.spaced(at + 1)) {
      return null;
    }
    long value = hours.value();
    long h = hours.text().length() > 2 ? value / 100 : value;
    long m = hours.text().length() > 2 ? value % 100 : minutes(t, at + 2);
    if (h > 14 || m > 59) {
      return null;
    }
    int seconds = (int) (h * 3600 + m * 60);
    return ZoneOffset.ofTotalSeconds(sign.is("+") ? seconds : -seconds);
  }

  private static long minutes(DateTokens t, int at) {
    return t.at(at).is(":") && t.at(at + 1).number(2, 2) ? t.at(at + 1).value() : 0;
  }

  private static int offsetEnd(DateTokens t, int at) {
    boolean minutes =
        t.at(at + 1).text().length() <= 2 && t.at(at + 2).is(":") && t.at(at + 3).number(2, 2);
    return minutes ? at + 4 : at + 2;
  }
}
