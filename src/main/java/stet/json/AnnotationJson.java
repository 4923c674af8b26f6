package stet.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.notes.Annotation;
import stet.notes.NoteStore;
import stet.notes.Quote;
import stet.notes.Remark;
import stet.notes.Subject;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people said of revisions. */
final class AnnotationJson {
  private AnnotationJson() {}

  /**
   * An annotation.
   *
   * @param article that has its address; null where none has
   * @param version to which its revision led; null where it is not there any more
   */
  static ObjectNode of(
      Annotation annotation, @Nullable TrackedArticle article, @Nullable Integer version) {
    Subject subject = annotation.subject();
    Remark remark = annotation.remark();
    ObjectNode out = Parts.root().put("annotation", annotation.id());
    out.set("article", article == null ? null : Parts.article(article));
    out.put("uri", subject.uri());
    out.set("window", Parts.window(new Window(subject.notBefore(), subject.seenAt())));
    out.put("version", version);
    out.set("quote", subject.quote().isWhole() ? null : quote(subject.quote()));
    out.put("verdict", remark.verdict().isEmpty() ? null : remark.verdict());
    out.put("important", remark.important());
    out.put("note", remark.text());
    out.put("author", remark.author());
    out.put("created_at", annotation.createdAt().toString());
    return out.put("modified_at", annotation.modifiedAt().toString());
  }

  private static ObjectNode quote(Quote quote) {
    return Parts.object()
        .put("removed", quote.removed())
        .put("inserted", quote.inserted())
        .put("prefix", quote.prefix())
        .put("suffix", quote.suffix());
  }

  /**
   * What somebody says of a revision: the article, the version that the revision led to, and the
   * words.
   *
   * @throws IllegalArgumentException when it is something else, with a sentence for a person
   */
  static Sent.Said said(JsonNode sent) {
    JsonNode version = sent.path("version");
    if (!version.isIntegralNumber() || !version.canConvertToInt()) {
      throw new IllegalArgumentException("'version' is to be the number of a version.");
    }
    JsonNode quote = sent.path("quote");
    return new Sent.Said(
        Sent.text(sent, "article"),
        version.intValue(),
        new Quote(
            Sent.text(quote, "removed"),
            Sent.text(quote, "inserted"),
            Sent.text(quote, "prefix"),
            Sent.text(quote, "suffix")),
        remark(sent));
  }

  private static Remark remark(JsonNode sent) {
    return new Remark(
        Sent.text(sent, "verdict"),
        sent.path("important").asBoolean(false),
        Sent.text(sent, "note"),
        Sent.text(sent, "author"));
  }

  /** What is said in another way than before, and since when. */
  static Annotation changed(Annotation known, JsonNode sent, Instant now) {
    return new Annotation(known.id(), known.subject(), remark(sent), known.createdAt(), now);
  }

  static ObjectNode saved(NoteStore.Saved saved, List<String> problems) {
    ObjectNode out = Parts.root();
    out.set(
        "counts",
        Parts.object()
            .put("added", saved.added())
            .put("changed", saved.changed())
            .put("kept", saved.kept()));
    out.set("problems", Parts.texts(problems));
    return out;
  }
}
