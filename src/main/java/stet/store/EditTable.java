package stet.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.sqlite.Sql;

/** Revisions of all articles in the order in which their new text was first seen. */
public final class EditTable {
  private static final String AT = "rtrim(r.not_after, 'Z')";

  private static final int FEW = 1_000;

  /** A label that follows from other articles, and is given where a timeline is read. */
  private static final Set<Label.Kind> LEARNED = Set.of(Label.Kind.COSMETIC);

  /** So many revisions are looked through for an outlet's before it is asked for all of its own. */
  private static final int SPAN = 5_000;

  private final Sql sql;
  private final int few;
  private final int span;

  EditTable(Sql sql) {
    this(sql, FEW, SPAN);
  }

  /** With other bounds, which change how long an answer takes and nothing else. */
  EditTable(Sql sql, int few, int span) {
    this.sql = sql;
    this.few = few;
    this.span = span;
  }

  /**
   * A revision by its place in the order of time.
   *
   * @param at when its new text was first seen, UTC
   * @param article number of the article
   * @param number of the version it led to
   */
  public record Place(Instant at, long article, int number) {}

  /** Conditions of a query, with the values that they ask for. */
  static final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    void add(String condition, Object... of) {
      conditions.add(condition);
      Collections.addAll(values, of);
    }

    void anyOf(String before, Collection<?> of, String after) {
      if (!of.isEmpty()) {
        String marks = String.join(", ", Collections.nCopies(of.size(), "?"));
        add(before + " IN (" + marks + ")" + after, of.toArray());
      }
    }

    List<@Nullable Object> values() {
      return values;
    }

