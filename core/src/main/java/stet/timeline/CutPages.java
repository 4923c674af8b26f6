package stet.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import stet.article.ArticleVersion;
import stet.article.Cut;

/**
 * Tells which captures of an article show only its beginning, because a wall or a broken page cut
 * the rest off. It follows from the captures in the order of time alone, so that no order of import
 * changes it. What is cut off is no version; the next whole page goes on from the last whole one.
 */
public final class CutPages {
  /** A capture is held against so many other texts before it, and as many after it. */
  private static final int NEAREST = 5;

  private final List<Sighting> sightings;
  private final LongFunction<ArticleVersion> states;
  private final Map<Long, Prefix.Text> texts = new HashMap<>();

  private CutPages(List<Sighting> sightings, LongFunction<ArticleVersion> states) {
    this.sightings = sightings;
    this.states = states;
  }

  /**
   * The numbers of the captures that are cut off.
   *
   * @param sightings every capture of the article as read, in the order of time
   * @param states gives the state of that number
   */
  public static Set<Long> of(List<Sighting> sightings, LongFunction<ArticleVersion> states) {
    return new CutPages(sightings, states).find();
  }

  /**
   * Why it can't be told whether the step from one version to the next is an edit or a page that
   * was cut off; empty where it can.
   *
   * @param states gives the state of that number
   */
  public static Optional<String> doubt(Run from, Run to, LongFunction<ArticleVersion> states) {
    CutPages pages = new CutPages(List.of(), states);
    CutVerdict.Page before = pages.page(from.first());
    CutVerdict.Page after = pages.page(to.first());
    return doubt(after, before, true).or(() -> doubt(before, after, false));
  }

  private static Optional<String> doubt(
      CutVerdict.Page piece, CutVerdict.Page whole, boolean before) {
    Cut signs = piece.cut();
    return signs == null
            || !CutVerdict.worthALook(signs, whole.cut())
            || CutVerdict.of(piece, whole, before) == CutVerdict.WHOLE
        ? Optional.empty()
        : Optional.of(signs.words());
  }

  private Set<Long> find() {
    Set<String> plain = new HashSet<>();
    for (Sighting sighting : sightings) {
      if (sighting.shown() != null && sighting.cut() == null) {
        plain.add(sighting.shown().compared());
      }
    }
    Set<Long> cut = new LinkedHashSet<>();
    for (int i = 0; i < sightings.size(); i++) {
      Sighting sighting = sightings.get(i);
      Cut signs = sighting.cut();
      // A text that was also seen without any sign is a text of its own.
      if (sighting.shown() != null
          && signs != null
          && !plain.contains(sighting.shown().compared())
          && cutOff(i)) {
        cut.add(sighting.capture());
      }
    }
    return cut;
  }

  private boolean cutOff(int at) {
    Sighting sighting = sightings.get(at);
    for (boolean before : new boolean[] {true, false}) {
      for (Sighting other : others(at, before)) {
        if (CutVerdict.of(page(sighting), page(other), before) == CutVerdict.CUT_OFF) {
          return true;
        }
      }
    }
    return false;
  }

  /** The nearest captures of other texts on one side whose signs leave something to be judged. */
  private List<Sighting> others(int at, boolean before) {
    Set<String> texts = new HashSet<>();
    texts.add(shown(sightings.get(at)).compared());
    List<Sighting> found = new ArrayList<>();
    int step = before ? -1 : 1;
    for (int i = at + step; i >= 0 && i < sightings.size() && found.size() < NEAREST; i += step) {
      Sighting other = sightings.get(i);
      if (other.shown() != null
          && CutVerdict.worthALook(sightings.get(at).cut(), other.cut())
          && texts.add(other.shown().compared())) {
        found.add(other);
      }
    }
    return found;
  }

  private CutVerdict.Page page(Sighting sighting) {
    return new CutVerdict.Page(
        texts.computeIfAbsent(shown(sighting).state(), s -> Prefix.Text.of(states.apply(s))),
        sighting.cut());
  }

  /** Only captures that showed a state are held against each other. */
  private static Sighting.Shown shown(Sighting sighting) {
    return Objects.requireNonNull(sighting.shown());
  }
}
