package stet.extract.date;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Role;
import stet.extract.words.Tables;

/** The table of places where a page may state its dates, {@code date-rules.tsv}. */
final class DateRules {
  /** One line of the table. */
  record Rule(Role role, int weight, String source, String key) {
    String id() {
      int rank = source.indexOf(' ');
      return (rank < 0 ? source : source.substring(0, rank)) + ' ' + key;
    }
  }

  private static final Map<String, List<Rule>> BY_SOURCE = new HashMap<>();

  static {
    for (String[] row : Tables.rows("date-rules.tsv")) {
      Role role =
          row[0].equals("modified") ? Role.UPDATED : Role.valueOf(row[0].toUpperCase(Locale.ROOT));
      Rule rule = new Rule(role, Integer.parseInt(row[1]), row[2], row[3]);
      BY_SOURCE.computeIfAbsent(rule.source, k -> new ArrayList<>()).add(rule);
    }
  }

  private DateRules() {}

  static List<Rule> from(String source) {
    return BY_SOURCE.getOrDefault(source, List.of());
  }

  static Optional<Rule> of(String source, String key, @Nullable Role role) {
    return from(source).stream().filter(r -> r.role == role && r.key.equals(key)).findFirst();
  }
}
