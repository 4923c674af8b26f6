package stet.cli.print;

import java.time.Duration;
import java.time.Instant;
import stet.app.BackfillListener;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.json.StetJson;
import stet.memento.Backfill;
import stet.track.Accepted;

/**
 * Says on standard error how far a backfill is: at most a line in ten seconds, and each long wait;
 * prints what it brought.
 */
public final class BackfillPrinter implements BackfillListener {
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration LONG_WAIT = Duration.ofSeconds(5);

  private final Console console;
  private final String archive;
  private final boolean json;
  private Instant quietUntil = Instant.MIN;

  public BackfillPrinter(Console console, String archive, boolean json) {
    this.console = console;
    this.archive = archive;
    this.json = json;
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

  @Override
  public void waiting(Duration wait, String why) {
    if (wait.compareTo(LONG_WAIT) >= 0) {
      console.say(
          "waiting "
              + wait.toSeconds()
              + " s before asking "
              + archive
              + " again"
              + (why.isEmpty() ? "" : ": " + why));
    }
  }

  @Override
  public void unanswered(Duration since) {
    console.say(archive + " has not answered for " + since.toSeconds() + " s");
  }

  @Override
  public void accepted(Accepted accepted) {
    if (json) {
      console.out().println(StetJson.accepted(accepted).line());
      console.out().flush();
    }
  }

  /** What came of one page. */
  public void page(String url, Backfill.Outcome o) {
    o.gaps().forEach(gap -> console.say("gap in '" + url + "': " + gap));
    if (!o.stopped().isEmpty()) {
      String left = o.left() == 0 ? "" : o.left() + " of " + o.listed() + " captures are left; ";
      console.say(
          "stopped at '"
              + url
              + "': "
              + o.stopped()
              + "; "
              + left
              + "the same command goes on later");
    }
    if (json) {
      console.out().println(StetJson.backfilled(url, o).line());
    } else {
      console
          .out()
          .println(
              Plain.line(url)
                  + ": "
                  + Plain.count(o.listed(), "capture")
                  + " listed, "
                  + o.fetched()
                  + " fetched, "
                  + o.repeated()
                  + " listed with the same bytes, "
                  + o.here()
                  + " here already, "
                  + o.skipped()
                  + " no page of it, "
                  + Plain.count(o.gaps().size(), "gap"));
    }
    console.out().flush();
  }
}
