package stet.serve.page;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import stet.app.edits.EditOrder;
import stet.app.edits.RankedEdits;
import stet.app.edits.RankedEdits.Rung;
import stet.store.EditFilter;
import stet.track.Edits;

/**
 * How edits are ranked for who asks a server: with bounds, and with what was found out for those
 * who asked before. May be used by any threads.
 */
public final class Ranking {
  /**
   * So many of the newest that pass the filter: some seconds for who asks first; what is found out
   * of them is remembered.
   */
  private static final int BOUND = 500;

  private final Map<EditOrder, Edits.Told<Rung>> known = new EnumMap<>(EditOrder.class);

  public Ranking() {
    for (EditOrder order : EditOrder.values()) {
      known.put(order, new Edits.Told<>());
    }
  }

  /** What was found out so far. */
  public Edits.Told<Rung> known(EditOrder order) {
    return Objects.requireNonNull(known.get(order));
  }

  /**
   * What is asked for.
   *
   * @param after only those after this one; null for the first
   * @param most so many at the most
   */
  public RankedEdits of(EditFilter filter, EditOrder order, @Nullable Rung after, int most) {
    return new RankedEdits(filter, order, after, most, BOUND);
  }
}
