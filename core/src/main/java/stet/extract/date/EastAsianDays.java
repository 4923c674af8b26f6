package stet.extract.date;

import org.jspecify.annotations.Nullable;
import stet.extract.date.DateTokens.Kind;
import stet.extract.date.DateTokens.Token;
import stet.extract.date.DayPatterns.Day;
import stet.extract.page.DateContext;

/** The forms in which East Asian papers write a day, with years of an era among them. */
final class EastAsianDays {
  /** The year before the first of the Republic of China. */
  private static final int REPUBLIC = 1911;

  private EastAsianDays() {}

  /** A written year of four digits, in Taiwan also of three: that of the Republic; 0 for none. */
  static long year(Token token, DateContext context) {
    boolean republic = token.number(3, 3) && context.country().equals("tw") && token.value() < 200;
    return republic ? token.value() + REPUBLIC : token.number(4, 4) ? token.value() : 0;
  }

  /** 2015年11月19日, 2015년 11월 19일. */
  static @Nullable Day counted(DateTokens t, int i, DateContext context) {
    boolean shape =
        year(t.at(i), context) > 0
            && unit(t.at(i + 1), "年년")
            && t.at(i + 2).number(1, 2)
            && unit(t.at(i + 3), "月월")
            && t.at(i + 4).number(1, 2);
    if (!shape) {
      return null;
    }
    int end = unit(t.at(i + 5), "日일號号") ? i + 6 : i + 5;
    return DayPatterns.day(
        year(t.at(i), context), t.at(i + 2).value(), t.at(i + 4).value(), end, context);
  }

  /** 令和5年8月5日, 令和元年8月5日, 民國113年3月5日, 民國113/03/05, R5.8.5. */
  static @Nullable Day era(DateTokens t, int i, DateContext context) {
    String word = t.at(i).text();
    if (t.at(i).kind() != Kind.WORD) {
      return null;
    }
    boolean first = word.endsWith("元");
    int before =
        DateCalendars.era(first ? word.substring(0, word.length() - 1) : word, context.language());
    int unit = first ? i + 1 : i + 2;
    boolean shape =
        before > 0
            && (first || t.at(i + 1).number(1, 3) && (word.length() > 1 || !t.spaced(i + 1)))
            && (unit(t.at(unit), "年") || t.at(unit).in("./-"))
            && t.at(unit + 1).number(1, 2)
            && (unit(t.at(unit + 2), "月") || t.at(unit + 2).is(t.at(unit).text()))
            && t.at(unit + 3).number(1, 2);
    if (!shape) {
      return null;
    }
    long year = before + (first ? 1 : t.at(i + 1).value());
    int end = unit(t.at(unit + 4), "日號号") ? unit + 5 : unit + 4;
    return DayPatterns.day(year, t.at(unit + 1).value(), t.at(unit + 3).value(), end, context);
  }

  private static boolean unit(Token token, String units) {
    return token.text().length() == 1 && units.contains(token.text());
  }
}
