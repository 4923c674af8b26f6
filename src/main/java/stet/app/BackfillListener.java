package stet.app;

import java.time.Duration;
import stet.ingest.memento.Backfill;
import stet.track.Accepted;

/** Is told how a backfill gets on, on the thread that runs it. */
public interface BackfillListener extends Backfill.Steps {
  /** The archive is not asked for so long. */
  void waiting(Duration wait);

  /** A capture that is safe. */
  void accepted(Accepted accepted);
}
