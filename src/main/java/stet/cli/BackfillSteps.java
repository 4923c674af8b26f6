package stet.cli;

import java.time.Duration;
import java.time.Instant;
import stet.fetch.Pause;
import stet.ingest.memento.Backfill;

/**
 * Says on standard error how far a backfill is: at most a line in ten seconds, and each long wait.
 */
final class BackfillSteps implements Backfill.Steps {
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration LONG_WAIT = Duration.ofSeconds(5);

  private final Console console;
  private final String archive;
  private Instant quietUntil = Instant.MIN;

  BackfillSteps(Console console, String archive) {
    this.console = console;
    this.archive = archive;
  }

  @Override
  public void asking(String url) {
    console.say("asking " + archive + " what it has of '" + url + "'");
  }

  @Override
  public void step(String url, int done, int of) {
    Instant now = console.clock().instant();
    if (done == 0) {
      console.say(Plain.count(of, "capture") + " listed of '" + url + "'");
    } else if (done < of && !now.isBefore(quietUntil)) {
      console.say(done + " of " + of + " done of '" + url + "'");
    } else {
      return;
    }
    quietUntil = now.plus(QUIET);
  }

  /** Waits, and says so where it is long. */
  Pause pause() {
    return wait -> {
      if (wait.compareTo(LONG_WAIT) >= 0) {
        console.say("waiting " + wait.toSeconds() + " s before asking " + archive + " again");
      }
      Pause.SLEEP.of(wait);
    };
  }
}
