package stet.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.diff.Delta;
import stet.diff.Label;
import stet.diff.rank.Part;
import stet.diff.tell.Telling;
import stet.report.page.Chip;
import stet.report.page.Run;
import stet.report.words.Chips;
import stet.report.words.Judgements;
import stet.report.words.Phrases;
import stet.report.words.TellingEdit;
import stet.report.words.Times;
import stet.text.Capitals;
import stet.text.LanguageTags;
import stet.text.Truncation;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** Picks the most telling edit of an article and shows its words. */
public final class TellingPassages {
  private static final int RUN = 300;
  private static final int REASONS = 3;

  /** How a {@link Telling.Excerpt} names the headline, as it is shown. */
  private static final String HEADLINE = "The headline";

  /** Signals of where a change stands, which is told beside its words. */
  private static final Set<String> PLACES = Set.of("headline", "dek", "lede", "caption", "byline");

  private TellingPassages() {}

  /** What one revision tells; empty where no words changed, or it is held. */
  static Optional<TellingEdit> of(
      Timeline timeline, Entry.Revised revised, Judgements judgements, Times times) {
    if (revised.labels().stream().anyMatch(l -> l.kind() == Label.Kind.TEMPLATE_DRIFT)) {
      return Optional.empty();
    }
    Telling telling = judgements.telling(revised);
    return telling.score() > 0 && !telling.excerpt().deltas().isEmpty()
        ? Optional.of(edit(telling, revised, timeline, times))
        : Optional.empty();
  }

  /**
   * The most telling of them, the later one of equals; null where there is none. Where that is one
   * of several headlines, the last that tells at least half as much: it is the one that stands.
   */
  public static @Nullable TellingEdit best(List<TellingEdit> edits) {
    TellingEdit best = null;
    for (TellingEdit edit : edits) {
      if (best == null || edit.score() >= best.score()) {
        best = edit;
      }
    }
    TellingEdit last = best;
    for (TellingEdit edit : edits) {
      if (best != null
          && edit.where().equals(HEADLINE)
          && best.where().equals(HEADLINE)
          && 2 * edit.score() >= best.score()) {
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
        Capitals.first(telling.excerpt().where()),
        runs,
        LanguageTags.registered(after.language()),
        Phrases.direction(text),
        chips(telling, revised),
        beside(telling, revised),
        revised.at(),
        times.window(revised.window()));
  }

  /** Whether it was said, and what makes the edit shown telling: labels of that edit alone. */
  private static List<Chip> chips(Telling telling, Entry.Revised revised) {
    List<Chip> all = Chips.of(revised.labels());
    List<Chip> chips = new ArrayList<>(all.stream().filter(Chip::disclosure).toList());
    chips.addAll(among(all, telling, true));
    return chips;
  }

  /** Labels that carry weight, of the edit shown or of the revision that it came with. */
  private static List<Chip> among(List<Chip> all, Telling telling, boolean own) {
    List<Chip> chips = new ArrayList<>();
    for (Part part : telling.parts()) {
      if (PLACES.contains(part.id()) || part.own() != own) {
        continue;
      }
      all.stream().filter(c -> !c.disclosure() && c.id().equals(part.id())).forEach(chips::add);
    }
    return chips.subList(0, Math.min(REASONS, chips.size()));
  }

  private static String beside(Telling telling, Entry.Revised revised) {
    List<Chip> chips = among(Chips.of(revised.labels()), telling, false);
    return String.join(", ", chips.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
  }

  private static List<Run> runs(List<Delta> deltas) {
    List<Run> runs = new ArrayList<>();
    for (Delta delta : deltas) {
      String text = delta.after().isEmpty() ? delta.before() : delta.after();
      runs.add(Run.of(kind(delta.kind()), Truncation.shortened(text, RUN).replace('\n', ' ')));
    }
    return runs;
  }

  private static Run.Kind kind(Delta.Kind kind) {
    return switch (kind) {
      case KEPT, RESPELLED -> Run.Kind.PLAIN;
      case DELETED, MOVED_FROM -> Run.Kind.DELETED;
      case INSERTED, MOVED_TO -> Run.Kind.INSERTED;
    };
  }
}
