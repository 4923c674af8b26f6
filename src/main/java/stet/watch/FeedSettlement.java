package stet.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.WebAddress;
import stet.fetch.FetchOutcome;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.Discovery.Candidate;
import stet.fetch.discovery.Discovery.Child;
import stet.watch.push.HubOffers;
import stet.watch.store.CheckOutcome;
import stet.watch.store.Times;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/** What the check of a list means: new pages, hints at changed ones, and when to look again. */
final class FeedSettlement {
  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final Duration LONGEST_AFTER_FAILURES = Duration.ofDays(1);

  /** Of an index only the sitemaps that changed last are watched; archives are without end. */
  private static final int MOST_CHILDREN = 20;

  private final WatchStore store;
  private final HubOffers hubs;

  FeedSettlement(WatchStore store) {
    this.store = store;
    this.hubs = new HubOffers(store);
  }

  /**
   * Settles a list within the caller's transaction.
   *
   * @param at when the answer was there
   * @param due when what is found is due
   */
  WatchedFeed.State settle(WatchedFeed feed, Job.Done done, Instant at, Instant due) {
    Discovery discovery = done.discovery();
    WatchedFeed.State old = feed.state();
    if (discovery == null && done.status() == 304) {
      return next(feed, at, CheckOutcome.NOT_MODIFIED, "", false, old.kind(), old.candidates());
    } else if (discovery == null || discovery.reach() == Discovery.Reach.REFUSED) {
      return failed(old, done, at, discovery);
    }
    List<Candidate> wanted = feed.rules().choose(discovery);
    int news = 0;
    for (Candidate candidate : wanted) {
      news += take(feed, candidate, at, due) ? 1 : 0;
    }
    if (discovery.kind() == Discovery.Kind.SITEMAP_INDEX) {
      news += children(feed, discovery, due);
    }
    CheckOutcome outcome =
        discovery.reach() == Discovery.Reach.READ ? CheckOutcome.READ : CheckOutcome.PARTLY_READ;
    boolean whole = outcome == CheckOutcome.READ;
    if (store.queue().isEmpty()) {
      hubs.offered(feed, discovery.hubLinks(), answeredBy(feed, done), whole, at);
      hubs.checked(feed, news > 0, old.askedAt());
    }
    return next(feed, at, outcome, discovery.reason(), news > 0, discovery.kind(), wanted.size());
  }

  private static String answeredBy(WatchedFeed feed, Job.Done done) {
    return done.outcome() instanceof FetchOutcome.Answered a ? a.uri() : feed.uri();
  }

  private boolean take(WatchedFeed feed, Candidate candidate, Instant at, Instant due) {
    Optional<String> uri = spelled(candidate.uri());
    if (uri.isEmpty()) {
      return false;
    }
    Instant published = candidate.published().or(candidate::latest).orElse(at);
    if (store.tracked().add(uri.get(), feed.id(), published, due)) {
      return true;
    }
    return candidate.latest().map(l -> store.tracked().hint(uri.get(), l, due)).orElse(false);
  }

  private static Optional<String> spelled(String uri) {
    try {
      return Optional.of(WebAddress.spelled(uri));
    } catch (IllegalArgumentException e) {
      // Names no host that could be asked.
      return Optional.empty();
    }
  }

  private int children(WatchedFeed feed, Discovery discovery, Instant due) {
    if (feed.parent() != null) {
      // An index of indexes is against the protocol, and could be one without end.
      return 0;
    }
    List<Child> newest = new ArrayList<>(discovery.children());
    newest.sort(Comparator.comparing(FeedSettlement::changed).reversed());
    List<String> named = new ArrayList<>();
    for (Child child : newest.subList(0, Math.min(MOST_CHILDREN, newest.size()))) {
      spelled(child.uri()).filter(uri -> !uri.equals(feed.uri())).ifPresent(named::add);
    }
    store.feedTable().keepChildren(feed.id(), named);
    int added = 0;
    for (String uri : named) {
      Duration every = WatchStore.FIRST_FEED_INTERVAL;
      added += store.feedTable().add(uri, feed.id(), feed.rules(), every, due) ? 1 : 0;
    }
    return added;
  }

  private static Instant changed(Child child) {
    return child.dates().stream()
        .map(d -> d.earliest())
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private WatchedFeed.State next(
      WatchedFeed feed,
      Instant at,
      CheckOutcome outcome,
      String detail,
      boolean news,
      Discovery.Kind kind,
      int candidates) {
    Duration before = feed.state().every();
    Duration every =
        news
            ? longer(SHORTEST, before.dividedBy(2))
            : shorter(LONGEST, before.plus(before.dividedBy(2)));
    // Hubs call one server, which is not there where several workers share the lists.
    Duration least = store.queue().isEmpty() ? hubs.least(feed.id(), at) : Duration.ZERO;
    Instant due = at.plus(longer(every, least));
    return new WatchedFeed.State(kind, due, every, at, outcome, detail, 0, candidates);
  }

  private static WatchedFeed.State failed(
      WatchedFeed.State old, Job.Done done, Instant at, @Nullable Discovery refused) {
    int failures = Math.min(old.failures() + 1, 1_000);
    Duration wait =
        shorter(LONGEST_AFTER_FAILURES, old.every().multipliedBy(1L << Math.min(failures, 10)));
    CheckOutcome outcome =
        refused != null
            ? CheckOutcome.UNREADABLE
            : done.outcome() instanceof FetchOutcome.Disallowed
                ? CheckOutcome.DISALLOWED
                : done.answered() ? Settlement.ofStatus(done.status()) : CheckOutcome.FAILED;
    String detail = refused != null ? refused.reason() : Settlement.detail(done, null);
    Instant retryAt = done.outcome() == null ? null : done.outcome().retryAt();
    return new WatchedFeed.State(
        old.kind(),
        Times.later(at.plus(wait), retryAt),
        old.every(),
        at,
        outcome,
        detail,
        failures,
        old.candidates());
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
