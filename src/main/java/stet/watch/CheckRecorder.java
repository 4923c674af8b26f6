package stet.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.capture.Capture;
import stet.fetch.HostState;
import stet.fetch.HostThrottle;
import stet.watch.CaptureSink.Taken;
import stet.watch.plan.OutletHistory;
import stet.watch.plan.RecheckPolicy;
import stet.watch.queue.HostClaims;
import stet.watch.store.CheckOutcome;
import stet.watch.store.Times;
import stet.watch.store.TrackedPage;
import stet.watch.store.Trust;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/** Notes the checks that were kept: when the next ones are due, and what the log is told. */
final class CheckRecorder {
  private final WatchStore store;
  private final HostThrottle throttle;
  private final WatchLog log;
  private final Settlement pages;
  private final FeedSettlement lists;
  private final HostClaims claims;
  private int checks;
  private int changed;
  private int failures;

  CheckRecorder(
      WatchStore store,
      HostThrottle throttle,
      WatchLog log,
      WatchOptions options,
      HostClaims claims) {
    this.claims = claims;
    this.store = store;
    this.throttle = throttle;
    this.log = log;
    this.pages = new Settlement(new RecheckPolicy(options.keenness()));
    this.lists = new FeedSettlement(store);
  }

  /**
   * Notes a batch in one transaction.
   *
   * @param due when what lists named is due
   * @return what the log was told, in the same order; a check of a host that another worker has
   *     taken over meanwhile is not noted, nor is the log told of it
   */
  List<FetchLine> settle(List<Job.Done> batch, List<Taken> taken, Instant now, Instant due) {
    List<String> notes = new ArrayList<>();
    Set<FetchLine> lost = new HashSet<>();
    List<FetchLine> lines =
        store.writeWatched(
            () -> {
              List<FetchLine> made = new ArrayList<>();
              notes.clear();
              lost.clear();
              for (int i = 0; i < batch.size(); i++) {
                if (!claims.holdsStill(store, batch.get(i).job().host())) {
                  made.add(lost(batch.get(i), taken.get(i), now));
                  lost.add(made.get(i));
                  continue;
                }
                made.add(settle(batch.get(i), taken.get(i), now, due));
                foundOut(batch.get(i).job(), made.get(i)).ifPresent(notes::add);
              }
              return made;
            });
    for (FetchLine line : lines) {
      if (lost.contains(line)) {
        continue;
      }
      checks++;
      changed += line.outcome() == CheckOutcome.CHANGED ? 1 : 0;
      failures += line.outcome().showsState() ? 0 : 1;
      log.fetched(line);
    }
    notes.forEach(log::note);
    return lines;
  }

  /** What is to be said when enough pages of a host were found out to believe none of it. */
  private Optional<String> foundOut(Job job, FetchLine line) {
    if (line.outcome() != CheckOutcome.CHANGED || line.detail().isEmpty()) {
      return Optional.empty();
    }
    int pages = store.hosts().distrusted(job.host(), line.at().minus(Trust.MEMORY));
    return pages != Trust.ADDRESSES_OF_A_HOST
        ? Optional.empty()
        : Optional.of(
            "'"
                + job.host()
                + "' says that nothing changed where something did, "
                + pages
                + " pages so far; all its pages are asked in full for "
                + Trust.MEMORY.toDays()
                + " days");
  }

  /** What it brought is kept and no other check is planned by it. */
  private static FetchLine lost(Job.Done done, Taken taken, Instant now) {
    CheckOutcome outcome = Settlement.outcome(done, taken);
    String detail = "another worker has taken its host over; the check is made again";
    return line(done, answeredAt(done, now), outcome, now, detail);
  }

  private FetchLine settle(Job.Done done, Taken taken, Instant now, Instant due) {
    Job job = done.job();
    HostState host = throttle.state(job.host());
    if (host != null) {
      store.hosts().save(host);
    }
    claims.note(store, job.host());
    Instant at = answeredAt(done, now);
    TrackedPage page = job.page();
    WatchedFeed feed = job.feed();
    if (page != null) {
      OutletHistory outlet = store.hosts().outlet(page.outlet());
      Settlement.Settled settled = pages.page(page, outlet, done, taken, at);
      store.tracked().settle(page.id(), settled.state());
      if (settled.outlet() != outlet) {
        store.hosts().outlet(page.outlet(), settled.outlet());
      }
      TrackedPage.State state = settled.state();
      return line(done, at, state.outcome(), state.nextAt(), state.detail());
    } else if (feed != null) {
      WatchedFeed.State state = lists.settle(feed, done, at, due);
      // A list is asked for so often that other bytes are enough not to rely on its word.
      store.feedTable().settle(feed.id(), state, job.known().after(done.outcome(), at, true));
      return line(done, at, state.outcome(), state.nextAt(), state.detail());
    }
    throw new IllegalStateException("a check of nothing");
  }

  private static Instant answeredAt(Job.Done done, Instant now) {
    List<Capture> captures = done.fetched().captures();
    return captures.isEmpty() ? now : Times.earlier(captures.get(captures.size() - 1).at(), now);
  }

  private static FetchLine line(
      Job.Done done, Instant at, CheckOutcome outcome, Instant next, String detail) {
    long bytes = done.fetched().captures().stream().mapToLong(c -> c.payload().size()).sum();
    return new FetchLine(
        at,
        done.job().feed() != null,
        done.job().uri(),
        outcome,
        done.status(),
        bytes,
        done.millis(),
        next,
        detail);
  }

  /** How many were noted. */
  int checks() {
    return checks;
  }

  Watcher.Pass pass(int left, int unkept) {
    return new Watcher.Pass(checks, changed, failures, left, Math.max(0, unkept));
  }
}
