package stet.app;

import java.time.Duration;
import stet.memento.Backfill;
import stet.track.Accepted;

/** Is told how a backfill gets on, on the thread that runs it but for {@link #unanswered}. */
public interface BackfillListener extends Backfill.Steps {
  /**
   * The archive is not asked for so long.
   *
   * @param why what came of the last try, in words; empty where nothing was wrong
   */
  void waiting(Duration wait, String why);

  /**
   * The archive has not answered for so long; told again and again, by a thread of its own.
   *
   * @param since since it was asked
   */
  void unanswered(Duration since);

  /** A capture that is safe. */
  void accepted(Accepted accepted);
}
