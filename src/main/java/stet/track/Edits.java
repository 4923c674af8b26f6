package stet.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.word.SearchWords;
import stet.store.EditFilter;
import stet.store.EditTable.Place;
import stet.store.Tables;
import stet.text.LanguageTags;
import stet.timeline.Entry;
import stet.timeline.Marks;
import stet.timeline.Timeline;

/** The newest edits of all articles, each with all that is marked on it. */
public final class Edits {
  private static final int STEP = 60;

  /** Rows looked at for one page; where few of them pass the filter, the page is shorter. */
  private static final int LOOKED_AT = 600;

  private final Tables tables;
  private final Timelines timelines;
  private final Marks marks;

  Edits(Tables tables, Timelines timelines, Marks marks) {
    this.tables = tables;
    this.timelines = timelines;
    this.marks = marks;
  }

  /** An edit with the timeline it is part of. */
  public record Edit(Place place, Timeline timeline, Entry.Revised revised) {}

  /**
   * Edits, newest first.
   *
   * @param next where the page after this one begins; null where there is none
   */
  public record Page(List<Edit> edits, @Nullable Place next) {}

  /**
   * The newest edits that pass the filter.
   *
   * @param before only those after this one in this order; null for the first
   * @param most how many; there may be fewer and yet more to come
   */
  public Page newest(EditFilter filter, @Nullable Place before, int most) {
    return newest(filter, edit -> true, before, most);
  }

  /**
   * The same of those that pass another test, too.
   *
   * @param also is asked of edits that pass the filter
   */
  public Page newest(EditFilter filter, Predicate<Edit> also, @Nullable Place before, int most) {
    Map<Long, Timeline> read = new HashMap<>();
    List<Edit> edits = new ArrayList<>();
    Set<String> held = marks.articles();
    Place last = before;
    for (int looked = 0; looked < LOOKED_AT; looked += STEP) {
      List<Place> places = tables.edits().newest(filter, last, held, STEP);
      for (Place place : places) {
        if (edits.size() == most) {
          return new Page(edits, last);
        }
        last = place;
        Edit edit = edit(place, read.computeIfAbsent(place.article(), timelines::of));
        if (edit != null && passes(filter, edit) && also.test(edit)) {
          edits.add(edit);
        }
      }
      if (places.size() < STEP) {
        return new Page(edits, null);
      }
    }
    return new Page(edits, last);
  }

  /** The edits of one article that pass the filter, oldest first. */
  public List<Edit> of(long article, EditFilter filter) {
    Timeline timeline = timelines.of(article);
    return timeline.revisions().stream()
        .map(r -> new Edit(new Place(r.at(), article, r.version()), timeline, r))
        .filter(e -> fits(filter, e) && passes(filter, e))
        .toList();
  }

  /** What the table of edits looks at by itself. */
  private static boolean fits(EditFilter filter, Edit edit) {
    Instant at = edit.place().at();
    return (filter.outlets().isEmpty()
            || filter.outlets().contains(edit.timeline().article().outlet()))
        && (filter.since() == null || !at.isBefore(filter.since()))
        && (filter.until() == null || at.isBefore(filter.until()))
        && edit.revised().revision().counts().changed() >= filter.atLeast();
  }

  private static @Nullable Edit edit(Place place, Timeline timeline) {
    return timeline.revisions().stream()
        .filter(r -> r.version() == place.number())
        .findFirst()
        .map(r -> new Edit(place, timeline, r))
        .orElse(null);
  }

  private static boolean passes(EditFilter filter, Edit edit) {
    List<Label> labels = edit.revised().labels();
    boolean cosmetic = labels.stream().anyMatch(l -> l.kind() == Label.Kind.COSMETIC);
    return (filter.labels().isEmpty() || has(labels, filter.labels()))
        && (filter.kinds().isEmpty() || has(labels, filter.kinds()))
        && !(filter.substantial() && cosmetic)
        && language(filter.language(), edit)
        && words(filter.words(), edit.revised());
  }

  private static boolean has(List<Label> labels, Set<Label.Kind> kinds) {
    return labels.stream().anyMatch(l -> kinds.contains(l.kind()));
  }

  private static boolean language(String primary, Edit edit) {
    String tag = edit.timeline().versions().get(edit.revised().version() - 1).state().language();
    return primary.isEmpty() || LanguageTags.primary(tag).equals(primary);
  }

  private static boolean words(String asked, Entry.Revised revised) {
    if (asked.isBlank()) {
      return true;
    }
    StringBuilder changed = new StringBuilder();
    for (Hunk hunk : revised.revision().hunks()) {
      hunk.deltas().forEach(d -> add(d, changed));
    }
    for (FieldChange field : revised.revision().fields()) {
      field.deltas().forEach(d -> add(d, changed));
    }
    return Set.copyOf(SearchWords.of(changed.toString()).words())
        .containsAll(SearchWords.of(asked).words());
  }

  private static void add(Delta delta, StringBuilder changed) {
    if (delta.kind() != Delta.Kind.KEPT) {
      changed.append(delta.before()).append('\n').append(delta.after()).append('\n');
    }
  }
}
