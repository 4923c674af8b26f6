package stet.report.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stet.report.words.Judgements;
import stet.report.words.TellingEdit;
import stet.report.words.Times;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * What the revisions of one article tell. Each is judged when it is first asked for: most pages of
 * an article show one of them or none. Used by one thread at a time.
 */
public final class TellingEdits {
  private final Timeline timeline;
  private final Judgements judgements;
  private final Times times;
  private final Map<Integer, Optional<TellingEdit>> told = new HashMap<>();

  public TellingEdits(Timeline timeline, Judgements judgements, Times times) {
    this.timeline = timeline;
    this.judgements = judgements;
    this.times = times;
  }

  /** What one revision tells; empty where no words changed, or it is held. */
  public Optional<TellingEdit> of(Entry.Revised revised) {
    return told.computeIfAbsent(
        revised.version(), v -> TellingPassages.of(timeline, revised, judgements, times));
  }

  /**
   * What the revision that led to a version tells.
   *
   * @return empty, too, where none led to it
   */
  public Optional<TellingEdit> of(int version) {
    return timeline.revisions().stream()
        .filter(r -> r.version() == version)
        .findFirst()
        .flatMap(this::of);
  }

  /** What each revision tells, oldest first; those in which no words changed left out. */
  public List<TellingEdit> all() {
    return timeline.revisions().stream().map(this::of).flatMap(Optional::stream).toList();
  }
}
