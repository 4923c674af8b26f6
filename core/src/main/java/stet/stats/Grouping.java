package stet.stats;

import java.util.List;

/** By what articles are put together. Never across outlets but by language, which says so. */
public enum Grouping {
  OUTLET,
  SECTION,
  LANGUAGE,
  AUTHOR,
  /** By outlet, of which only edits by weekday are told. */
  WEEKDAY,
  /** By outlet, of which only edits by hour are told. */
  HOUR;

  /** Whether it is asked when in the week or the day there are edits. */
  public boolean isOfTime() {
    return this == WEEKDAY || this == HOUR;
  }

  /** The groups that an article belongs to; those of several authors belong to each of them. */
  List<Group> groups(Observed article) {
    return switch (this) {
      case OUTLET, WEEKDAY, HOUR -> List.of(new Group(article.outlet(), ""));
      case SECTION -> List.of(new Group(article.outlet(), article.section()));
      case LANGUAGE -> List.of(new Group("", article.language().tag()));
      case AUTHOR ->
          article.authors().isEmpty()
              ? List.of(new Group(article.outlet(), ""))
              : article.authors().stream()
                  .distinct()
                  .map(author -> new Group(article.outlet(), author))
                  .toList();
    };
  }

  /**
   * A group of articles.
   *
   * @param outlet whose; empty where they may be of several
   * @param name section, language or author; empty where that is not known, or where the outlet is
   *     the group
   */
  public record Group(String outlet, String name) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byOutlet = outlet.compareTo(other.outlet);
      return byOutlet != 0 ? byOutlet : name.compareTo(other.name);
    }
  }
}
