package stet.timeline;

import java.util.Set;
import stet.diff.rank.Weights;

/**
 * What is known of revisions besides what follows from captures, such as that a person still has to
 * judge them. It is applied where a timeline is read, so that every way out shows the same.
 */
public interface Marks {
  /** Nothing is known. */
  Marks NONE =
      new Marks() {
        @Override
        public Timeline marked(Timeline timeline) {
          return timeline;
        }

        @Override
        public String fingerprint(String articleKey) {
          return "";
        }

        @Override
        public Set<String> articles() {
          return Set.of();
        }
      };

  /** The timeline as it is to be shown. */
  Timeline marked(Timeline timeline);

  /** Another one whenever {@link #marked} gives another outcome; empty where it changes nothing. */
  String fingerprint(String articleKey);

  /**
   * The part of {@link #fingerprint} that is known without reading a timeline: it tells of every
   * revision but those that {@link #learns}.
   */
  default String told(String articleKey) {
    return fingerprint(articleKey);
  }

  /** By which weights revisions are ranked on the timelines that are shown. */
  default Weights weights() {
    return Weights.STANDARD;
  }

  /** Whether a revision's marks may follow from other articles than its own. */
  default boolean learns(Entry.Revised revised) {
    return false;
  }

  /**
   * Whether of that outlet's texts only what changed may be told: {@link #marked} leaves the rest
   * out, and whoever tells of texts by other ways has to.
   */
  default boolean quotes(String outlet) {
    return false;
  }

  /** Another text where all articles are shown in another way; empty where nothing is said. */
  default String basis() {
    return "";
  }

  /** Keys of the articles that have marks, but for those that {@link #since} tells of. */
  Set<String> articles();

  /**
   * Keys of the articles whose marks follow from other articles and may have become others.
   *
   * @param number of a change to the collection; what happened up to it is known to the caller
   */
  default Set<String> since(long number) {
    return Set.of();
  }
}
