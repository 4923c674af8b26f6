package stet.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.fetch.FetchOutcome;
import stet.text.OneLine;
import stet.text.Truncation;
import stet.watch.CaptureSink.Showed;
import stet.watch.CaptureSink.Taken;
import stet.watch.plan.OutletHistory;
import stet.watch.plan.RecheckHistory;
import stet.watch.plan.RecheckPolicy;
import stet.watch.store.CheckOutcome;
import stet.watch.store.Known;
import stet.watch.store.Times;
import stet.watch.store.TrackedPage;

/** What a check means for the checks to come. Pure: it is told all times. */
final class Settlement {
  /** A page that is gone seldom returns, but it does. */
  private static final Duration[] GONE = {
    Duration.ofHours(1),
    Duration.ofHours(6),
    Duration.ofDays(1),
    Duration.ofDays(3),
    Duration.ofDays(7),
    Duration.ofDays(30)
  };

  private static final Duration FIRST_RETRY = Duration.ofMinutes(15);
  private static final Duration LAST_RETRY = Duration.ofDays(7);
  private static final Duration DISALLOWED = Duration.ofDays(1);
  private static final int LONGEST_DETAIL = 300;

  private final RecheckPolicy policy;

  Settlement(RecheckPolicy policy) {
    this.policy = policy;
  }

  /** A page and its outlet after a check. */
  record Settled(TrackedPage.State state, OutletHistory outlet) {}

  Settled page(TrackedPage page, OutletHistory outlet, Job.Done done, Taken taken, Instant at) {
    CheckOutcome outcome = outcome(done, taken);
    TrackedPage.State old = page.state();
    Instant retryAt = done.outcome() == null ? null : done.outcome().retryAt();
    if (!outcome.showsState()) {
      int failures = Math.min(old.failures() + 1, 1_000);
      Instant next = Times.later(at.plus(wait(outcome, failures)), retryAt);
      String detail = detail(done, taken);
      TrackedPage.State state =
          new TrackedPage.State(
              next, at, outcome, detail, failures, old.history(), old.seen(), old.known());
      return new Settled(state, outlet);
    }
    RecheckHistory before = old.history();
    RecheckHistory after;
    if (old.seen()) {
      after = policy.observe(before, outlet, at, outcome == CheckOutcome.CHANGED);
    } else {
      Instant published = taken.published();
      Instant born =
          published != null && published.isBefore(before.born()) ? published : before.born();
      after = RecheckHistory.born(born, at);
      before = after;
    }
    OutletHistory learnt = policy.learn(outlet, before, after);
    Instant next = Times.later(policy.next(after, learnt), retryAt);
    boolean changed = outcome == CheckOutcome.CHANGED;
    Known known = old.known().after(done.outcome(), at, changed);
    String detail = foundOut(old.known(), known, at);
    TrackedPage.State state =
        new TrackedPage.State(next, at, outcome, detail, 0, after, true, known);
    return new Settled(state, learnt);
  }

  /** How long a page that shows no state is left alone. */
  static Duration wait(CheckOutcome outcome, int failures) {
    return switch (outcome) {
      case GONE -> GONE[Math.min(failures, GONE.length) - 1];
      case DISALLOWED -> DISALLOWED.multipliedBy(Math.min(failures, 7));
      default -> {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 12));
        yield wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
      }
    };
  }

  static CheckOutcome outcome(Job.Done done, Taken taken) {
    if (done.outcome() instanceof FetchOutcome.Disallowed) {
      return CheckOutcome.DISALLOWED;
    } else if (!done.answered()) {
      return CheckOutcome.FAILED;
    }
    int status = done.status();
    return switch (taken.showed()) {
      case FIRST -> CheckOutcome.FIRST;
      case CHANGED -> CheckOutcome.CHANGED;
      case UNCHANGED -> status == 304 ? CheckOutcome.NOT_MODIFIED : CheckOutcome.UNCHANGED;
      case NO_ARTICLE -> ofStatus(status);
    };
  }

  /** What an answer that shows no article, or a list that could not be had, comes down to. */
  static CheckOutcome ofStatus(int status) {
    if (status == 404 || status == 410) {
      return CheckOutcome.GONE;
    } else if (status >= 500 || status == 429) {
      return CheckOutcome.SERVER_ERROR;
    }
    return status / 100 == 2 ? CheckOutcome.NO_ARTICLE : CheckOutcome.REFUSED;
  }

  /** What the log is told where a server was found out; empty where it was not. */
  private static String foundOut(Known before, Known after, Instant at) {
    boolean news = after.trust().isDistrusted(at) && !before.trust().isDistrusted(at);
    return news ? "its validators did not change with it; it is asked in full from now on" : "";
  }

  /** Why a check showed no state, in one line. */
  static String detail(Job.Done done, @Nullable Taken taken) {
    String detail;
    if (!done.error().isEmpty()) {
      detail = done.error();
    } else if (done.outcome() instanceof FetchOutcome.Failed failed) {
      detail = failed.failure().id() + ": " + failed.detail();
    } else if (done.outcome() instanceof FetchOutcome.Disallowed) {
      detail = "robots.txt asks not to fetch it";
    } else {
      String status = Integer.toString(done.status());
      String why = taken == null ? "" : taken.detail();
      detail = "status " + status + (why.isEmpty() ? "" : ": " + why);
    }
    return Truncation.head(OneLine.of(detail), LONGEST_DETAIL);
  }

  /** What stands for the sink's word where there was nothing to take in. */
  static Taken nothing() {
    return Taken.of(Showed.NO_ARTICLE, "");
  }
}
