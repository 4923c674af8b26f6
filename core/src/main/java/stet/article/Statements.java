package stet.article;

import java.util.Comparator;
import java.util.List;

/**
 * What the publisher says of the story beside it.
 *
 * @param notices corrections and other notices, in order
 * @param dates the stated dates chosen for the article, at most one of each role and in the order
 *     of roles
 * @param updates every update time that the page states in whatever place, the chosen one and those
 *     passed over for {@code dates}: in a weaker place, or equal to the publication. What is told
 *     of silence looks at all of them; they make no version
 */
public record Statements(List<Notice> notices, List<StatedDate> dates, List<StatedDate> updates) {
  /** The page says nothing. */
  public static final Statements NONE = new Statements(List.of(), List.of(), List.of());

  public Statements {
    notices = List.copyOf(notices);
    dates = dates.stream().sorted(Comparator.comparing(StatedDate::role)).toList();
    updates = List.copyOf(updates);
  }

  /** No update time is stated beside the chosen dates. */
  public static Statements of(List<Notice> notices, List<StatedDate> dates) {
    return new Statements(
        notices, dates, dates.stream().filter(d -> d.role() == StatedDate.Role.UPDATED).toList());
  }
}
