package stet.report.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.report.page.TellingView;
import stet.report.view.ArticleLine;
import stet.report.words.Addresses;
import stet.report.words.TellingEdit;

/**
 * Chooses the edits that a page shows first. Each article has one place on the page, the same words
 * have one, and an outlet has two in a list as long as another has any left.
 */
final class MostTelling {
  private static final int OF_ONE_OUTLET = 2;

  /** So many for each place are looked at of an outlet: some are shown already. */
  private static final int SPARE = 4;

  private final ShownArticles articles;
  private final String outlet;
  private final String root;
  private final Set<String> shown = new HashSet<>();

  /**
   * @param outlet whose edits; empty for all
   * @param root the way to the site's first folder
   */
  MostTelling(ShownArticles articles, String outlet, String root) {
    this.articles = articles;
    this.outlet = outlet;
    this.root = root;
  }

  /**
   * The most telling edits of articles that this page does not show yet, most telling first.
   *
   * @param from they were first seen after that moment; null for any time
   */
  List<TellingView> of(@Nullable Instant from, int most) {
    List<ShownArticles.Choice> later = new ArrayList<>();
    List<TellingView> views = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (ShownArticles.Choice choice : articles.telling(outlet, from, most * SPARE)) {
      if (views.size() >= most) {
        break;
      }
      if (places.getOrDefault(choice.outlet(), 0) >= OF_ONE_OUTLET) {
        later.add(choice);
      } else if (add(choice, views)) {
        places.merge(choice.outlet(), 1, Integer::sum);
      }
    }
    for (ShownArticles.Choice choice : later) {
      if (views.size() < most) {
        add(choice, views);
      }
    }
    return views;
  }

  private boolean add(ShownArticles.Choice choice, List<TellingView> views) {
    if (shown.contains(choice.article().key())) {
      return false;
    }
    ArticleLine line = articles.note(choice.article()).line();
    TellingEdit edit = line.edit(choice.version());
    String href = root + Addresses.folder(line.article()) + Addresses.revision(edit.version());
    if (!shown.add(words(edit))) {
      return false;
    }
    shown.add(line.article().key());
    views.add(ArticlePages.tellingView(edit, line, href));
    return true;
  }

  private static String words(TellingEdit edit) {
    StringBuilder words = new StringBuilder();
    edit.runs().forEach(r -> words.append(r.kind()).append(r.text()));
    return words.toString();
  }
}
