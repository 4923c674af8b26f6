package stet.timeline;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The timelines of a collection, for who wants to look at no more of them than have changed. Each
 * change of an article has a number greater than those of all changes before it.
 */
public interface KeptTimelines {
  /**
   * What the numbers hold within, and what every timeline depends on besides its own history. Where
   * it is another one than before, every article has to be looked at.
   */
  String origin();

  /** The number of the latest change; asked for before anything is read. */
  long latest();

  /** All of them, in the order of their addresses. */
  Iterator<KeptTimeline> all();

  /** Keys of the articles that changed after that number, those that are no more among them. */
  List<String> since(long number);

  /**
   * Keys of the articles of {@link #since} that changed by themselves, those that are no more among
   * them. The others are those of which {@link KeptTimeline#lessons} are among what these {@link
   * #shown}, as long as none of these is no more.
   */
  default List<String> changed(long number) {
    return since(number);
  }

  /**
   * Which blocks an article ever showed, from which others may have learned; none where {@link
   * #changed} tells of those others, too. Empty where there is no such article any more.
   */
  default Optional<Set<String>> shown(String key) {
    return Optional.of(Set.of());
  }

  /** The article of that key; empty where there is none any more. */
  Optional<KeptTimeline> find(String key);

  /** Keys of articles of which something may change without a number, now or the next time. */
  Set<String> unnumbered();
}
