package stet.extract.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.extract.date.DateTokens.Kind;
import stet.extract.date.DateTokens.Token;
import stet.extract.page.DateContext;

/** The forms in which a calendar day is written, tried in order at one token. */
final class DayPatterns {
  /**
   * A day and the tokens that write it.
   *
   * @param end index after its last token
   * @param lunar whether it is told from a moon that others may have seen a day before
   */
  record Day(LocalDate date, int end, boolean lunar) {}

  @FunctionalInterface
  private interface Pattern {
    @Nullable Day match(DateTokens tokens, int at, DateContext context);
  }

  private static final List<Pattern> PATTERNS =
      List.of(
          DayPatterns::yearFirst,
          EastAsianDays::counted,
          EastAsianDays::era,
          DayPatterns::compact,
          DayPatterns::vietnamese,
          DayPatterns::dayMonthName,
          DayPatterns::monthNameDay,
          DayPatterns::yearMonthName,
          DayPatterns::numeric);

  private static final Set<String> ORDINALS =
      Set.of("st", "nd", "rd", "th", "er", "º", "ª", "ο", "e", "a", "o", "ste", "de", "η", "-го");
  private static final Set<String> JOINERS =
      Set.of("of", "de", "del", "di", "da", "d", "den", "van", "la", "dan", "the", "ta", "tháng");
  private static final int THAI_ERA = 543;

  private DayPatterns() {}

