package stet.json;

import org.jspecify.annotations.Nullable;
import stet.track.Captures;
import tools.jackson.databind.node.ObjectNode;

/** A capture as it was archived. */
final class CaptureJson {
  private CaptureJson() {}

  static ObjectNode of(CaptureFacts facts) {
    ObjectNode out = ListJson.capture(facts.article(), facts.seen());
    out.set("redirects", Parts.list(facts.before(), CaptureJson::step));
    out.set("request", head(facts.request()));
    out.set("response", head(facts.response()));
    out.put("payload_size", facts.size());
    return out.put("block", facts.block().isEmpty() ? null : facts.block());
  }

  private static ObjectNode step(CaptureFacts.Step step) {
    Captures.Seen seen = step.seen();
    ObjectNode out = Parts.object().put("uri", seen.uri());
    out.set("article", Parts.article(step.article()));
    out.put("captured_at", seen.sighting().ref().at().toString());
    out.put("http_status", seen.status());
    out.set("capture", Parts.capture(seen.sighting().ref()));
    return out;
  }

  private static @Nullable ObjectNode head(CaptureFacts.@Nullable Head head) {
    if (head == null) {
      return null;
    }
    ObjectNode out = Parts.object().put("line", head.line());
    out.set(
        "fields",
        Parts.list(
            head.fields(), f -> Parts.object().put("name", f.name()).put("value", f.value())));
    return out;
  }
}
