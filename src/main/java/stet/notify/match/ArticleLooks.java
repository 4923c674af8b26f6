package stet.notify.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import stet.store.FilteredEdit;
import stet.timeline.TrackedArticle;
import stet.track.Timelines;

/** Looks at the articles of a collection as it is at one moment, one after the other. */
public final class ArticleLooks {
  private final Timelines timelines;
  private final Links links;
  private final Asked asked;

  /** Keys of the articles that rules name, empty where there is none. */
  private final Map<String, String> named = new HashMap<>();

  /** What rules look for, cut into words once for however many looks. Used by one thread. */
  public static final class Asked {
    private final Map<String, Passage> passages = new HashMap<>();
    private final FilteredEdit.Sought words = new FilteredEdit.Sought();

    Passage passage(String text) {
      return passages.computeIfAbsent(text, Passage::new);
    }

    FilteredEdit.Sought words() {
      return words;
    }
  }

  /**
   * @param timelines with all that is marked on them
   * @param links where the collection's pages are published
   * @param asked kept for as long as the same rules are asked
   */
  public ArticleLooks(Timelines timelines, Links links, Asked asked) {
    this.timelines = timelines;
    this.links = links;
    this.asked = asked;
  }

  /** The article of that key; empty where there is none any more. */
  public Optional<ArticleLook> of(String key) {
    return timelines
        .find(key)
        .filter(found -> found.article().key().equals(key))
        .map(found -> new ArticleLook(this, found.id(), timelines.of(found.id())));
  }

  Timelines timelines() {
    return timelines;
  }

  Links links() {
    return links;
  }

  Asked asked() {
    return asked;
  }

  /** Whether an article is the one that a rule names by a key, an address or one of its others. */
  boolean isMeant(String name, TrackedArticle article) {
    return name.equals(article.key())
        || name.equals(article.uri())
        || named
            .computeIfAbsent(
                name, n -> timelines.find(n).map(found -> found.article().key()).orElse(""))
            .equals(article.key());
  }
}
