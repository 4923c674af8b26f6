package stet.extract.date;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.extract.words.Tables;

/** Calendars beside the Gregorian one that newspapers date by, from {@code calendars.tsv}. */
final class DateCalendars {
  static final Named PERSIAN;

  /** A calendar of other months and years, and the years that a page of today may state in it. */
  record Named(String id, long first, long last) {
    /** Whether nations differ by a day in it, as where the moon must be seen. */
    boolean lunar() {
      return id.startsWith("islamic");
    }

    /** The Gregorian day; null where there is none such. */
    @Nullable LocalDate day(long year, int month, long dayOfMonth) {
      if (year < first || year > last || month < 1 || dayOfMonth < 1) {
        return null;
      }
      Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("@calendar=" + id));
      calendar.clear();
      calendar.set((int) year, 0, 1, 12, 0, 0);
      if (month > calendar.getActualMaximum(Calendar.MONTH) + 1) {
        return null;
      }
      calendar.set(Calendar.MONTH, month - 1);
      if (dayOfMonth > calendar.getActualMaximum(Calendar.DAY_OF_MONTH)) {
        return null;
      }
      calendar.set(Calendar.DAY_OF_MONTH, (int) dayOfMonth);
      Instant noon = Instant.ofEpochMilli(calendar.getTimeInMillis());
      return noon.atOffset(ZoneOffset.UTC).toLocalDate();
    }
  }

  /** A month of such a calendar, from 1. */
  record Month(Named calendar, int value) {}

  private record Era(String name, int before, String language) {}

  private static final Map<String, Month> MONTHS = new HashMap<>();
  private static final Set<String> OPENINGS = new HashSet<>();
  private static final Set<String> YEAR_WORDS = new HashSet<>();
  private static final List<Era> ERAS = new ArrayList<>();

  static {
    Map<String, Named> calendars = new HashMap<>();
    for (String[] row : Tables.rows("calendars.tsv")) {
      if (row[0].equals("year")) {
        YEAR_WORDS.addAll(List.of(row[1].split("\\|")));
        continue;
      }
      if (row[0].equals("era")) {
        ERAS.add(new Era(row[1], Integer.parseInt(row[2]), row[3]));
        continue;
      }
      Named calendar =
          calendars.computeIfAbsent(
              row[1], id -> new Named(id, Long.parseLong(row[2]), Long.parseLong(row[3])));
      for (int month = 4; month < row.length; month++) {
        for (String name : row[month].split("\\|")) {
          MONTHS.putIfAbsent(folded(name), new Month(calendar, month - 3));
          OPENINGS.add(folded(new DateTokens(name).at(0).text()));
        }
      }
    }
    PERSIAN = Objects.requireNonNull(calendars.get("persian"));
  }

  private DateCalendars() {}

  /** Arabic keyboards write yeh and kaf with other code points than Persian ones. */
  private static String folded(String name) {
    return name.replace('\u064a', '\u06cc').replace('\u0649', '\u06cc').replace('\u0643', '\u06a9');
  }

  /** Whether the word only says that a year stands before it, as in "2024 m. sausio 17 d.". */
  static boolean yearWord(String word) {
    return YEAR_WORDS.contains(word);
  }

  /** Whether a month's name can begin with that word in lower case. */
  static boolean opens(String word) {
    return OPENINGS.contains(folded(word));
  }

  /** The month of that name in lower case; null where it is none. */
  static @Nullable Month month(String name) {
    return MONTHS.get(folded(name));
  }

  /**
   * The year before the first of the era that the word ends with; -1 where it ends with none.
   *
   * @param language of the page, two letters
   */
  static int era(String word, String language) {
    for (Era era : ERAS) {
      boolean read = era.language.equals("*") || era.language.equals(language);
      // No space parts the signs of an era from words before it, but a letter stands alone.
      boolean named = era.name.length() > 1 ? word.endsWith(era.name) : word.equals(era.name);
      if (read && named) {
        return era.before;
      }
    }
    return -1;
  }
}
