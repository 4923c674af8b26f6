package stet.stats;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import stet.diff.Label;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * What was seen to change.
 *
 * @param versions how many were seen
 * @param revisions how many revisions
 * @param wide how many of them happened between checks more than {@link #WIDE} apart
 * @param labels how many revisions carry each label; those that none carries are left out
 * @param silentLabels how many silent revisions carry each label, likewise
 */
public record Edits(
    long versions,
    long revisions,
    long wide,
    Map<Label.Kind, Integer> labels,
    Map<Label.Kind, Integer> silentLabels) {
  /** Checks further apart than this leave a gap. */
  public static final Duration WIDE = Duration.ofDays(7);

  static final Edits NONE = new Edits(0, 0, 0, Map.of(), Map.of());

  public Edits {
    labels = inOrder(labels);
    silentLabels = inOrder(silentLabels);
  }

  private static Map<Label.Kind, Integer> inOrder(Map<Label.Kind, Integer> labels) {
    Map<Label.Kind, Integer> sorted = new EnumMap<>(Label.Kind.class);
    sorted.putAll(labels);
    sorted.values().removeIf(count -> count == 0);
    return Collections.unmodifiableMap(sorted);
  }

  static Edits of(Timeline timeline) {
    List<Entry.Revised> revisions = timeline.revisions();
    return new Edits(
        timeline.versions().size(),
        revisions.size(),
        revisions.stream().filter(r -> r.window().width().compareTo(WIDE) > 0).count(),
        count(revisions),
        count(revisions.stream().filter(Edits::isSilent).toList()));
  }

  static boolean isSilent(Entry.Revised revised) {
    return revised.labels().stream().anyMatch(l -> l.kind() == Label.Kind.SILENT);
  }

  private static Map<Label.Kind, Integer> count(List<Entry.Revised> revisions) {
    Map<Label.Kind, Integer> labels = new EnumMap<>(Label.Kind.class);
    for (Entry.Revised revised : revisions) {
      revised.labels().forEach(l -> labels.merge(l.kind(), 1, Integer::sum));
    }
    return labels;
  }

  /** How many revisions carry that label. */
  public int labelled(Label.Kind kind) {
    return labels.getOrDefault(kind, 0);
  }

  /** How many silent revisions carry that label. */
  public int silentLabelled(Label.Kind kind) {
    return silentLabels.getOrDefault(kind, 0);
  }

  /** How many revisions are silent. */
  public int silent() {
    return labelled(Label.Kind.SILENT);
  }

  Edits plus(Edits other) {
    return new Edits(
        versions + other.versions,
        revisions + other.revisions,
        wide + other.wide,
        sum(labels, other.labels),
        sum(silentLabels, other.silentLabels));
  }

  private static Map<Label.Kind, Integer> sum(
      Map<Label.Kind, Integer> a, Map<Label.Kind, Integer> b) {
    Map<Label.Kind, Integer> sum = new EnumMap<>(Label.Kind.class);
    sum.putAll(a);
    b.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
    return sum;
  }
}
