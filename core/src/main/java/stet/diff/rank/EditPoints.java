package stet.diff.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import stet.diff.Edit;
import stet.diff.Edit.Place;
import stet.diff.Label.Kind;
import stet.diff.judge.EditJudge;
import stet.diff.judge.Facts;
import stet.diff.judge.Judged;

/** What single changes of a revision are worth: by where they stand and what they touch. */
public final class EditPoints {
  /** A clock that went on, or words in another order, make no headline another one. */
  private static final int LITTLE_SHARE = 3;

  /** In a live blog, which is meant to get new headlines. */
  private static final int LIVE_SHARE = 4;

  /** With so many words more, kinds beside the first count half, a third, and so on. */
  private static final int BESIDE_WORDS = 10;

  /** Whole sentences of so many words count in full. */
  private static final int WHOLE_WORDS = 60;

  private final Facts facts;
  private final Weights weights;

  public EditPoints(Facts facts, Weights weights) {
    this.facts = facts;
    this.weights = weights;
  }

  /** What one change is worth by itself. */
  public int of(Judged judged) {
    return parts(judged).stream().mapToInt(Part::points).sum();
  }

  List<Part> parts(Judged judged) {
    List<Part> parts = new ArrayList<>();
    if (!judged.isSubstantive()) {
      return parts;
    }
    Edit edit = judged.edit();
    int words = EditJudge.words(edit.before() + " " + edit.after()).size();
    if (words == 0 || facts.posts.brought(edit, facts.revision)) {
      return parts;
    }
    Signal place = Signal.of(edit.place());
    add(parts, place, place.words(), place(judged, weights.of(place)));
    what(judged, words, parts);
    return parts;
  }

  private int place(Judged judged, int points) {
    boolean fresh = judged.edit().place() == Place.HEADLINE || judged.edit().place() == Place.DEK;
    int own = facts.isLive() && fresh ? points / LIVE_SHARE : points;
    return judged.moved() || judged.isTimeOnly() ? own / LITTLE_SHARE : own;
  }

  private static void add(List<Part> parts, Signal signal, String reason, int points) {
    if (points > 0) {
      parts.add(Part.own(signal, reason, points));
    }
  }

  private void what(Judged judged, int words, List<Part> parts) {
    Edit edit = judged.edit();
    if (judged.moved()) {
      add(parts, Signal.MOVED, Signal.MOVED.words(), weights.of(Signal.MOVED));
    } else if (Slips.isAddress(edit)) {
      add(parts, Signal.LINK, Signal.LINK.words(), weights.of(Signal.LINK));
    } else if (edit.whole()) {
      Signal whole = edit.after().isEmpty() ? Signal.REMOVED : Signal.ADDED;
      int most = weights.of(whole);
      add(parts, whole, whole.words(), most * Math.min(words, WHOLE_WORDS) / WHOLE_WORDS);
    } else if (Slips.isSpelling(edit) || Slips.isRepetition(edit) || Slips.isAbbreviation(edit)) {
      add(parts, Signal.SLIP, Signal.SLIP.words(), weights.of(Signal.SLIP));
    } else {
      kinds(judged, words, parts);
    }
  }

  /**
   * The weightiest kind in full and the others by how short the edit is: among many words there is
   * always a name, a number and a "not". A word of doubt often says who says it, too ("is said to
   * have"); it counts once.
   */
  private void kinds(Judged judged, int words, List<Part> parts) {
    boolean hedged = judged.kinds().contains(Kind.HEDGE);
    List<Signal> signals =
        judged.kinds().stream()
            .map(Signal::of)
            .flatMap(Optional::stream)
            .filter(s -> !(hedged && s == Signal.ATTRIBUTION))
            .sorted(Comparator.comparingInt((Signal s) -> -weights.of(s)))
            .toList();
    int share = 1;
    for (Signal signal : signals) {
      add(parts, signal, signal.words(), weights.of(signal) / share);
      share = 1 + words / BESIDE_WORDS;
    }
  }
}
