package stet.extract.date;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import stet.extract.words.Tables;

/** Month names of the world's newspaper languages, from {@code months.tsv}. */
final class Months {
  private static final Map<String, Map<String, Integer>> BY_LANGUAGE = new HashMap<>();
  private static final Map<String, Integer> ANY = new HashMap<>();

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
  }

  private Months() {}

  /** Whether a name can begin with that word in lower case. */
  static boolean opens(String word) {
    return OPENINGS.contains(word);
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
}
