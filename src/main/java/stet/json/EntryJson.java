package stet.json;

import java.util.List;
import java.util.function.BiConsumer;
import stet.diff.rank.Part;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;
import stet.timeline.Entry;
import tools.jackson.databind.node.ObjectNode;

/** What was observed. The members that an entry has besides its time follow from its kind. */
final class EntryJson {
  private EntryJson() {}

  /**
   * An entry of a timeline.
   *
   * @param revision adds what a revision did
   */
  static ObjectNode of(Entry entry, BiConsumer<Entry.Revised, ObjectNode> revision) {
    ObjectNode out = Parts.object().put("at", entry.at().toString());
    if (entry instanceof Entry.FirstSeen first) {
      out.put("kind", "first-seen").put("version", first.version());
    } else if (entry instanceof Entry.Unchanged same) {
      out.put("kind", "unchanged").put("version", same.version());
      out.put("until", same.until().toString()).put("checks", same.checks());
    } else if (entry instanceof Entry.NotAnArticle gone) {
      out.put("kind", gone.cutOff() ? "cut-off" : gone.withheld() ? "withheld" : "not-an-article");
      out.put("reason", gone.reason()).put("detail", gone.detail());
      out.put("until", gone.until().toString()).put("checks", gone.checks());
    } else if (entry instanceof Entry.Returned back) {
      out.put("kind", "returned").put("version", back.version());
    } else if (entry instanceof Entry.Oscillated back) {
      out.put("kind", "oscillated").put("version", back.version());
      out.put("until", back.until().toString()).put("switches", back.switches());
    } else if (entry instanceof Entry.Moved moved) {
      out.put("kind", "moved").put("uri", moved.to());
    } else if (entry instanceof Entry.Revised revised) {
      out.put("kind", "revised").put("version", revised.version());
      out.set("window", Parts.window(revised.window()));
      out.set("labels", Parts.list(revised.labels(), Parts::label));
      revision.accept(revised, out);
    }
    return out;
  }

  /** What a revision comes to, in words and as a number. */
  static void judged(ObjectNode out, List<Summary.Line> summary, Telling telling) {
    out.set("summary", Parts.texts(summary.stream().map(Summary.Line::text).toList()));
    out.put("telling", telling.score());
    out.set("telling_parts", Parts.list(telling.parts(), EntryJson::part));
  }

  private static ObjectNode part(Part part) {
    ObjectNode out = Parts.object().put("signal", part.id()).put("reason", part.reason());
    return out.put("points", part.points());
  }
}
