package stet.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Month names of the world's newspaper languages, from {@code months.tsv}. */
final class Months {
  private static final Map<String, Map<String, Integer>> BY_LANGUAGE = new HashMap<>();
  private static final Map<String, Integer> ANY = new HashMap<>();
  private static final Map<String, Integer> JALALI =
      Map.ofEntries(
          Map.entry("فروردین", 1),
          Map.entry("اردیبهشت", 2),
          Map.entry("خرداد", 3),
          Map.entry("تیر", 4),
          Map.entry("مرداد", 5),
          Map.entry("شهریور", 6),
          Map.entry("مهر", 7),
          Map.entry("آبان", 8),
          Map.entry("آذر", 9),
          Map.entry("دی", 10),
          Map.entry("بهمن", 11),
          Map.entry("اسفند", 12));

  static {
    for (String[] row : Tables.rows("months.tsv")) {
      String language = row[0].replaceAll("-.*", "");
      Map<String, Integer> names = BY_LANGUAGE.computeIfAbsent(language, l -> new HashMap<>());
      for (int month = 1; month <= 12; month++) {
        for (String name : row[month].split("\\|")) {
          names.putIfAbsent(name, month);
          ANY.putIfAbsent(name, month);
        }
      }
    }
  }

  /** The first words of all names: hardly any word of a text is one. */
  private static final Set<String> OPENINGS = new HashSet<>();

  static {
    ANY.keySet().forEach(name -> OPENINGS.add(new DateTokens(name).at(0).text()));
    OPENINGS.addAll(JALALI.keySet());
  }

  private Months() {}

  /** Whether a name can begin with that word in lower case. */
  static boolean opens(String word) {
    return OPENINGS.contains(word) || jalali(word) > 0;
  }

  /** The month of that name in lower case, 1 to 12, or 0. */
  static int of(String name, String language) {
    Map<String, Integer> own = BY_LANGUAGE.get(language);
    Integer month = own == null ? null : own.get(name);
    if (month == null) {
      month = ANY.get(name);
    }
    return month == null ? 0 : month;
  }

  /** The month of the Persian solar calendar, 1 to 12, or 0. */
  static int jalali(String name) {
    // Arabic keyboards write yeh and kaf with other code points than Persian ones.
    return JALALI.getOrDefault(name.replace('\u064a', '\u06cc').replace('\u0643', '\u06a9'), 0);
  }
}
