package stet.store;

import java.time.Instant;
import java.util.List;
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
  private final Timeline timeline;
  private final Entry.Revised revised;
  private @Nullable String language;
  private @Nullable Set<String> words;

  /**
   * @param timeline as it is shown
   * @param revised one of its revisions
   */
  public FilteredEdit(Timeline timeline, Entry.Revised revised) {
    this.timeline = timeline;
    this.revised = revised;
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
        && (filter.words().isBlank() || words().containsAll(words(filter.words())));
  }

  /**
   * The same of an edit of which these are known, and nothing is asked of its words.
   *
   * @param language primary subtag of the new text's language
   */
  public static boolean passes(EditFilter filter, List<Label> labels, String language) {
    boolean cosmetic = labels.stream().anyMatch(l -> l.kind() == Label.Kind.COSMETIC);
    return (filter.labels().isEmpty() || has(labels, filter.labels()))
        && (filter.kinds().isEmpty() || has(labels, filter.kinds()))
        && !(filter.substantial() && cosmetic)
        && (filter.language().isEmpty() || language.equals(filter.language()));
  }

  private static boolean has(List<Label> labels, Set<Label.Kind> kinds) {
    return labels.stream().anyMatch(l -> kinds.contains(l.kind()));
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
