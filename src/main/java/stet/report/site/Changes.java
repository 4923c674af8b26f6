package stet.report.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a run changed of a site's files. */
final class Changes {
  /** An outlet's feeds are named as its page is; its figures have more in their names. */
  private static final Pattern FEED =
      Pattern.compile("(?:.*/)?feed\\.(?:xml|json)|o/(?:.*-)?[0-9a-f]+\\.(?:xml|json)");

  private static final int MOST = 2_000;

  private final List<String> feeds = new ArrayList<>();
  private final List<String> ofArticles = new ArrayList<>();
  private int written;
  private int removed;

  /** A file was new, or differed from what was there. */
  void wrote(String name) {
    written++;
    if (FEED.matcher(name).matches()) {
      List<String> of = name.startsWith("a/") ? ofArticles : feeds;
      if (of.size() < MOST) {
        of.add(name);
      }
    }
  }

  void removed() {
    removed++;
  }

  /** How many files were new, or differed from what was there. */
  int count() {
    return written;
  }

  /** How many files were removed. */
  int countRemoved() {
    return removed;
  }

  /**
   * Feeds among those written, first those of the collection and of outlets; no more than 2,000.
   */
  List<String> feeds() {
    List<String> all = new ArrayList<>(feeds);
    all.addAll(ofArticles);
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }
}
