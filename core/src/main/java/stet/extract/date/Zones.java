package stet.extract.date;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.extract.page.DateContext;
import stet.extract.words.Tables;

/**
 * The offset behind a printed abbreviation, from {@code zones.tsv}. The platform's own table is not
 * used: it takes IST for Abidjan and BST for Bougainville.
 */
public final class Zones {
  /** A resolved offset and what resolved it. */
  record Resolved(ZoneOffset offset, String reason) {}

  private record Row(
      String name,
      @Nullable ZoneOffset fixed,
      ZoneId zone,
      Set<String> countries,
      Set<String> langs) {
    ZoneOffset at(LocalDateTime local) {
      return fixed == null ? zone.getRules().getOffset(local) : fixed;
    }

    boolean inForce(LocalDateTime local) {
      return fixed == null || zone.getRules().getOffset(local).equals(fixed);
    }
  }

  private static final Map<String, List<Row>> ROWS = new HashMap<>();

  static {
    List<String[]> table = new ArrayList<>(Tables.rows("zones.tsv"));
    table.sort(Comparator.comparing(row -> Integer.parseInt(row[5])));
    for (String[] row : table) {
      ZoneOffset fixed = row[1].equals("*") ? null : ZoneOffset.of(row[1]);
      Set<String> countries = Set.of(row[3].split(","));
      Set<String> languages = Set.of(row[4].split(","));
      ROWS.computeIfAbsent(row[0].toLowerCase(Locale.ROOT), k -> new ArrayList<>())
          .add(new Row(row[0], fixed, ZoneId.of(row[2]), countries, languages));
    }
  }

  private static final Map<String, ZoneId> BY_COUNTRY = new HashMap<>();

  static {
    for (String[] row : Tables.rows("country-zones.tsv")) {
      BY_COUNTRY.put(row[0], ZoneId.of(row[1]));
    }
  }

  private Zones() {}

  /** The one clock of a country, null where it has several or is not known. */
  public static @Nullable ZoneId of(String country) {
    return BY_COUNTRY.get(country);
  }

  static boolean known(String abbreviation) {
    return ROWS.containsKey(abbreviation.toLowerCase(Locale.ROOT));
  }

  /** The offset of a {@link #known} abbreviation at that wall-clock time. */
  static Resolved resolve(String abbreviation, LocalDateTime local, DateContext context) {
    List<Row> rows = Objects.requireNonNull(ROWS.get(abbreviation.toLowerCase(Locale.ROOT)));
    if (rows.size() == 1) {
      Row only = rows.get(0);
      return new Resolved(only.at(local), only.name + " printed");
    }
    List<Row> inForce = rows.stream().filter(row -> row.inForce(local)).toList();
    List<Row> open = inForce.isEmpty() ? rows : inForce;
    Row first = open.get(0);
    Row chosen = only(open, row -> row.countries.contains(context.country()));
    String why = context.countryReason();
    if (chosen == null) {
      chosen = only(open, row -> context.offsets().contains(row.at(local)));
      why = "the same offset written elsewhere on the page";
    }
    if (chosen == null) {
      chosen = only(open, row -> row.langs.contains(context.language()));
      why = context.languageReason();
    }
    if (chosen == null) {
      chosen = first;
      why = "nothing on the page decides, the most widely printed meaning is taken";
    }
    return new Resolved(chosen.at(local), reason(rows, inForce, chosen, why));
  }

  private static @Nullable Row only(List<Row> rows, Predicate<Row> test) {
    List<Row> kept = rows.stream().filter(test).toList();
    return kept.size() == 1 ? kept.get(0) : null;
  }

  private static String reason(List<Row> rows, List<Row> inForce, Row chosen, String why) {
    String others =
        rows.stream()
            .filter(row -> row != chosen)
            .map(row -> row.zone + (inForce.contains(row) ? "" : " (not in force on that day)"))
            .collect(Collectors.joining(", "));
    return chosen.name + " printed, taken as " + chosen.zone + ", not " + others + ": " + why;
  }
}
