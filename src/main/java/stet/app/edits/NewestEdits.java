package stet.app.edits;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.store.EditFilter;
import stet.store.EditTable.Place;
import stet.track.Collection;
import stet.track.Edits;

/**
 * The newest edits across a collection, newest first.
 *
 * @param before only those after this place in the list; null for the first
 * @param most so many at the most
 */
public record NewestEdits(EditFilter filter, @Nullable Place before, int most) {
  /** So many timelines are held at the same time. */
  private static final int STEP = 50;

  /**
   * What was told.
   *
   * @param edits how many
   * @param next the place after which the list goes on; null where it is at its end
   */
  public record Told(int edits, @Nullable Place next) {}

  /** Tells of each edit as it is read, so that no more than a few are in memory. */
  public Told tell(Collection collection, Consumer<Edits.Edit> to) {
    Edits edits = collection.timelines().edits();
    int told = 0;
    Place last = before;
    Place shown = before;
    while (told < most) {
      Edits.Page<Edits.Edit> page = edits.newest(filter, last, Math.min(STEP, most - told));
      for (Edits.Edit edit : page.edits()) {
        to.accept(edit);
        shown = edit.place();
        told++;
      }
      last = page.next();
      if (last == null) {
        return new Told(told, null);
      }
    }
    return new Told(told, isAny(edits, shown) ? shown : null);
  }

  /** Whether anything comes after a place; what was told so far need not be the end. */
  private boolean isAny(Edits edits, @Nullable Place after) {
    Place last = after;
    do {
      Edits.Page<Edits.Edit> page = edits.newest(filter, last, 1);
      if (!page.edits().isEmpty()) {
        return true;
      }
      last = page.next();
    } while (last != null);
    return false;
  }
}
