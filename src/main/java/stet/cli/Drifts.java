package stet.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import stet.diff.Label;
import stet.timeline.Entry;
import stet.timeline.KeptTimeline;
import stet.timeline.Timeline;
import stet.track.BlockChange;
import stet.track.Timelines;
import stet.watch.DriftGuard;
import stet.watch.HeldRevision;
import stet.watch.WatchStore;

/** Holds revisions that look like a new page template, and shows them as held. */
final class Drifts {
  /** How far back a template's change may have begun. */
  private static final Duration LOOK_BACK = Duration.ofDays(3);

  /** When revisions that are held were seen, by their article's key. */
  private final Map<String, Set<Instant>> held;

  private Drifts(Set<HeldRevision> held) {
    this.held =
        held.stream()
            .collect(
                Collectors.groupingBy(
                    HeldRevision::articleKey,
                    Collectors.mapping(HeldRevision::seenAt, Collectors.toSet())));
  }

  /** What is held in a collection; nothing where nothing was ever fetched. */
  static Drifts of(Path home) {
    if (!WatchStore.isThere(home)) {
      return new Drifts(Set.of());
    }
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      return new Drifts(store.heldRevisions());
    }
  }

  /**
   * Looks through the latest revisions of some outlets and holds what looks like a new template.
   *
   * @return one line for each
   */
  static List<String> hold(
      Timelines timelines, WatchStore store, Set<String> outlets, Instant now) {
    List<String> lines = new ArrayList<>();
    Instant since = now.minus(LOOK_BACK);
    for (String outlet : outlets) {
      List<DriftGuard.Change> changes =
          timelines.blockChanges(outlet, since).stream().map(Drifts::change).toList();
      DriftGuard.Checked seen = (from, until) -> timelines.articlesSeen(outlet, from, until);
      store.hold(outlet, changes, seen).stream()
          .map(drift -> drift.line(outlet) + "; 'stet drift' shows them")
          .forEach(lines::add);
    }
    return lines;
  }

  private static DriftGuard.Change change(BlockChange c) {
    String key = c.article().key();
    return new DriftGuard.Change(key, key + " " + c.seenAt(), c.seenAt(), c.removed(), c.added());
  }

  /** The timeline with held revisions labelled as such: nobody is said to have edited silently. */
  Timeline marked(Timeline timeline) {
    Set<Instant> own = held.get(timeline.article().key());
    if (own == null) {
      return timeline;
    }
    List<Entry> entries = timeline.entries().stream().map(e -> marked(own, e)).toList();
    return new Timeline(timeline.article(), timeline.versions(), entries, timeline.captures());
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

  /** Keys of the articles that have held revisions. */
  Set<String> articles() {
    return held.keySet();
  }

  /** The same for a timeline that is read only when it changed. */
  KeptTimeline marked(KeptTimeline kept) {
    Set<Instant> own = held.get(kept.article().key());
    if (own == null) {
      return kept;
    }
    String times = own.stream().sorted().map(Instant::toString).collect(Collectors.joining(" "));
    return new KeptTimeline(
        kept.article(), kept.fingerprint() + " held " + times, () -> marked(kept.read()));
  }
}
