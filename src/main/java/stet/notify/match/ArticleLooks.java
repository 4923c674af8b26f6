package stet.notify.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import stet.track.Timelines;

/** Looks at the articles of a collection, one after the other. */
public final class ArticleLooks {
  private final Timelines timelines;
  private final Links links;
  private final Map<String, Passage> passages = new HashMap<>();

  /**
   * @param timelines with all that is marked on them
   * @param links where the collection's pages are published
   */
  public ArticleLooks(Timelines timelines, Links links) {
    this.timelines = timelines;
    this.links = links;
  }

  /** The article of that key; empty where there is none any more. */
  public Optional<ArticleLook> of(String key) {
    return timelines
        .find(key)
        .filter(found -> found.article().key().equals(key))
        .map(
            found ->
                new ArticleLook(timelines, found.id(), timelines.of(found.id()), links, passages));
  }
}
