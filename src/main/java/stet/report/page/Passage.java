package stet.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph, a field, or what stands in the place of one.
 *
 * @param kind what it is
 * @param name the name of a field, the class of a row that is gone; empty otherwise
 * @param runs its words in order
 * @param lang BCP 47 tag, empty when unknown
 * @param dir {@code ltr}, {@code rtl} or {@code auto}
 * @param id the id of its element, empty for none
 * @param href where the passage's note leads; of an unchanged passage where it stands in the whole
 *     text; empty for none
 * @param note the program's own words above the passage or in its place, empty for none
 */
public record Passage(
    Kind kind,
    String name,
    List<Run> runs,
    String lang,
    String dir,
    String id,
    String href,
    String note) {
  /** Begins a table of rows that follow one another. */
  public static final String TABLE =
      "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table class=\"rows\">"
          + "<tbody>";

  public static final String TABLE_END = "</tbody></table></div>";

  /** What a passage is. */
  public enum Kind {
    PARAGRAPH,
    SUBHEAD,
    QUOTE,
    ITEM,
    /** A row of a table; in its runs tabs part the cells. */
    ROW,
    FIELD,
    NOTICE,
    MOVED,
    /** A whole passage that an earlier version had. */
    PAST,
    /** Unchanged passages left out. */
    FOLD,
    /** The place that a moved passage left. */
    AWAY;

    /** The class used in style sheets. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Passage {
    runs = List.copyOf(runs);
  }

  /** Whether it is a row of a table. */
  public boolean isRow() {
    return kind == Kind.ROW;
  }

  /**
   * The cells of a row, each with its runs. Cells are those that the row has now; what is gone from
   * between them stands in the cell before, with bars. A row that is gone has those that it had.
   */
  public List<List<Run>> cells() {
    boolean gone = runs.stream().allMatch(r -> r.isGone() || r.text().isBlank());
    List<List<Run>> cells = new ArrayList<>();
    cells.add(new ArrayList<>());
    for (Run run : runs) {
      String[] parts =
          run.isGone() && !gone ? new String[] {run.plain()} : run.text().split("\t", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          cells.add(new ArrayList<>());
        }
        if (!parts[i].isEmpty()) {
          boolean numbered = run.kind() == Run.Kind.BROUGHT || run.kind() == Run.Kind.GONE;
          String id = i == 0 || numbered ? run.id() : "";
          String href = i > 0 && numbered ? "" : run.href();
          cells.get(cells.size() - 1).add(new Run(run.kind(), parts[i], id, href));
        }
      }
    }
    return cells;
  }

  /** The same with an id for its element. */
  public Passage as(String element) {
    return new Passage(kind, name, runs, lang, dir, element, href, note);
  }

  /** The same with another address; {@code words} stand in the place of its own. */
  public Passage with(List<Run> words, String address) {
    return new Passage(kind, name, words, lang, dir, id, address, note);
  }

  /** Whether nothing in it changed. */
  public boolean isSame() {
    return kind != Kind.MOVED
        && kind != Kind.AWAY
        && runs.stream().allMatch(r -> r.kind() == Run.Kind.PLAIN || r.kind() == Run.Kind.NOTE);
  }
}
