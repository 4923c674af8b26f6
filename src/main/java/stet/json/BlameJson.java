package stet.json;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.diff.standard.Differs;
import stet.timeline.Blame;
import stet.timeline.BlameWalk;
import stet.timeline.LifeLine;
import stet.timeline.SeenVersion;
import stet.timeline.Steps;
import stet.timeline.Timeline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which version brought each word, and what left. */
final class BlameJson {
  private BlameJson() {}

  static ObjectNode spans(Timeline timeline, SeenVersion version, BlameWalk walk) {
    Blame blame = walk.blame();
    ObjectNode spans = Parts.object();
    spans.set("headline", spans(blame.headline()));
    spans.set("dek", spans(blame.dek()));
    spans.set("body", Parts.list(blame.body(), BlameJson::spans));
    return of(timeline, version, "spans", spans);
  }

  static ObjectNode gone(Timeline timeline, SeenVersion version, BlameWalk walk) {
    return of(timeline, version, "gone", Parts.list(walk.lifeLines(), BlameJson::lifeLine));
  }

  private static ObjectNode of(
      Timeline timeline, SeenVersion version, String name, JsonNode content) {
    ObjectNode out = Parts.root();
    out.set("article", Parts.article(timeline.article()));
    out.put("version", version.number());
    out.set(name, content);
    Steps steps = new Steps(timeline, Differs.standard());
    List<Integer> revised = IntStream.rangeClosed(2, timeline.versions().size()).boxed().toList();
    out.set("windows", Parts.list(revised, number -> window(number, steps)));
    return out;
  }

  private static ObjectNode window(int version, Steps steps) {
    ObjectNode out = Parts.object().put("version", version);
    out.set("window", Parts.window(steps.window(version)));
    return out;
  }

  private static ArrayNode spans(List<Blame.Span> spans) {
    return Parts.list(
        spans,
        span ->
            Parts.object()
                .put("text", span.text())
                .put("first_version", span.since())
                .put("back_version", orNull(span.back())));
  }

  private static ObjectNode lifeLine(LifeLine life) {
    return Parts.object()
        .put("text", life.text())
        .put("extent", EnumId.of(life.extent()))
        .put("place", EnumId.of(life.place()))
        .put("paragraph", orNull(life.paragraph()))
        .put("first_version", life.since())
        .put("last_version", life.lastSeen())
        .put("back_version", orNull(life.back()));
  }

  private static @Nullable Integer orNull(int number) {
    return number == 0 ? null : number;
  }
}
