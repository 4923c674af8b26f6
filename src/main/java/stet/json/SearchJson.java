package stet.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.timeline.Stay;
import stet.timeline.Window;
import stet.track.Search;
import tools.jackson.databind.node.ObjectNode;

/** Where words stand, and when. */
final class SearchJson {
  private SearchJson() {}

  static ObjectNode of(String query, List<Search.Match> matches, List<Search.Near> nearest) {
    ObjectNode out = Parts.root().put("query", query);
    out.set("matches", Parts.list(matches, SearchJson::match));
    out.set(
        "nearest",
        Parts.list(nearest, near -> match(near.match()).put("likeness", near.likeness())));
    return out;
  }

  private static ObjectNode match(Search.Match match) {
    ObjectNode out = Parts.object();
    out.set("article", Parts.article(match.article()));
    out.put("headline", match.headline());
    out.set("found", Parts.list(match.found(), SearchJson::found));
    return out;
  }

  private static ObjectNode found(Search.Found found) {
    Stay stay = found.stay();
    ObjectNode out =
        Parts.object()
            .put("first_version", stay.from())
            .put("last_version", stay.to())
            .put("place", EnumId.of(found.passage().place()))
            .put("text", found.passage().text())
            .put("start", found.start())
            .put("end", found.end())
            .put("first_seen", stay.firstSeen().toString())
            .put("last_seen", stay.lastSeen().toString());
    out.set("appeared", window(stay.appeared()));
    out.set("vanished", window(stay.vanished()));
    return out;
  }

  private static @Nullable ObjectNode window(@Nullable Window window) {
    return window == null ? null : Parts.window(window);
  }
}
