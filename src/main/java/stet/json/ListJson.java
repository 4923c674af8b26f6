package stet.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.capture.EnumId;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;
import stet.store.ArticleTable.OutletSummary;
import stet.store.EditTable.Place;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Sighting;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;
import stet.track.Captures;
import stet.track.Edits;
import stet.track.Search;
import stet.track.list.Listed;
import stet.watch.TrackedAddress;
import tools.jackson.databind.node.ObjectNode;

/** Lists of what many articles, or one, have. */
final class ListJson {
  private ListJson() {}

  /** A part of a list; its items are those that stand on lines of their own elsewhere. */
  static ObjectNode page(String name, List<JsonText> items, @Nullable String next) {
    ObjectNode out = Parts.root();
    out.set(name, Parts.list(items, item -> item.object().deepCopy().without("schema")));
    return out.put("next", next);
  }

  static ObjectNode listed(Listed article) {
    ObjectNode out = Parts.root();
    out.set("article", Parts.article(article.article()));
    out.put("headline", article.headline());
    out.put("first_seen", Parts.time(article.firstSeen()));
    out.put("last_changed", Parts.time(article.lastChanged()));
    out.set("labels", Parts.list(article.labels(), Parts::label));
    ObjectNode counts = Parts.object().put("checks", article.checks());
    counts.put("versions", article.versions()).put("silent", article.silent());
    out.set("counts", counts);
    return out;
  }

  static ObjectNode edit(Edits.Edit edit, JudgedRevision judged) {
    List<SeenVersion> versions = edit.timeline().versions();
    Entry.Revised revised = edit.revised();
    Telling telling = edit.timeline().telling(revised, judged);
    ObjectNode out = Parts.root().put("place", place(edit.place()));
    out.set("article", Parts.article(edit.timeline().article()));
    out.put("headline", versions.get(versions.size() - 1).state().headline());
    ArticleVersion now = versions.get(revised.version() - 1).state();
    out.put("language", now.language()).put("language_guessed", now.isLanguageGuessed());
    out.put("version", revised.version());
    out.set("window", Parts.window(revised.window()));
    out.set("labels", Parts.list(revised.labels(), Parts::label));
    EntryJson.judged(out, Summary.of(judged, revised.labels()).lines(), telling);
    out.set("excerpt", excerpt(telling.excerpt()));
    out.set("counts", RevisionForms.counts(revised.revision().counts()));
    return out;
  }

  static String place(Place place) {
    return place.at() + "_" + place.article() + "_" + place.number();
  }

  private static ObjectNode excerpt(Telling.Excerpt excerpt) {
    ObjectNode out = Parts.object().put("where", excerpt.where());
    out.set("deltas", Parts.list(excerpt.deltas(), RevisionForms::delta));
    return out;
  }

  static ObjectNode capture(TrackedArticle article, Captures.Seen seen) {
    Sighting sighting = seen.sighting();
    ObjectNode out = Parts.root();
    out.set("article", Parts.article(article));
    out.put("uri", seen.uri());
    out.put("captured_at", sighting.ref().at().toString());
    out.put("http_status", seen.status());
    out.put("version", seen.version());
    out.put("reason", sighting.reason()).put("detail", sighting.detail());
    out.set("capture", Parts.capture(sighting.ref()));
    return out;
  }

  static ObjectNode search(
      String query,
      int all,
      boolean whole,
      List<Search.Match> some,
      List<Search.Near> near,
      @Nullable String next) {
    ObjectNode out = SearchJson.of(query, some, near);
    out.set("counts", Parts.object().put("articles", all));
    out.put("complete", whole);
    return out.put("next", next);
  }

  static ObjectNode outlets(List<OutletSummary> outlets) {
    ObjectNode out = Parts.root();
    out.set("outlets", Parts.list(outlets, ListJson::outlet));
    return out;
  }

  private static ObjectNode outlet(OutletSummary o) {
    ObjectNode out = Parts.object().put("outlet", o.outlet());
    out.set(
        "counts",
        Parts.object()
            .put("articles", o.articles())
            .put("revised", o.revised())
            .put("revisions", o.revisions())
            .put("checks", o.checks()));
    return out.put("last_captured_at", o.last().toString());
  }

  static ObjectNode foundArticle(Timeline timeline) {
    List<SeenVersion> versions = timeline.versions();
    List<Entry.Revised> revisions = timeline.revisions();
    Entry.Revised last = revisions.isEmpty() ? null : revisions.get(revisions.size() - 1);
    ObjectNode out = Parts.root();
    out.set("article", Parts.article(timeline.article()));
    out.put(
        "headline", versions.isEmpty() ? "" : versions.get(versions.size() - 1).state().headline());
    out.set("counts", Parts.counts(timeline));
    out.set("changed", last == null ? null : Parts.window(last.window()));
    out.set("labels", Parts.list(last == null ? List.of() : last.labels(), Parts::label));
    return out;
  }

  static ObjectNode tracked(List<TrackedAddress> addresses) {
    ObjectNode out = Parts.root();
    out.set(
        "addresses",
        Parts.list(
            addresses,
            a ->
                Parts.object()
                    .put("uri", a.uri())
                    .put("outcome", EnumId.of(a.outcome()))
                    .put("detail", a.detail())));
    return out;
  }
}
