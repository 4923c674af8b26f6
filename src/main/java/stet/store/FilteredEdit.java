package stet.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.word.SearchWords;
import stet.text.LanguageTags;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * An edit of which filters are asked, with all that is marked on it: the table of edits knows of
 * stored labels alone. What filters look at is found once, for however many of them.
 */
public final class FilteredEdit {
  private static final Set<Label.Kind> COSMETIC = Set.of(Label.Kind.COSMETIC);

  private final Timeline timeline;
  private final Entry.Revised revised;
  private final Sought sought;
  private @Nullable String language;
  private @Nullable Set<String> words;

  /**
   * @param timeline as it is shown
   * @param revised one of its revisions
   */
  public FilteredEdit(Timeline timeline, Entry.Revised revised) {
    this(timeline, revised, new Sought());
  }

  /**
   * The same for one of many edits of which the same filters are asked.
   *
   * @param sought shared by them
   */
  public FilteredEdit(Timeline timeline, Entry.Revised revised, Sought sought) {
    this.timeline = timeline;
    this.revised = revised;
    this.sought = sought;
  }

  /** The words for which filters look, each filter's cut once. Used by one thread. */
  public static final class Sought {
    private final Map<String, Set<String>> words = new HashMap<>();

    private Set<String> of(EditFilter filter) {
      return words.computeIfAbsent(filter.words(), FilteredEdit::words);
    }
  }

  /** Whether it passes all parts of a filter. */
  public boolean fits(EditFilter filter) {
    Instant at = revised.at();
    return (filter.outlets().isEmpty() || filter.outlets().contains(timeline.article().outlet()))
        && (filter.since() == null || !at.isBefore(filter.since()))
        && (filter.until() == null || at.isBefore(filter.until()))
        && revised.revision().counts().changed() >= filter.atLeast()
        && passes(filter);
  }

  /** Whether it passes those parts of a filter that the table of edits does not fully know. */
  public boolean passes(EditFilter filter) {
    return passes(filter, revised.labels(), language())
        && (filter.words().isBlank() || words().containsAll(sought.of(filter)));
  }

  /**
   * The same of an edit of which these are known, and nothing is asked of its words.
   *
   * @param language primary subtag of the new text's language
   */
  public static boolean passes(EditFilter filter, List<Label> labels, String language) {
    return (filter.labels().isEmpty() || has(labels, filter.labels()))
        && (filter.kinds().isEmpty() || has(labels, filter.kinds()))
        && !(filter.substantial() && has(labels, COSMETIC))
        && (filter.language().isEmpty() || language.equals(filter.language()));
  }

  // A thousand rules ask this of each edit: no stream.
  private static boolean has(List<Label> labels, Set<Label.Kind> kinds) {
    for (Label label : labels) {
      if (kinds.contains(label.kind())) {
        return true;
      }
    }
    return false;
  }

  /** Primary subtag of the new text's language. */
  public String language() {
    if (language == null) {
      language =
          LanguageTags.primary(timeline.versions().get(revised.version() - 1).state().language());
    }
    return language;
  }

  private Set<String> words() {
    if (words == null) {
      StringBuilder changed = new StringBuilder();
      for (Hunk hunk : revised.revision().hunks()) {
        hunk.deltas().forEach(d -> add(d, changed));
      }
      for (FieldChange field : revised.revision().fields()) {
        field.deltas().forEach(d -> add(d, changed));
      }
      words = words(changed.toString());
    }
    return words;
  }

  private static Set<String> words(String text) {
    return Set.copyOf(SearchWords.of(text).words());
  }

  private static void add(Delta delta, StringBuilder changed) {
    if (delta.kind() != Delta.Kind.KEPT) {
      changed.append(delta.before()).append('\n').append(delta.after()).append('\n');
    }
  }
}
