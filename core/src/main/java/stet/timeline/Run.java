package stet.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A version in terms of the captures that showed it: the longest stretch of sightings of one state
 * with no other state in between. Checks that found no article do not end it, because a page that
 * could not be seen is not a changed page.
 *
 * @param number the version's number, from 1
 * @param state number of the state that the first sighting showed
 * @param compared fingerprint that all its sightings share
 * @param first the first sighting of it
 * @param last the last sighting of it
 * @param checks how many sightings showed it
 */
public record Run(
    int number, long state, String compared, Sighting first, Sighting last, int checks) {

  /**
   * The runs of an article.
   *
   * @param sightings all of them, in the order of time
   */
  public static List<Run> of(List<Sighting> sightings) {
    List<Run> runs = new ArrayList<>();
    Run open = null;
    for (Sighting sighting : sightings) {
      Sighting.Shown shown = sighting.shown();
      if (shown == null) {
        continue;
      }
      if (open != null && open.compared.equals(shown.compared())) {
        open = open.seenAgain(sighting);
        runs.set(runs.size() - 1, open);
      } else {
        int number = runs.size() + 1;
        open = new Run(number, shown.state(), shown.compared(), sighting, sighting, 1);
        runs.add(open);
      }
    }
    return runs;
  }

  private Run seenAgain(Sighting sighting) {
    return new Run(number, state, compared, first, sighting, checks + 1);
  }

  /** The window of the change from {@code before} to this run. */
  public Window since(Run before) {
    return new Window(before.last.ref().at(), first.ref().at());
  }
}
