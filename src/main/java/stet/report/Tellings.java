package stet.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.diff.Delta;
import stet.diff.Label;
import stet.diff.Telling;
import stet.report.page.Chip;
import stet.report.page.Run;
import stet.report.page.Shown;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** Picks the most telling edit of an article and shows its words. */
final class Tellings {
  private static final int RUN = 300;
  private static final int REASONS = 3;

  /** How a {@link Telling.Excerpt} names the headline, as it is shown. */
  private static final String HEADLINE = "The headline";

  /** What is left of a field or a headline is rarely longer than this; it has no full stop. */
  private static final int SHORT = 24;

  private Tellings() {}

  /** What each revision tells, oldest first; those in which no words changed left out. */
  static List<TellingEdit> all(Timeline timeline, Judgements judgements, Times times) {
    List<TellingEdit> edits = new ArrayList<>();
    for (Entry.Revised revised : timeline.revisions()) {
      if (revised.labels().stream().anyMatch(l -> l.kind() == Label.Kind.TEMPLATE_DRIFT)) {
        continue;
      }
      Telling telling = judgements.telling(revised);
      if (telling.score() > 0 && !telling.excerpt().deltas().isEmpty()) {
        edits.add(edit(telling, revised, timeline, times));
      }
    }
    return edits;
  }

  /**
   * The most telling of them, the later one of equals; null where there is none. Where that is one
   * of several headlines, the last that tells at least half as much: it is the one that stands.
   */
  static @Nullable TellingEdit best(List<TellingEdit> edits) {
    TellingEdit best = null;
    for (TellingEdit edit : edits) {
      if (best == null || edit.score() >= best.score()) {
        best = edit;
      }
    }
    TellingEdit last = best;
    for (TellingEdit edit : edits) {
      boolean headline = best != null && edit.where().equals(HEADLINE);
      if (headline && best.where().equals(HEADLINE) && 2 * edit.score() >= best.score()) {
        last = edit;
      }
    }
    return last;
  }

  private static TellingEdit edit(
      Telling telling, Entry.Revised revised, Timeline timeline, Times times) {
    ArticleVersion after = timeline.versions().get(revised.version() - 1).state();
    List<Run> runs = runs(telling.excerpt().deltas());
    String text = String.join("", runs.stream().map(Run::text).toList());
    return new TellingEdit(
        telling.score(),
        revised.version(),
        Numbers.sentence(telling.excerpt().where()),
        runs,
        Phrases.language(after.language()),
        Phrases.direction(text),
        chips(telling, revised),
        times.window(revised.window()));
  }

  /** What makes it telling, beside whether it was said. */
  private static List<Chip> chips(Telling telling, Entry.Revised revised) {
    List<Chip> chips = new ArrayList<>();
    List<Chip> all = Chips.of(revised.labels());
    all.stream().filter(Chip::disclosure).forEach(chips::add);
    for (Telling.Term term : telling.terms()) {
      all.stream()
          .filter(c -> !c.disclosure() && c.id().equals(term.id()) && chips.size() <= REASONS)
          .forEach(chips::add);
    }
    return chips;
  }

  private static List<Run> runs(List<Delta> deltas) {
    List<Run> runs = new ArrayList<>();
    if (beginsWithin(deltas)) {
      runs.add(Run.plain("…"));
    }
    for (Delta delta : deltas) {
      String text = delta.after().isEmpty() ? delta.before() : delta.after();
      runs.add(Run.of(kind(delta.kind()), Shown.cut(text, RUN).replace('\n', ' ')));
    }
    if (endsWithin(deltas)) {
      runs.add(Run.plain("…"));
    }
    return runs;
  }

  /** Whether the words end in the middle of a sentence. */
  private static boolean endsWithin(List<Delta> deltas) {
    if (deltas.isEmpty() || deltas.get(deltas.size() - 1).kind() != Delta.Kind.KEPT) {
      return false;
    }
    String text = deltas.get(deltas.size() - 1).after().stripTrailing();
    return deltas.size() > 1
        && !text.isEmpty()
        && text.length() > SHORT
        && Character.isLetterOrDigit(text.codePointBefore(text.length()));
  }

  /** Whether the words begin in the middle of a sentence, as far as letters tell. */
  private static boolean beginsWithin(List<Delta> deltas) {
    if (deltas.isEmpty() || deltas.get(0).isChange() || deltas.get(0).after().isEmpty()) {
      return false;
    }
    return Character.isLowerCase(deltas.get(0).after().codePointAt(0));
  }

  private static Run.Kind kind(Delta.Kind kind) {
    return switch (kind) {
      case KEPT, RESPELLED -> Run.Kind.PLAIN;
      case DELETED, MOVED_FROM -> Run.Kind.DELETED;
      case INSERTED, MOVED_TO -> Run.Kind.INSERTED;
    };
  }
}
