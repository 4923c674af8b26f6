package stet.json;

import java.util.List;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Summary;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import tools.jackson.databind.node.ObjectNode;

/** An article with everything that is known of it. */
final class TimelineJson {
  private final Timeline timeline;

  private TimelineJson(Timeline timeline) {
    this.timeline = timeline;
  }

  static ObjectNode of(Timeline timeline) {
    ObjectNode out = Parts.root();
    out.set("article", Parts.article(timeline.article()));
    out.set("counts", Parts.counts(timeline));
    out.set("versions", Parts.list(timeline.versions(), VersionJson::of));
    TimelineJson json = new TimelineJson(timeline);
    out.set("entries", Parts.list(timeline.entries(), e -> EntryJson.of(e, json::revised)));
    return out;
  }

  private void revised(Entry.Revised revised, ObjectNode out) {
    JudgedRevision judged = timeline.judged(revised);
    List<Summary.Line> summary = Summary.of(judged, revised.labels()).lines();
    EntryJson.judged(out, summary, timeline.telling(revised, judged));
    out.set("revision", RevisionForms.full(revised.revision()));
  }
}
