package stet.report.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** What the revisions of a timeline tell, each judged once. */
public final class Judgements {
  /** The words and the weight of one revision; what they were made from is not kept. */
  private record Judgement(Telling telling, List<Summary.Line> summary) {}

  private final Timeline timeline;
  private final Map<Integer, Judgement> judged = new HashMap<>();

  public Judgements(Timeline timeline) {
    this.timeline = timeline;
  }

  public Telling telling(Entry.Revised revised) {
    return of(revised).telling();
  }

  public List<Summary.Line> summary(Entry.Revised revised) {
    return of(revised).summary();
  }

  private Judgement of(Entry.Revised revised) {
    return judged.computeIfAbsent(revised.version(), version -> judge(revised));
  }

  private Judgement judge(Entry.Revised revised) {
    JudgedRevision revision = timeline.judged(revised);
    return new Judgement(
        timeline.telling(revised, revision), Summary.of(revision, revised.labels()).lines());
  }
}
