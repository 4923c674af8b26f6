package stet.app.edits;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.json.StetJson;
import stet.store.EditFilter;
import stet.store.EditTable.Place;
import stet.track.Collection;
import stet.track.Edits;

/** Edits across a collection in one of the orders that there are. */
public final class OrderedEdits {
  /** So many of the newest are ranked. */
  public static final int BOUND = 20_000;

  private final EditFilter filter;
  private final EditOrder order;
  private final int most;
  private final @Nullable Place place;
  private final RankedEdits.@Nullable Rung rung;

  /**
   * @param after the place that an earlier call named, by the same order; empty for the first
   * @param most so many at the most
   * @throws IllegalArgumentException when it is no such place
   */
  public OrderedEdits(EditFilter filter, EditOrder order, String after, int most) {
    boolean newest = order == EditOrder.NEWEST;
    this.filter = filter;
    this.order = order;
    this.most = most;
    this.place = newest && !after.isEmpty() ? EditWords.place(after) : null;
    this.rung = newest || after.isEmpty() ? null : EditWords.rung(after);
  }

  /**
   * What was told.
   *
   * @param edits how many
   * @param next the place after which the list goes on; empty where it is at its end
   * @param unranked whether there are older ones, which were not ranked
   */
  public record Told(int edits, String next, boolean unranked) {}

  /** Tells of each edit in its turn. */
  public Told tell(Collection collection, Consumer<Edits.Edit> to) {
    if (order == EditOrder.NEWEST) {
      NewestEdits.Told told = new NewestEdits(filter, place, most).tell(collection, to);
      String next = told.next() == null ? "" : StetJson.place(told.next());
      return new Told(told.edits(), next, false);
    }
    RankedEdits.Told told =
        new RankedEdits(filter, order, rung, most, BOUND).tell(collection, new Edits.Told<>(), to);
    String next = told.next() == null ? "" : EditWords.rung(told.next());
    return new Told(told.edits(), next, !told.whole());
  }
}
