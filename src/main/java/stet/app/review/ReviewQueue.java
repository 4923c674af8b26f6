package stet.app.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Telling;
import stet.notes.Annotation;
import stet.notes.Annotations;
import stet.notes.Quote;
import stet.notes.SheetRow;
import stet.notes.Subject;
import stet.store.EditFilter;
import stet.store.EditTable.Place;
import stet.text.Truncation;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.track.Edits;

/** Edits as somebody goes through them who judges each. */
public final class ReviewQueue {
  private static final int EXCERPT = 400;
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::at)
          .thenComparing(Place::article)
          .thenComparing(Place::number)
          .reversed();

  private final Collection collection;
  private final Annotations annotations;

  /**
   * @param annotations of the collection
   */
  public ReviewQueue(Collection collection, Annotations annotations) {
    this.collection = collection;
    this.annotations = annotations;
  }

  /** Which edits of those that pass a filter. */
  public enum State {
    /** Those that nobody has given a verdict. */
    OPEN,
    /** Those with a verdict. */
    JUDGED,
    /** Those that are marked as important. */
    IMPORTANT,
    /** Those of which anything is said. */
    ANNOTATED,
    /** All. */
    ALL
  }

  /**
   * The newest edits of a state.
   *
   * @param verdict that they were given; empty for any
   * @param before only those after this one in this order; null for the first
   */
  public Edits.Page<Edits.Edit> page(
      EditFilter filter, State state, String verdict, @Nullable Place before, int most) {
    Edits edits = collection.timelines().edits();
    if (state == State.ALL) {
      return edits.newest(filter, before, most);
    } else if (state == State.OPEN) {
      return edits.newest(
          filter, e -> on(e).stream().noneMatch(Annotation::isVerdict), before, most);
    }
    return said(filter, state, verdict, before, most);
  }

  /** Goes by what is said, newest edit first, so that few timelines are read. */
  private Edits.Page<Edits.Edit> said(
      EditFilter filter, State state, String verdict, @Nullable Place before, int most) {
    List<Annotation> wanted =
        annotations.all().stream()
            .filter(a -> has(List.of(a), state, verdict))
            .filter(a -> before == null || !a.subject().seenAt().isAfter(before.at()))
            .sorted(Comparator.comparing((Annotation a) -> a.subject().seenAt()).reversed())
            .toList();
    Map<Place, Edits.Edit> found = new LinkedHashMap<>();
    for (Annotation annotation : wanted) {
      Edits.Edit edit = edit(annotation, filter);
      if (edit == null || found.containsKey(edit.place())) {
        continue;
      }
      if (before != null && ORDER.compare(edit.place(), before) <= 0) {
        continue;
      }
      if (found.size() == most) {
        List<Edits.Edit> all = List.copyOf(found.values());
        return new Edits.Page<>(all, all.get(most - 1).place());
      }
      found.put(edit.place(), edit);
    }
    return new Edits.Page<>(List.copyOf(found.values()), null);
  }

  private Edits.@Nullable Edit edit(Annotation annotation, EditFilter filter) {
    return collection
        .timelines()
        .find(annotation.subject().uri())
        .flatMap(
            f ->
                collection.timelines().edits().of(f.id(), filter).stream()
                    .filter(e -> on(e).contains(annotation))
                    .findFirst())
        .orElse(null);
  }

  /** What is said of an edit. */
  public List<Annotation> on(Edits.Edit edit) {
    return annotations.on(edit.timeline()).getOrDefault(edit.revised().version(), List.of());
  }

  private static boolean has(List<Annotation> on, State state, String verdict) {
    return on.stream()
        .anyMatch(
            a ->
                switch (state) {
                      case JUDGED -> a.isVerdict();
                      case IMPORTANT -> a.remark().important();
                      default -> true;
                    }
                    && (verdict.isEmpty() || a.remark().verdict().equals(verdict)));
  }

  /** Edits as rows of a sheet: one for each annotation, and one for an edit without any. */
  public List<SheetRow> rows(List<Edits.Edit> edits) {
    List<SheetRow> rows = new ArrayList<>();
    for (Edits.Edit edit : edits) {
      SheetRow.Context context = context(edit);
      List<Annotation> on = on(edit);
      on.forEach(a -> rows.add(SheetRow.of(a, context)));
      if (on.isEmpty()) {
        rows.add(SheetRow.open(subject(edit, Quote.NONE), context));
      }
    }
    return rows;
  }

  /** All revisions of articles as rows, each article read when its rows are asked for. */
  public Iterable<SheetRow> rows(Iterator<Timeline> timelines) {
    return () ->
        Stream.iterate(timelines, Iterator::hasNext, t -> t)
            .map(Iterator::next)
            .flatMap(t -> rows(edits(t)).stream())
            .iterator();
  }

  private static List<Edits.Edit> edits(Timeline timeline) {
    return timeline.revisions().stream()
        .map(r -> new Edits.Edit(new Place(r.at(), 0, r.version()), timeline, r))
        .toList();
  }

  /** An edit as an annotation names it. */
  public static Subject subject(Edits.Edit edit, Quote quote) {
    return Notes.subject(edit.timeline(), edit.revised().version(), quote);
  }

  private static SheetRow.Context context(Edits.Edit edit) {
    List<SeenVersion> versions = edit.timeline().versions();
    int number = edit.revised().version();
    JudgedRevision judged = edit.timeline().judged(edit.revised());
    return new SheetRow.Context(
        edit.timeline().article().outlet(),
        versions.get(versions.size() - 1).state().headline(),
        String.valueOf(number),
        edit.revised().labels().stream().map(l -> l.kind().id()).collect(Collectors.joining("|")),
        excerpt(edit.timeline().telling(edit.revised(), judged)));
  }

  private static String excerpt(Telling telling) {
    return Truncation.shortened(
        telling.excerpt().deltas().stream()
            .map(
                d ->
                    switch (d.kind()) {
                      case KEPT, RESPELLED -> d.after();
                      case DELETED, MOVED_FROM -> "[-" + d.before() + "-]";
                      case INSERTED, MOVED_TO -> "{+" + d.after() + "+}";
                    })
            .collect(Collectors.joining()),
        EXCERPT);
  }
}
