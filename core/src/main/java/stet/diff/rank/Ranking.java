package stet.diff.rank;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.diff.Counts;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.judge.Facts;
import stet.diff.judge.Judged;
import stet.text.LanguageTags;

/** Puts the parts of a {@link Rank} together. */
final class Ranking {
  /** What other changes add, of their own points. */
  private static final int OTHERS_SHARE = 4;

  /** So many changed words count in full. */
  private static final double MANY_WORDS = 200;

  /** An edit that is at least so old counts in full. */
  private static final Duration OLD = Duration.ofDays(3);

  /** Of which less is left than that, something else may stand at the address. */
  private static final double LEFT_OF_A_PAGE = 0.15;

  private static final Duration YOUNG = Duration.ofHours(1);

  /** An edit of which nothing is said, whatever could have been. */
  private static final Set<Kind> UNSAID =
      EnumSet.of(Kind.SILENT, Kind.NO_UPDATE_TIME, Kind.CANNOT_TELL, Kind.PUBLISHED_MOVED);

  /** What else labels say of a revision. */
  private static final Set<Kind> BESIDE =
      EnumSet.of(
          Kind.PARAGRAPH_REMOVED,
          Kind.PARAGRAPH_ADDED,
          Kind.PARAGRAPH_MOVED,
          Kind.PICTURE,
          Kind.CORRECTION,
          Kind.UN_NOTICED,
          Kind.BACKDATED,
          Kind.POSTDATED);

  private final Facts facts;
  private final List<Label> labels;
  private final Age age;
  private final Weights weights;
  private final List<Part> parts = new ArrayList<>();

  Ranking(Facts facts, List<Label> labels, Age age, Weights weights) {
    this.facts = facts;
    this.labels = labels;
    this.age = age;
    this.weights = weights;
  }

  Rank rank() {
    Judged best = changes();
    if (has(Kind.COSMETIC) || has(Kind.READ_OTHERWISE)) {
      return new Rank(0, List.of(), best);
    }
    amount();
    revision();
    if (best != null || has(Kind.NOTICED)) {
      said();
      late();
    }
    int sum = sum();
    if (sum > 0) {
      back(sum);
    }
    parts.sort(Comparator.comparingInt((Part p) -> -Math.abs(p.points())));
    return new Rank(Math.max(0, Math.min(Weights.MOST, sum())), parts, best);
  }

  private int sum() {
    return parts.stream().mapToInt(Part::points).sum();
  }

  private boolean has(Kind kind) {
    return labels.stream().anyMatch(l -> l.kind() == kind);
  }

  private void add(Signal signal, String reason, int points) {
    if (points != 0) {
      parts.add(Part.beside(signal, reason, points));
    }
  }

  /** The change that tells most in full, and a little for all others. */
  private @Nullable Judged changes() {
    EditPoints points = new EditPoints(facts, weights);
    Judged best = null;
    int top = 0;
    int all = 0;
    for (Judged judged : facts.edits) {
      int own = points.of(judged);
      all += own;
      if (own > top) {
        top = own;
        best = judged;
      }
    }
    if (best != null) {
      parts.addAll(points.parts(best));
      int others = Math.min(weights.of(Signal.OTHERS), (all - top) / OTHERS_SHARE);
      add(Signal.OTHERS, Signal.OTHERS.words(), others);
    }
    return best;
  }

  /** A live blog is meant to grow. */
  private void amount() {
    if (facts.isLive()) {
      return;
    }
    int words = facts.revision.counts().changed();
    double share = Math.min(1, Math.log1p(words) / Math.log1p(MANY_WORDS));
    add(
        Signal.AMOUNT,
        words == 1 ? "1 word changed" : words + " words changed",
        (int) Math.round(weights.of(Signal.AMOUNT) * share));
  }

  private void revision() {
    for (Label label : labels) {
      if (BESIDE.contains(label.kind())) {
        Signal signal = Signal.valueOf(label.kind().name());
        add(signal, signal.words(), weights.of(signal));
      }
    }
  }

  /** In doubt nobody is charged with silence, nor where a live blog got what it is meant to get. */
  private void said() {
    Kind kind = labels.isEmpty() ? Kind.CANNOT_TELL : labels.get(0).kind();
    boolean course = facts.isLive() && facts.posts.edited().isEmpty();
    if (kind == Kind.NOTICED || UNSAID.contains(kind) && !course) {
      Signal signal = Signal.valueOf(kind.name());
      add(signal, signal.words(), weights.of(signal));
    }
  }

  private void late() {
    if (facts.isLive() || age.least().compareTo(YOUNG) < 0) {
      return;
    }
    double share = Math.log(hours(age.least())) / Math.log(hours(OLD));
    int points = (int) Math.round(weights.of(Signal.LATE) * Math.min(1, share));
    add(Signal.LATE, age.words(), points);
  }

  private static double hours(Duration time) {
    return time.toMinutes() / 60.0 + 1;
  }

  /**
   * What takes points away, in parts of a hundred of those that there are.
   *
   * @param sum of all others
   */
  private void back(int sum) {
    int left = sum;
    left -= less(left, Signal.OSCILLATION, has(Kind.OSCILLATION));
    left -= less(left, Signal.REVERT, has(Kind.REVERT) && !has(Kind.OSCILLATION));
    left -= less(left, Signal.PERHAPS_CUT, has(Kind.PERHAPS_CUT));
    left -= less(left, Signal.TRANSLATED, isTranslated());
    less(left, Signal.REWRITE, has(Kind.REWRITE) && kept() < LEFT_OF_A_PAGE);
  }

  /** Which share of the words of the longer text stands in both. */
  private double kept() {
    Counts counts = facts.revision.counts();
    int kept = counts.kept() + counts.moved();
    return (double) kept / (kept + Math.max(counts.inserted(), counts.deleted()));
  }

  private boolean isTranslated() {
    String was = LanguageTags.primary(facts.before.language());
    String is = LanguageTags.primary(facts.after.language());
    // A guess beside a statement may name one language in two ways.
    boolean alike = facts.before.isLanguageGuessed() == facts.after.isLanguageGuessed();
    boolean other = alike && !was.isEmpty() && !is.isEmpty() && !was.equals(is);
    return other || !Scripts.alike(facts.before, facts.after);
  }

  private int less(int of, Signal signal, boolean holds) {
    int points = holds ? of * weights.of(signal) / 100 : 0;
    add(signal, signal.words(), -points);
    return points;
  }
}
