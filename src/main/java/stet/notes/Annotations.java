package stet.notes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** The annotations of a collection, each with the article that has its address now. */
public final class Annotations {
  /** None. */
  public static final Annotations NONE = new Annotations(Map.of());

  private final Map<String, List<Annotation>> byKey;

  private Annotations(Map<String, List<Annotation>> byKey) {
    this.byKey = byKey;
  }

  /**
   * @param all in the order in which they are shown
   * @param key the key of the article that has an address; empty where none has
   */
  public static Annotations of(List<Annotation> all, Function<String, String> key) {
    Map<String, String> keys = new HashMap<>();
    Map<String, List<Annotation>> byKey = new HashMap<>();
    for (Annotation annotation : all) {
      String found = keys.computeIfAbsent(annotation.subject().uri(), key);
      byKey.computeIfAbsent(found, k -> new ArrayList<>()).add(annotation);
    }
    return new Annotations(byKey);
  }

  /** The annotations of each revision, by the number of the version that it led to. */
  public Map<Integer, List<Annotation>> on(Timeline timeline) {
    Map<Integer, List<Annotation>> on = new TreeMap<>();
    for (Annotation annotation : of(timeline.article().key())) {
      int version = version(timeline, annotation.subject().seenAt());
      if (version > 0) {
        on.computeIfAbsent(version, v -> new ArrayList<>()).add(annotation);
      }
    }
    return on;
  }

  /**
   * The version to which the revision led that an annotation is on; 0 where there is none. Captures
   * that came in later may have shown the new text earlier than it was known when somebody wrote.
   */
  public static int version(Timeline timeline, Instant seenAt) {
    int nearest = 0;
    for (Entry.Revised revised : timeline.revisions()) {
      SeenVersion version = timeline.versions().get(revised.version() - 1);
      if (revised.at().equals(seenAt)) {
        return revised.version();
      } else if (!version.first().at().isAfter(seenAt) && !version.lastSeen().isBefore(seenAt)) {
        nearest = revised.version();
      }
    }
    return nearest;
  }

  /** Those of an article, whether or not their revision is still there. */
  public List<Annotation> of(String articleKey) {
    return byKey.getOrDefault(articleKey, List.of());
  }

  /** All of them, those of articles that are not here included. */
  public List<Annotation> all() {
    return byKey.values().stream().flatMap(List::stream).toList();
  }

  /** Another text whenever the annotations of an article are others; empty where it has none. */
  public String fingerprint(String articleKey) {
    return of(articleKey).stream()
        .map(a -> a.id() + " " + a.modifiedAt())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** Keys of the articles that have any. */
  public Set<String> articles() {
    return byKey.keySet().stream().filter(k -> !k.isEmpty()).collect(Collectors.toSet());
  }
}
