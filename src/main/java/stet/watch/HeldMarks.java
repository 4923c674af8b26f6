package stet.watch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import stet.diff.Label;
import stet.diff.rank.Weights;
import stet.timeline.Entry;
import stet.timeline.Marks;
import stet.timeline.Timeline;
import stet.watch.drift.HeldRevision;
import stet.watch.store.WatchStore;

/** Labels revisions that are held as such: nobody is said to have edited silently. */
public final class HeldMarks implements Marks {
  /** When revisions that are held were seen, by their article's key. */
  private final Map<String, Set<Instant>> held;

  private final Weights weights;

  private HeldMarks(Set<HeldRevision> held, Weights weights) {
    this.weights = weights;
    this.held =
        held.stream()
            .collect(
                Collectors.groupingBy(
                    HeldRevision::articleKey,
                    Collectors.mapping(HeldRevision::seenAt, Collectors.toSet())));
  }

  /**
   * What is held in the collection of that folder; nothing where nothing was ever fetched.
   *
   * @param weights by which its revisions are ranked
   */
  public static Marks of(Path home, Weights weights) {
    if (!WatchStore.isThere(home)) {
      return new HeldMarks(Set.of(), weights);
    }
    try (WatchStore store = WatchStore.openForReading(home.resolve(WatchStore.FILE))) {
      return new HeldMarks(store.drift().heldRevisions(), weights);
    }
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public Timeline marked(Timeline timeline) {
    Set<Instant> own = held.get(timeline.article().key());
    if (own == null) {
      return timeline;
    }
    List<Entry> entries = timeline.entries().stream().map(e -> marked(own, e)).toList();
    return timeline.with(entries);
  }

  private static Entry marked(Set<Instant> own, Entry entry) {
    if (!(entry instanceof Entry.Revised r) || !own.contains(r.at())) {
      return entry;
    }
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(Label.Kind.TEMPLATE_DRIFT, ""));
    r.labels().stream()
        .filter(l -> l.kind().family() != Label.Family.DISCLOSURE)
        .forEach(labels::add);
    return new Entry.Revised(r.version(), r.window(), r.revision(), labels);
  }

  @Override
  public String fingerprint(String articleKey) {
    return held.getOrDefault(articleKey, Set.of()).stream()
        .sorted()
        .map(Instant::toString)
        .collect(Collectors.joining(" "));
  }

  @Override
  public Set<String> articles() {
    return held.keySet();
  }
}
