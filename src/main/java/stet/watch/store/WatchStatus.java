package stet.watch.store;

import java.time.Instant;
import java.util.List;
import stet.capture.EnumId;
import stet.fetch.HostState;

/**
 * Where the watch stands, for people and programs.
 *
 * @param tracked addresses that are checked
 * @param paused addresses that were tracked once
 * @param due how many of them are due
 * @param feeds how many lists are watched
 * @param feedsDue how many of them are due
 * @param next the checks that come next, soonest first
 * @param troubled hosts that did not answer or want to be left alone, longest wait first
 * @param distrusted hosts whose word that nothing changed is not believed, most pages first
 * @param errors the last checks that showed no state, latest first
 * @param workers who works on the queue that several share; empty where none is
 * @param browsers outlets whose pages a browser was to show, most pages first
 */
public record WatchStatus(
    long tracked,
    long paused,
    long due,
    int feeds,
    int feedsDue,
    List<Next> next,
    List<HostState> troubled,
    List<Distrusted> distrusted,
    List<Failed> errors,
    List<Worker> workers,
    List<BrowserTable.Learnt> browsers) {
  public WatchStatus {
    next = List.copyOf(next);
    troubled = List.copyOf(troubled);
    distrusted = List.copyOf(distrusted);
    errors = List.copyOf(errors);
    workers = List.copyOf(workers);
    browsers = List.copyOf(browsers);
  }

  /**
   * One of several watches over a queue.
   *
   * @param name machine and folder
   * @param standing whether it runs
   * @param hosts how many hosts are its own to ask just now
   * @param heardAt when it last said that it lives, UTC
   */
  public record Worker(String name, Standing standing, int hosts, Instant heardAt) {}

  /** Whether a worker runs. */
  public enum Standing {
    /** It said so within half a minute. */
    RUNNING,
    /** It did not, and did not say that it ends: killed, cut off, or its machine is away. */
    SILENT,
    /** It ended by itself. */
    ENDED;

    /** Its name in JSON and in tables. */
    public String id() {
      return EnumId.of(this);
    }
  }

  /**
   * A check to come.
   *
   * @param at when it is planned, UTC; in the past when it is overdue
   * @param uri the address
   * @param list whether it is a feed, sitemap or section page
   * @param last what came of the last check
   */
  public record Next(Instant at, String uri, boolean list, CheckOutcome last) {}

  /**
   * A host whose validators stayed the same over another text, so that pages are asked for in full.
   *
   * @param pages how many pages were found out
   * @param all whether therefore all its pages are asked for in full
   * @param latest when the last of them was found out, UTC
   */
  public record Distrusted(String host, int pages, boolean all, Instant latest) {}

  /**
   * A check that showed no state.
   *
   * @param at when, UTC
   * @param uri the address
   * @param list whether it is a feed, sitemap or section page
   * @param outcome what came of it
   * @param detail one line for people
   * @param times how many such checks in a row
   */
  public record Failed(
      Instant at, String uri, boolean list, CheckOutcome outcome, String detail, int times) {}
}
