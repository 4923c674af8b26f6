package stet.app.edits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.store.EditFilter;
import stet.store.EditTable.Place;
import stet.track.Collection;
import stet.track.Edits;

/**
 * Edits in the order of how much they tell, or of how many words they changed. All that pass the
 * filter are looked at for that, up to {@code bound} of the newest, and none but those told are
 * kept in memory.
 *
 * @param after only those after this one in this order; null for the first
 * @param most so many at the most
 * @param bound so many of the newest are ranked
 */
public record RankedEdits(
    EditFilter filter, EditOrder order, @Nullable Rung after, int most, int bound) {
  private static final int STEP = 60;

  /** The higher first, of equal ones the newer; no two are equal. */
  private static final Comparator<Rung> ORDER =
      Comparator.comparingInt((Rung r) -> -r.height())
          .thenComparing(r -> r.place().at(), Comparator.reverseOrder())
          .thenComparing(r -> r.place().article())
          .thenComparing(r -> r.place().number());

  /**
   * Where an edit stands.
   *
   * @param height more stands first
   */
  public record Rung(int height, Place place) {}

  /**
   * What was told.
   *
   * @param edits how many
   * @param next the one after which the list goes on; null where it is at its end
   * @param looked how many edits were ranked
   * @param whole whether that were all that pass the filter
   */
  public record Told(int edits, @Nullable Rung next, int looked, boolean whole) {}

  /**
   * Tells of each edit in its turn.
   *
   * @param known heights that were told before, always by the same order
   */
  public Told tell(Collection collection, Edits.Told<Rung> known, Consumer<Edits.Edit> to) {
    Edits edits = collection.timelines().edits();
    PriorityQueue<Rung> best = new PriorityQueue<>(ORDER.reversed());
    Place last = null;
    int looked = 0;
    boolean over = false;
    do {
      int step = Math.min(STEP, bound - looked);
      Edits.Page<Rung> page = edits.newest(filter, last, step, known, this::rung);
      for (Rung rung : page.edits()) {
        looked++;
        over |= take(rung, best);
      }
      last = page.next();
    } while (last != null && looked < bound);
    List<Rung> told = new ArrayList<>(best);
    told.sort(ORDER);
    told.forEach(r -> edits.find(r.place()).ifPresent(to));
    Rung next = over && !told.isEmpty() ? told.get(told.size() - 1) : null;
    return new Told(told.size(), next, looked, last == null);
  }

  private Rung rung(Edits.Edit edit) {
    return new Rung(order.of(edit), edit.place());
  }

  /** Whether there is one more than are told. */
  private boolean take(Rung rung, PriorityQueue<Rung> best) {
    if (after != null && ORDER.compare(rung, after) <= 0) {
      return false;
    }
    best.add(rung);
    if (best.size() <= most) {
      return false;
    }
    best.remove();
    return true;
  }
}