    String sql() {
      return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }
  }

  /**
   * The newest revisions that the filter may let through. It goes by what is stored: labels that
   * are marked where a timeline is read are not known here, nor is every word looked at. So the
   * caller asks the filter again of each.
   *
   * @param before only those that come after this one in this order; null for the first
   * @param held keys of articles of which some revisions are labelled otherwise when read
   * @param most how many
   */
  public List<Place> newest(EditFilter filter, @Nullable Place before, Set<String> held, int most) {
    Conditions all = query(filter, before, held);
    Set<Label.Kind> rare = rare(filter, held);
    if (!rare.isEmpty()) {
      all.anyOf(
          "(r.article_id, r.number) IN (SELECT article_id, number FROM label WHERE kind",
          ids(rare),
          ")");
      return places(all, "JOIN", most);
    } else if (filter.outlets().isEmpty()) {
      return places(all, "CROSS JOIN", most);
    } else if (isFew(filter.outlets())) {
      return places(all, "JOIN", most);
    }
    Place end = end(filter, before);
    if (end == null) {
      return places(all, "CROSS JOIN", most);
    }
    Conditions near = query(filter, before, held);
    near.add(AT + " > ?", sortable(end.at()));
    List<Place> found = places(near, "CROSS JOIN", most);
    // An outlet may be rare among the newest, or have ended long ago.
    return found.size() == most ? found : places(all, "JOIN", most);
  }

  /**
   * What the revisions of an article look like whose new text was seen since then, with their
   * stored labels, and whether its last capture showed none; empty where there is nothing of
   * either.
   */
  public String print(long article, Instant since) {
    String revisions =
        String.join(
            ";",
            sql.all(
                """
                SELECT r.number || ' ' || r.not_before || ' ' || r.not_after || ' '
                  || (SELECT group_concat(kind, ' ') FROM (SELECT kind FROM label l
                    WHERE l.article_id = r.article_id AND l.number = r.number ORDER BY position))
                FROM revision r WHERE r.article_id = ? AND rtrim(r.not_after, 'Z') >= ?
                ORDER BY r.number""",
                r -> String.valueOf(r.getString(1)),
                article,
                sortable(since)));
    String missing =
        sql.one(
                """
                SELECT not_article FROM capture WHERE article_id = ?
                ORDER BY captured_at DESC, ordinal DESC LIMIT 1""",
                r -> String.valueOf(r.getString(1)),
                article)
            .filter(reason -> !reason.equals("null"))
            .orElse("");
    return revisions.isEmpty() && missing.isEmpty() ? "" : revisions + " | " + missing;
  }

  /** Keys of articles with revisions whose new text was seen since then. */
  public List<String> articles(Instant since) {
    return sql.all(
        "SELECT DISTINCT a.key FROM revision r JOIN article a ON a.id = r.article_id WHERE "
            + AT
            + " >= ?",
        r -> r.getString(1),
        sortable(since));
  }

  /** How many revisions there are. */
  public long count() {
    return sql.one("SELECT count(*) FROM revision", r -> r.getLong(1)).orElseThrow();
  }

  /** The revision at which looking through the newest ends; null where it comes to the last. */
  private @Nullable Place end(EditFilter filter, @Nullable Place before) {
    Conditions c = new Conditions();
    times(filter, before, c);
    return places(c, "", 1, span).stream().findFirst().orElse(null);
  }

  /** What a revision {@code r} of an article {@code a} has to be. */
  static Conditions such(EditFilter filter, Set<String> held) {
    return query(filter, null, held);
  }

  private static Conditions query(EditFilter filter, @Nullable Place before, Set<String> held) {
    Conditions c = new Conditions();
    times(filter, before, c);
    c.anyOf("a.outlet", filter.outlets(), "");
    labels(filter, held, c);
    if (filter.atLeast() > 0) {
      c.add("r.inserted + r.deleted + r.moved >= ?", filter.atLeast());
    }
    language(filter.language(), c);
    words(filter.words(), c);
    return c;
  }

  private static void times(EditFilter filter, @Nullable Place before, Conditions c) {
    if (before != null) {
      // The index is entered by one column alone: by a row of three SQLite walks to its place.
      c.add(AT + " <= ?", sortable(before.at()));
      c.add(
          "(" + AT + ", r.article_id, r.number) < (?, ?, ?)",
          sortable(before.at()),
          before.article(),
          before.number());
    }
    if (filter.since() != null) {
      c.add(AT + " >= ?", sortable(filter.since()));
    }
    if (filter.until() != null) {
      c.add(AT + " < ?", sortable(filter.until()));
    }
  }

  private List<Place> places(Conditions c, String join, int most) {
    return places(c, join + " article a ON a.id = r.article_id", most, 0);
  }

  private List<Place> places(Conditions c, String joined, int most, int from) {
    List<@Nullable Object> values = new ArrayList<>(c.values);
    values.add(most);
    values.add(from);
    return sql.all(
        "SELECT r.not_after, r.article_id, r.number FROM revision r "
            + joined
            + c.sql()
            + " ORDER BY "
            + AT
            + " DESC, r.article_id DESC, r.number DESC LIMIT ? OFFSET ?",
        r -> new Place(Instant.parse(r.getString(1)), r.getLong(2), r.getInt(3)),
        values.toArray());
  }

  /**
   * Whether outlets have so few articles that all their revisions are sooner put in order than
   * found among the newest of all; left to itself, SQLite always does the former.
   */
  private boolean isFew(Set<String> outlets) {
    if (outlets.isEmpty()) {
      return false;
    }
    String marks = String.join(", ", Collections.nCopies(outlets.size(), "?"));
    return sql.all(
                "SELECT 1 FROM article WHERE outlet IN (" + marks + ") LIMIT " + few,
                r -> 1,
                outlets.toArray())
            .size()
        < few;
  }

  /**
   * Labels which so few revisions have that these are sooner put in order than found among the
   * newest of all; none where there are none such, or marks may set them.
   */
  private Set<Label.Kind> rare(EditFilter filter, Set<String> held) {
    if (isRare(filter.kinds())) {
      return filter.kinds();
    }
    boolean stored = held.isEmpty() && Collections.disjoint(filter.labels(), LEARNED);
    return stored && isRare(filter.labels()) ? filter.labels() : Set.of();
  }

  private boolean isRare(Set<Label.Kind> kinds) {
    if (kinds.isEmpty()) {
      return false;
    }
    String marks = String.join(", ", Collections.nCopies(kinds.size(), "?"));
    return sql.all(
                "SELECT 1 FROM label WHERE kind IN (" + marks + ") LIMIT " + few,
                r -> 1,
                ids(kinds).toArray())
            .size()
        < few;
  }

  /** Times as the index has them. */
  private static String sortable(Instant at) {
    return at.toString().replace("Z", "");
  }

  private static void labels(EditFilter filter, Set<String> held, Conditions c) {
    String has =
        "EXISTS (SELECT 1 FROM label l WHERE l.article_id = r.article_id AND l.number ="
            + " r.number AND l.kind";
    c.anyOf(has, ids(filter.kinds()), ")");
    if (!filter.labels().isEmpty() && Collections.disjoint(filter.labels(), LEARNED)) {
      List<Object> values = new ArrayList<>(ids(filter.labels()));
      String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
      String keys = String.join(", ", Collections.nCopies(held.size(), "?"));
      values.addAll(held);
      c.add("(" + has + " IN (" + marks + ")) OR a.key IN (" + keys + "))", values.toArray());
    }
    if (filter.substantial()) {
      c.add("NOT " + has + " = 'cosmetic')");
    }
  }

  private static List<String> ids(Set<Label.Kind> kinds) {
    return kinds.stream().map(Label.Kind::id).sorted().collect(Collectors.toList());
  }

  private static void language(String primary, Conditions c) {
    if (!primary.isEmpty()) {
      c.add(
          """
          EXISTS (SELECT 1 FROM version v JOIN state s ON s.id = v.state_id
            WHERE v.article_id = r.article_id AND v.number = r.number
              AND (lower(s.language) = ? OR lower(s.language) GLOB ?))""",
          primary,
          primary + "[-_]*");
    }
  }

  /** The text holds words that stand in the changes, in one of the ways in which they are cased. */
  private static void words(String words, Conditions c) {
    // Signs around a word are no part of it when it is looked at closely.
    for (String word : words.strip().split("[^\\p{L}\\p{M}\\p{N}]+")) {
      if (!word.isEmpty()) {
        String lower = word.toLowerCase(Locale.ROOT);
        int first = lower.offsetByCodePoints(0, 1);
        c.add(
            "(instr(r.changes, ?) OR instr(r.changes, ?) OR instr(r.changes, ?) OR"
                + " instr(r.changes, ?))",
            word,
            lower,
            word.toUpperCase(Locale.ROOT),
            lower.substring(0, first).toUpperCase(Locale.ROOT) + lower.substring(first));
      }
    }
  }
}