  static @Nullable Day match(DateTokens tokens, int at, DateContext context) {
    for (Pattern pattern : PATTERNS) {
      Day day = pattern.match(tokens, at, context);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  /** 2015-11-19, 2015/11/19, 2015.11.19, 2015. 11. 19. */
  private static @Nullable Day yearFirst(DateTokens t, int i, DateContext context) {
    String sign = t.at(i + 1).text();
    boolean shape =
        EastAsianDays.year(t.at(i), context) > 0
            && !(t.at(i - 1).is("/") && !t.spaced(i)) // the path of an address
            && t.at(i + 1).in("-/.‐–")
            && t.at(i + 2).number(1, 2)
            && t.at(i + 3).is(sign)
            && t.at(i + 4).number(1, 2);
    if (!shape) {
      return null;
    }
    return day(
        EastAsianDays.year(t.at(i), context),
        t.at(i + 2).value(),
        t.at(i + 4).value(),
        i + 5,
        context);
  }

  /** 20151119, alone or with a time glued on: 20151119T225100, 20151119225100. */
  private static @Nullable Day compact(DateTokens t, int i, DateContext context) {
    Token token = t.at(i);
    if (!token.number(8, 8) && !token.number(14, 14)) {
      return null;
    }
    String digits = token.text();
    long year = Long.parseLong(digits.substring(0, 4));
    if (year < 1990 || year > 2100) {
      return null;
    }
    int month = Integer.parseInt(digits.substring(4, 6));
    return day(year, month, Integer.parseInt(digits.substring(6, 8)), i + 1, context);
  }

  /** ngày 19 tháng 11 năm 2015; 19 tháng 11, 2015. */
  private static @Nullable Day vietnamese(DateTokens t, int i, DateContext context) {
    boolean shape =
        t.at(i).number(1, 2)
            && (t.at(i + 1).is("tháng") || t.at(i + 1).is("thg"))
            && t.at(i + 2).number(1, 2);
    if (!shape) {
      return null;
    }
    int year = t.at(i + 3).is("năm") || t.at(i + 3).in(",.-/") ? i + 4 : i + 3;
    return t.at(year).number(4, 4)
        ? day(t.at(year).value(), t.at(i + 2).value(), t.at(i).value(), year + 1, context)
        : null;
  }

  /** 19 November 2015, 19. Nov. 2015, 1st of May, 2015, 19-Nov-2015, 19 de noviembre de 2015. */
  private static @Nullable Day dayMonthName(DateTokens t, int i, DateContext context) {
    if (!t.at(i).number(1, 2)) {
      return null;
    }
    int at = joined(t, ordinal(t, i + 1));
    Named month = month(t, at, context);
    if (month == null) {
      return null;
    }
    // Levantine papers print both names of a month: "24 نيسان / أبريل 2020".
    Named twin = t.at(month.end).is("/") ? month(t, month.end + 1, context) : null;
    int year = joined(t, twin == null ? month.end : twin.end);
    return written(t, year, month, t.at(i).value(), context);
  }

  /** November 19, 2015; Nov. 19th 2015; Jul 30 09:35:14 CEST 2019. */
  private static @Nullable Day monthNameDay(DateTokens t, int i, DateContext context) {
    Named month = month(t, i, context);
    if (month == null) {
      return null;
    }
    int at = joined(t, month.end);
    if (!t.at(at).number(1, 2)) {
      return null;
    }
    int year = joined(t, ordinal(t, at + 1));
    Day day = written(t, year, month, t.at(at).value(), context);
    return day != null ? day : unixDate(t, at, month, context);
  }

  /** The form of Unix's date command: the year comes after time and zone, which are read later. */
  private static @Nullable Day unixDate(DateTokens t, int at, Named month, DateContext context) {
    if (!t.at(at + 1).number(2, 2) || !t.at(at + 2).is(":")) {
      return null;
    }
    for (int year = at + 4; year <= at + 10; year++) {
      if (t.at(year).number(4, 4) && t.spaced(year)) {
        Day day = day(t.at(year).value(), month.value, t.at(at).value(), at + 1, context);
        return day;
      }
    }
    return null;
  }

  /** 2015. november 19., 2015 Nov 19, 2015 m. lapkričio 19 d., 2015. gada 19. novembris. */
  private static @Nullable Day yearMonthName(DateTokens t, int i, DateContext context) {
    if (!t.at(i).number(4, 4)) {
      return null;
    }
    int next = afterYear(t, i + 1);
    boolean dayFirst = t.at(next).number(1, 2);
    Named month = month(t, joined(t, dayFirst ? next + 1 : next), context);
    if (month == null) {
      return null;
    }
    int at = dayFirst ? next : joined(t, month.end);
    int end = dayFirst ? month.end : at + 1;
    return t.at(at).number(1, 2) && !t.at(at + 1).is(":")
        ? day(t.at(i).value(), month.value, t.at(at).value(), end, context)
        : null;
  }

  /** Skips the words and signs that end a year at the head of a date. */
  private static int afterYear(DateTokens t, int at) {
    int next = joined(t, at);
    for (int skipped = 0; skipped < 5; skipped++) {
      boolean skip = DateCalendars.yearWord(t.at(next).text()) || t.at(next).in(".,-()");
      if (skip) {
        next++;
      }
    }
    return next;
  }

  /** 19.11.2015, 19/11/15, 11/19/2015: the page decides which number is the month. */
  private static @Nullable Day numeric(DateTokens t, int i, DateContext context) {
    String sign = t.at(i + 1).text();
    boolean shape =
        t.at(i).number(1, 2)
            && t.at(i + 1).in("-/.·")
            && t.at(i + 2).number(1, 2)
            && t.at(i + 3).is(sign)
            && (t.at(i + 4).number(4, 4) || t.at(i + 4).number(2, 2))
            && !t.at(i - 1).in(sign)
            && !(t.at(i + 5).in(sign) && t.at(i + 6).kind() == Kind.NUMBER && !t.spaced(i + 6));
    if (!shape) {
      return null;
    }
    long first = t.at(i).value();
    long second = t.at(i + 2).value();
    long year = century(t.at(i + 4), context);
    Day european = day(year, second, first, i + 5, context);
    Day american = sign.equals(".") ? null : day(year, first, second, i + 5, context);
    if (european == null || american == null) {
      return european == null ? american : european;
    }
    return context.monthFirst(european.date, american.date) ? american : european;
  }

  private static long century(Token year, DateContext context) {
    if (year.text().length() != 2) {
      return year.value();
    }
    boolean buddhist = context.language().equals("th") && year.value() > 50;
    return buddhist ? 2500 + year.value() : 2000 + year.value();
  }

  private record Named(int value, DateCalendars.@Nullable Named calendar, int end) {}

  /** A month's name of up to four tokens, dots within ("ม.ค.") and one after it included. */
  private static @Nullable Named month(DateTokens t, int at, DateContext context) {
    if (t.at(at).kind() != Kind.WORD || !opens(t.at(at).text())) {
      return null;
    }
    for (int length = 3; length >= 1; length--) {
      if (t.at(at + length - 1).kind() == Kind.END) {
        continue;
      }
      String name =
          t.source()
              .substring(t.at(at).start(), t.at(at + length - 1).end())
              .toLowerCase(Locale.ROOT);
      DateCalendars.Month other = DateCalendars.month(name);
      int value = other == null ? Months.of(name, context.language()) : other.value();
      if (value > 0) {
        int end = at + length;
        int after = t.at(end).is(".") ? end + 1 : end;
        return new Named(value, other == null ? null : other.calendar(), after);
      }
    }
    return null;
  }

  private static boolean opens(String word) {
    return Months.opens(word) || DateCalendars.opens(word);
  }

  private static @Nullable Day written(
      DateTokens t, int at, Named month, long dayOfMonth, DateContext context) {
    Token year = t.at(at);
    boolean shortYear =
        year.number(2, 2)
            && (t.at(at - 1).in("'’-")
                || t.at(at - 1).kind() == Kind.WORD
                || context.language().equals("th"))
            && !t.at(at + 1).in(":.");
    if (!year.number(4, 4) && !shortYear) {
      return null;
    }
    if (month.calendar != null) {
      return other(month.calendar, year.value(), month.value, dayOfMonth, at + 1);
    }
    return day(century(year, context), month.value, dayOfMonth, at + 1, context);
  }

  private static int ordinal(DateTokens t, int at) {
    boolean ordinal = ORDINALS.contains(t.at(at).text()) && !t.spaced(at);
    return ordinal ? at + 1 : at;
  }

  /** Skips what may stand between the parts of a written date: at most a sign and a small word. */
  private static int joined(DateTokens t, int at) {
    int next = at;
    for (int skipped = 0; skipped < 2; skipped++) {
      boolean skip = t.at(next).in(".,'’-/–،") || JOINERS.contains(t.at(next).text());
      if (skip) {
        next++;
      }
    }
    if (t.at(next).in("'’")) {
      next++;
    }
    // พ.ศ. and ค.ศ. name the era before a Thai year.
    boolean era = (t.at(next).is("พ") || t.at(next).is("ค")) && t.at(next + 2).is("ศ");
    return era ? t.at(next + 3).is(".") ? next + 4 : next + 3 : next;
  }

  static @Nullable Day day(long year, long month, long dayOfMonth, int end, DateContext context) {
    if (year >= 2400 && year < 2700) {
      year -= THAI_ERA;
    }
    if (year >= 1300 && year <= 1500 && persian(context)) {
      return other(DateCalendars.PERSIAN, year, (int) month, dayOfMonth, end);
    }
    if (year < 1900 || year > 2100) {
      return null;
    }
    try {
      return new Day(LocalDate.of((int) year, (int) month, (int) dayOfMonth), end, false);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean persian(DateContext context) {
    return context.language().equals("fa")
        || context.country().equals("ir")
        || context.country().equals("af");
  }

  private static @Nullable Day other(
      DateCalendars.Named calendar, long year, int month, long dayOfMonth, int end) {
    LocalDate day = calendar.day(year, month, dayOfMonth);
    return day == null ? null : new Day(day, end, calendar.lunar());
  }
}
