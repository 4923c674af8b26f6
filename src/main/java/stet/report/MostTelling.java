package stet.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.report.ArticleRef.Peak;
import stet.report.page.TellingView;

/**
 * Chooses the edits that a page shows first. Each article has one place on the page, the same words
 * have one, and an outlet has two in a list as long as another has any left.
 */
final class MostTelling {
  private static final int OF_ONE_OUTLET = 2;

  /** An article with the edit that stands for it. */
  private record Choice(ArticleRef article, Peak edit) {}

  private final Shelf shelf;
  private final String root;
  private final Set<String> shown = new HashSet<>();

  MostTelling(Shelf shelf, String root) {
    this.shelf = shelf;
    this.root = root;
  }

  /**
   * The most telling edits of articles that this page does not show yet, most telling first.
   *
   * @param lately the stretch in which they were first seen, null for any time
   */
  List<TellingView> of(List<ArticleRef> refs, @Nullable Lately lately, int most)
      throws IOException {
    List<Choice> later = new ArrayList<>();
    List<TellingView> views = new ArrayList<>();
    List<String> outlets = new ArrayList<>();
    for (Choice choice : choices(refs, lately)) {
      if (views.size() >= most) {
        break;
      }
      String outlet = choice.article().outlet();
      if (outlets.stream().filter(outlet::equals).count() >= OF_ONE_OUTLET) {
        later.add(choice);
      } else if (add(choice, views)) {
        outlets.add(outlet);
      }
    }
    for (Choice choice : later) {
      if (views.size() < most) {
        add(choice, views);
      }
    }
    return views;
  }

  private static List<Choice> choices(List<ArticleRef> refs, @Nullable Lately lately) {
    List<Choice> choices = new ArrayList<>();
    for (ArticleRef ref : refs) {
      Peak peak = lately == null ? ref.best() : ref.peak(lately.from());
      if (peak != null) {
        choices.add(new Choice(ref, peak));
      }
    }
    choices.sort(
        Comparator.comparingInt((Choice c) -> -c.edit().score())
            .thenComparing(Choice::article, ArticleLists.NEWEST));
    return choices;
  }

  private boolean add(Choice choice, List<TellingView> views) throws IOException {
    ArticleLine line = shelf.line(choice.article());
    TellingEdit edit = line.edit(choice.edit().version());
    String href = root + Addresses.folder(line.article()) + Addresses.revision(edit.version());
    if (!shown.add(line.article().key()) || !shown.add(words(edit))) {
      return false;
    }
    views.add(ArticlePages.tellingView(edit, line, href));
    return true;
  }

  private static String words(TellingEdit edit) {
    StringBuilder words = new StringBuilder();
    edit.runs().forEach(r -> words.append(r.kind()).append(r.text()));
    return words.toString();
  }
}
