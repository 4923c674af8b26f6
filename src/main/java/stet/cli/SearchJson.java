package stet.cli;

import org.jspecify.annotations.Nullable;
import stet.app.TextSearch;
import stet.capture.EnumId;
import stet.timeline.Stay;
import stet.timeline.Window;
import stet.track.Search;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of {@code stet grep} and {@code stet said}. */
final class SearchJson {
  private SearchJson() {}

  static ObjectNode of(TextSearch search) {
    ObjectNode out = Json.object().put("query", search.query());
    ArrayNode articles = out.putArray("matches");
    search.matches().forEach(m -> articles.add(match(m)));
    ArrayNode nearest = out.putArray("nearest");
    search.near().forEach(n -> nearest.add(match(n.match()).put("likeness", n.likeness())));
    return out;
  }

  private static ObjectNode match(Search.Match match) {
    ObjectNode out = Json.object();
    out.set("article", Json.article(match.article()));
    out.put("headline", match.headline());
    ArrayNode found = out.putArray("found");
    match.found().forEach(f -> found.add(found(f)));
    return out;
  }

  private static ObjectNode found(Search.Found found) {
    Stay stay = found.stay();
    ObjectNode out =
        Json.object()
            .put("from", stay.from())
            .put("to", stay.to())
            .put("place", EnumId.of(found.passage().place()))
            .put("text", found.passage().text())
            .put("start", found.start())
            .put("end", found.end())
            .put("first_seen", stay.firstSeen().toString())
            .put("last_seen", stay.lastSeen().toString());
    window(out, "appeared", stay.appeared());
    window(out, "vanished", stay.vanished());
    return out;
  }

  private static void window(ObjectNode out, String name, @Nullable Window window) {
    if (window == null) {
      out.putNull(name);
    } else {
      out.set(name, Json.window(window));
    }
  }
}
