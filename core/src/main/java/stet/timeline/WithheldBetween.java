package stet.timeline;

import java.util.ArrayList;
import java.util.List;
import stet.diff.Label;

/**
 * What may be said of a step from one version to the next where pages between the two are withheld:
 * one of them may have carried a notice, or another update time.
 */
public final class WithheldBetween {
  private final List<Sighting> sightings;
  private final List<Integer> hidden = new ArrayList<>();

  /**
   * @param sightings of an article, in the order of time
   */
  public WithheldBetween(List<Sighting> sightings) {
    this.sightings = sightings;
    for (int i = 0; i < sightings.size(); i++) {
      if (sightings.get(i).reason().equals(Sighting.WITHHELD)) {
        hidden.add(i);
      }
    }
  }

  /** Whether no page of the article is withheld. */
  public boolean isNone() {
    return hidden.isEmpty();
  }

  /** The labels of the step, with no verdict on what the publisher said where none is possible. */
  public List<Label> doubted(List<Label> labels, Run from, Run to) {
    if (isNone()) {
      // Else each step of a long history would look for its place in all of it.
      return labels;
    }
    int first = sightings.indexOf(from.last());
    int last = sightings.indexOf(to.first());
    List<Label> told =
        labels.stream().filter(l -> l.kind().family() == Label.Family.DISCLOSURE).toList();
    boolean said =
        told.stream()
            .allMatch(
                l ->
                    switch (l.kind()) {
                      case NOTICED, RESTAMPED, COSMETIC, POSTED, READ_OTHERWISE -> true;
                      default -> false;
                    });
    if (said || hidden.stream().noneMatch(i -> i > first && i < last)) {
      return labels;
    }
    String why =
        sightings
            .get(hidden.stream().filter(i -> i > first && i < last).findFirst().orElseThrow())
            .detail();
    List<Label> doubted = new ArrayList<>(labels);
    doubted.set(0, new Label(Label.Kind.WITHHELD, why));
    return doubted;
  }
}
