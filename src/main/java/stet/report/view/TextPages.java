package stet.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Hunk;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * Which version's page has the text of a version: its own, or, where several in a row have one text
 * and only a headline or a date changed, that of the first of them.
 */
final class TextPages {
  /** A text with fewer characters takes no more room than a link to it with what must be said. */
  private static final int SHORT = 300;

  private final Timeline timeline;
  private final Map<Integer, Entry.Revised> told = new HashMap<>();
  private final List<Integer> pages = new ArrayList<>();

  TextPages(Timeline timeline) {
    this.timeline = timeline;
    timeline.revisions().forEach(r -> told.put(r.version(), r));
  }

  /**
   * The number of the version whose page has that text.
   *
   * @param number of a version, from 1
   */
  int of(int number) {
    while (pages.size() < number) {
      int next = pages.size() + 1;
      pages.add(isAsBefore(next) ? pages.get(next - 2) : next);
    }
    return pages.get(number - 1);
  }

  private boolean isAsBefore(int number) {
    // Of a text that is only quoted, equal quotations do not say that all of it is equal.
    Entry.Revised revised = told.get(number);
    if (revised == null || revised.revision().hunks().stream().anyMatch(Hunk::isChange)) {
      return false;
    }
    ArticleVersion before = state(number - 1);
    ArticleVersion after = state(number);
    return after.body().equals(before.body())
        && after.captions().equals(before.captions())
        && after.language().equals(before.language())
        && Objects.equals(after.liveBlog(), before.liveBlog())
        && isLong(after.body());
  }

  private static boolean isLong(List<Block> body) {
    return body.stream().mapToInt(b -> b.text().length()).sum() > SHORT;
  }

  private ArticleVersion state(int number) {
    return timeline.versions().get(number - 1).state();
  }
}
