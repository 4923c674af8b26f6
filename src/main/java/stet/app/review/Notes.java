package stet.app.review;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.app.AppException;
import stet.app.ArticleReference;
import stet.app.CollectionHome;
import stet.json.WebAnnotations;
import stet.notes.Annotation;
import stet.notes.Annotations;
import stet.notes.NoteStore;
import stet.notes.Quote;
import stet.notes.Remark;
import stet.notes.Sheet;
import stet.notes.Subject;
import stet.text.Capitals;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;
import stet.track.Collection;
import stet.track.Timelines;

/** What people say of revisions: read, said, taken back, handed in. */
public final class Notes {
  private Notes() {}

  /**
   * An annotation in its place.
   *
   * @param article that has its address now; null where none has
   * @param version to which its revision led; null where it is not there any more
   */
  public record Placed(
      Annotation annotation, @Nullable TrackedArticle article, @Nullable Integer version) {}

  /**
   * What came of annotations that were handed in.
   *
   * @param problems of others, one line each
   */
  public record Taken(NoteStore.Saved saved, List<String> problems) {}

  /** All that is said in a collection. */
  public static Annotations of(CollectionHome home, Collection collection) {
    return of(all(home), collection);
  }

  /** Annotations with the articles that have their addresses now. */
  static Annotations of(List<Annotation> all, Collection collection) {
    return all.isEmpty() ? Annotations.NONE : Annotations.of(all, uri -> key(collection, uri));
  }

  /** All annotations, in the order in which they were first said. */
  public static List<Annotation> all(CollectionHome home) {
    if (!NoteStore.isThere(home.folder())) {
      return List.of();
    }
    try (NoteStore store = home.notesForReading()) {
      return store.all();
    }
  }

  private static String key(Collection collection, String uri) {
    return collection.timelines().find(uri).map(f -> f.article().key()).orElse("");
  }

  /**
   * Annotations in their places, in the order in which they were first said.
   *
   * @param articles as a person named them; empty for all
   * @throws AppException when one of them is not there
   */
  public static List<Placed> list(
      CollectionHome home, Collection collection, List<String> articles) {
    Timelines timelines = collection.timelines();
    List<String> wanted =
        articles.stream()
            .map(a -> ArticleReference.parse(a).found(timelines).article().key())
            .toList();
    Map<String, Optional<Timeline>> read = new LinkedHashMap<>();
    List<Placed> placed = new ArrayList<>();
    for (Annotation annotation : all(home)) {
      Optional<Timeline> timeline =
          read.computeIfAbsent(
              annotation.subject().uri(),
              uri -> timelines.find(uri).map(f -> timelines.of(f.id())));
      Placed one = placed(annotation, timeline.orElse(null));
      if (wanted.isEmpty() || one.article() != null && wanted.contains(one.article().key())) {
        placed.add(one);
      }
    }
    return placed;
  }

  /**
   * An annotation in its place.
   *
   * @param timeline of the article that has its address; null where none has
   */
  public static Placed placed(Annotation annotation, @Nullable Timeline timeline) {
    if (timeline == null) {
      return new Placed(annotation, null, null);
    }
    int version = Annotations.version(timeline, annotation.subject().seenAt());
    return new Placed(annotation, timeline.article(), version == 0 ? null : version);
  }

  /**
   * The revision that led to a version, as an annotation names it.
   *
   * @param quote the words that are meant
   * @throws AppException when there is no such revision
   */
  public static Subject subject(Timeline timeline, int version, Quote quote) {
    Entry.Revised revised =
        timeline.revisions().stream()
            .filter(r -> r.version() == version)
            .findFirst()
            .orElseThrow(
                () ->
                    AppException.notFound(
                        "no revision of '"
                            + timeline.article().uri()
                            + "' leads to version "
                            + version));
    return new Subject(
        timeline.article().uri(), revised.window().notBefore(), revised.window().notAfter(), quote);
  }

  /**
   * What is said, as it is kept.
   *
   * @throws AppException when it says nothing, or is too long
   */
  public static Remark remark(String verdict, boolean important, String text, String author) {
    try {
      return new Remark(verdict, important, text, author);
    } catch (IllegalArgumentException e) {
      throw invalid(e);
    }
  }

  private static AppException invalid(IllegalArgumentException told) {
    String line = Capitals.withoutFirst(String.valueOf(told.getMessage()));
    return AppException.invalid(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
  }

  /** Says the same of each revision. */
  public static List<Annotation> say(
      NoteStore store, List<Subject> subjects, Remark remark, Instant now) {
    List<Annotation> said = subjects.stream().map(s -> Annotation.of(s, remark, now)).toList();
    store.save(said);
    return said;
  }

  /**
   * Takes an annotation back.
   *
   * @throws AppException when there is none of that name
   */
  public static void remove(NoteStore store, String id) {
    if (!store.remove(id)) {
      throw unknown(id);
    }
  }

  /** That there is none. */
  public static AppException unknown(String id) {
    return AppException.notFound("no annotation '" + id + "'");
  }

  /**
   * Takes in a table with commas, or web annotations, as {@link stet.app.export.ExportFormat}
   * writes them. What is sound is taken in whatever is wrong with the rest.
   *
   * @throws AppException when it is neither
   */
  public static Taken take(NoteStore store, byte[] content, Instant now) {
    try {
      return isJson(content) ? json(store, content) : sheet(store, content, now);
    } catch (IllegalArgumentException e) {
      throw invalid(e);
    }
  }

  private static boolean isJson(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, 100), StandardCharsets.UTF_8);
    return head.strip().startsWith("{") || head.strip().startsWith("[");
  }

  private static Taken json(NoteStore store, byte[] content) {
    WebAnnotations.Read read = WebAnnotations.read(content);
    return new Taken(store.save(read.annotations()), read.problems());
  }

  private static Taken sheet(NoteStore store, byte[] content, Instant now) {
    Sheet.Read read = Sheet.read(content);
    List<String> problems = new ArrayList<>(read.problems());
    return new Taken(store.save(read.rows(), now, problems::add), problems);
  }
}
