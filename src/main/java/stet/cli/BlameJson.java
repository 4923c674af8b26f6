package stet.cli;

import java.util.List;
import stet.capture.EnumId;
import stet.diff.standard.Differs;
import stet.timeline.Blame;
import stet.timeline.BlameWalk;
import stet.timeline.LifeLine;
import stet.timeline.SeenVersion;
import stet.timeline.Steps;
import stet.timeline.Timeline;
import stet.timeline.Window;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of {@code stet blame}. */
final class BlameJson {
  private BlameJson() {}

  static ObjectNode of(Timeline timeline, SeenVersion version, BlameWalk walk, boolean gone) {
    ObjectNode out = Json.object();
    out.set("article", Json.article(timeline.article()));
    out.put("version", version.number());
    out.put("versions", timeline.versions().size());
    if (gone) {
      ArrayNode lines = out.putArray("gone");
      walk.lifeLines().forEach(life -> lines.add(lifeLine(life)));
    } else {
      Blame blame = walk.blame();
      out.set("headline", spans(blame.headline()));
      out.set("dek", spans(blame.dek()));
      ArrayNode body = out.putArray("body");
      blame.body().forEach(spans -> body.add(spans(spans)));
    }
    ArrayNode windows = out.putArray("windows");
    Steps steps = new Steps(timeline, Differs.standard());
    for (int number = 2; number <= timeline.versions().size(); number++) {
      Window window = steps.window(number);
      windows.add(
          Json.object()
              .put("version", number)
              .put("not_before", window.notBefore().toString())
              .put("not_after", window.notAfter().toString()));
    }
    return out;
  }

  private static ArrayNode spans(List<Blame.Span> spans) {
    ArrayNode out = Json.object().putArray("spans");
    for (Blame.Span span : spans) {
      out.add(
          Json.object()
              .put("text", span.text())
              .put("since", span.since())
              .put("back", span.back()));
    }
    return out;
  }

  private static ObjectNode lifeLine(LifeLine life) {
    return Json.object()
        .put("text", life.text())
        .put("extent", EnumId.of(life.extent()))
        .put("place", EnumId.of(life.place()))
        .put("paragraph", life.paragraph())
        .put("since", life.since())
        .put("last_seen", life.lastSeen())
        .put("back", life.back());
  }
}
