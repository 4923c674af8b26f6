package stet.app;

import java.util.List;
import stet.watch.drift.DriftVerdict;
import stet.watch.drift.HeldDrift;
import stet.watch.store.WatchStore;

/** Revisions that look like a new page template, and what a person makes of them. */
public final class HeldEdits {
  private HeldEdits() {}

  /** All that are held or were judged. */
  public static List<HeldDrift> of(CollectionHome home) {
    try (WatchStore store = home.watchedForReading()) {
      return store.drift().all();
    }
  }

  /**
   * Keeps what a person says of one.
   *
   * @param number as {@link HeldDrift#id}
   * @throws AppException when there is none of that number
   */
  public static void judge(CollectionHome home, long number, DriftVerdict verdict) {
    try (WatchStore store = home.watched()) {
      if (!store.drift().judge(number, verdict)) {
        throw AppException.notFound(
            "nothing is held as '" + number + "'; 'stet drift' lists what is");
      }
    }
  }
}
