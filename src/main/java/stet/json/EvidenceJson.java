package stet.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.archive.StoredRecord.StoredCapture;
import stet.article.ArticleDigest;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.diff.Revision;
import stet.timeline.SeenVersion;
import stet.timeline.TrackedArticle;
import tools.jackson.databind.node.ObjectNode;

/** Two versions of an article, what changed, and what shows it. */
final class EvidenceJson {
  private EvidenceJson() {}

  static ObjectNode comparison(
      TrackedArticle article, SeenVersion before, SeenVersion after, Revision revision) {
    ObjectNode out = pair(Parts.root(), article, before, after);
    out.set("revision", RevisionForms.full(revision));
    return out;
  }

  static ObjectNode foreign(
      TrackedArticle article, int version, ForeignFacts facts, Revision revision) {
    ObjectNode out = Parts.root();
    out.set("article", Parts.article(article));
    out.put("version", version);
    out.set(
        "foreign",
        Parts.object()
            .put("uri", facts.uri())
            .put("memento", facts.memento())
            .put("captured_at", Parts.time(facts.at()))
            .put("payload", facts.payload())
            .put("whole", facts.whole())
            .put("in_collection", false)
            .put("stands", facts.before() ? "before" : "after"));
    out.set("revision", RevisionForms.full(revision));
    return out;
  }

  private static ObjectNode pair(
      ObjectNode out, TrackedArticle article, SeenVersion before, SeenVersion after) {
    out.set("article", Parts.article(article));
    return out.put("version_before", before.number()).put("version_after", after.number());
  }

  static ObjectNode bundled(String output, EvidenceFacts facts, @Nullable Instant stampedAt) {
    ObjectNode out = Parts.root().put("output", output);
    pair(out, facts.article(), facts.before(), facts.after());
    out.set("counts", Parts.object().put("captures", facts.captures().size()));
    return out.put("stamped_at", Parts.time(stampedAt));
  }

  static ObjectNode bundle(EvidenceFacts facts, String producer, Instant madeAt) {
    ObjectNode out = Parts.root().put("producer", producer).put("made_at", madeAt.toString());
    pair(out, facts.article(), facts.before(), facts.after());
    out.set("window", Parts.window(facts.window()));
    out.set("versions", Parts.list(List.of(facts.before(), facts.after()), EvidenceJson::version));
    out.set("captures", Parts.list(facts.captures(), EvidenceJson::capture));
    return out;
  }

  private static ObjectNode version(SeenVersion seen) {
    return VersionJson.sighting(Parts.object(), seen)
        .put("digest", ArticleDigest.compared(seen.state()))
        .put("extractor", seen.state().extractor())
        .put("text_file", "version-" + seen.number() + ".txt");
  }

  private static ObjectNode capture(StoredCapture stored) {
    Capture capture = stored.capture();
    ObjectNode out = Parts.object().put("uri", capture.uri());
    out.put("captured_at", capture.at().toString());
    out.put("http_status", capture.exchange() instanceof Exchange.Http http ? http.status() : null);
    CaptureSource source = capture.source();
    out.set(
        "capture",
        Parts.capture(
            source.kind() + " " + source.name(),
            capture.payload().digest().labelled(),
            stored.location().file(),
            stored.location().offset()));
    return out;
  }
}
