package stet.watch.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import stet.fetch.Fetcher;
import stet.fetch.RobotsEntry;
import stet.fetch.discovery.DiscoveryRules;
import stet.sqlite.Database;
import stet.sqlite.DatabaseException;
import stet.sqlite.Migrations;
import stet.sqlite.Opening;
import stet.sqlite.Sql;
import stet.sqlite.Transaction;
import stet.watch.drift.DriftGuard;
import stet.watch.drift.DriftVerdict;
import stet.watch.drift.HeldDrift;
import stet.watch.drift.HeldRevision;

/**
 * What a person asked to be watched, and where the watch stands, in {@value #FILE} in the
 * collection's folder. Unlike {@code stet.db} it cannot be made again from the WARC files, so it
 * lies apart from it. One connection, used by one thread at a time; several processes may have it
 * open, such as a watch and a command that adds an address.
 */
public final class WatchStore implements AutoCloseable {
  /** The file's name in a collection's folder. */
  public static final String FILE = "watch.db";

  static final Migrations MIGRATIONS =
      new Migrations(
          "stet/watch/migration",
          7,
          "the watch file",
          "the watch file",
          sql -> new TrackedTable(sql).nameStories());

  /** The watch is to run beside other things for months. */
  /** How long whoever reads is waited for when the file is written anew. */
  private static final Duration SHREDDING = Duration.ofSeconds(5);

  private static final int CACHE_KIB = 8_000;

  /** How often a list is looked at before it has shown how often it changes. */
  public static final Duration FIRST_FEED_INTERVAL = Duration.ofMinutes(15);

  private final Database database;
  private final TrackedTable tracked;
  private final FeedTable feeds;
  private final HostTable hosts;
  private final DriftTable drifts;
  private final AlertStore alerts;
  private final LookedTable looked;
  private final SubscriptionTable subscriptions;

  private WatchStore(Database database) {
    Sql sql = database.sql();
    this.database = database;
    this.tracked = new TrackedTable(sql);
    this.feeds = new FeedTable(sql);
    this.hosts = new HostTable(sql);
    this.drifts = new DriftTable(sql);
    this.alerts = new AlertStore(sql);
    this.looked = new LookedTable(sql);
    this.subscriptions = new SubscriptionTable(sql);
  }

  /**
   * Opens the file, makes it if there is none, and brings an older schema up to date.
   *
   * @throws DatabaseException when it is not such a file, newer than this program, or locked
   */
  public static WatchStore open(Path file) {
    return new WatchStore(opening(file).toWrite());
  }

  private static Opening opening(Path file) {
    // An address that a person added must outlive a power cut; the watch commits in batches.
    return Opening.of(file).migrations(MIGRATIONS).cache(CACHE_KIB).forced();
  }

  /**
   * The same for whoever changes nothing, also where nothing can be changed: then it opens a copy
   * of the file, or an empty one, that is thrown away.
   *
   * @throws DatabaseException see above
   */
  public static WatchStore openForReading(Path file) {
    return new WatchStore(opening(file).toWriteHereOrInACopy());
  }

  /** Whether anything has ever been tracked in a collection's folder. */
  public static boolean isThere(Path home) {
    return Files.isRegularFile(home.resolve(FILE));
  }

  /** The addresses that are checked. */
  public TrackedTable tracked() {
    return tracked;
  }

  /** The lists that are watched. */
  public FeedTable feedTable() {
    return feeds;
  }

  /** What people are told of what is watched. */
  public AlertStore alerts() {
    return alerts;
  }

  /** How well each outlet can be watched. */
  public List<OutletHealth> outlets() {
    return OutletHealth.all(database.sql());
  }

  /** What is remembered of hosts. */
  public HostTable hosts() {
    return hosts;
  }

  /** What is asked of hubs. */
  public SubscriptionTable subscriptions() {
    return subscriptions;
  }

  /** Up to where users have looked at the edits. */
  public LookedTable looked() {
    return looked;
  }

  /** Notes a look of a user; the time of the last one is never moved back. */
  public void keepLook(String user, LookedTable.Look look) {
    write(
        () -> {
          looked.keep(user, look);
          return user;
        });
  }

  /** Runs {@code work} as one transaction: all of it is kept, or none where it throws. */
  public <T> T write(Callable<T> work) {
    try (Transaction transaction = database.begin()) {
      T result = work.call();
      transaction.commit();
      return result;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Tracks addresses, due at once; takes paused ones up again.
   *
   * @return how many were not tracked before
   * @throws IllegalArgumentException when one is no http(s) address; then none is tracked
   */
  public int track(List<String> uris, Instant now) {
    return (int) trackEach(uris, now).stream().filter(added -> added).count();
  }

  /**
   * The same.
   *
   * @return for each, in order, whether it was not tracked before
   */
  public List<Boolean> trackEach(List<String> uris, Instant now) {
    return write(
        () -> {
          List<Boolean> added = new ArrayList<>();
          for (String uri : uris) {
            String spelled = Fetcher.spelled(uri);
            boolean fresh = tracked.add(spelled, null, now, now);
            added.add(fresh || tracked.resume(spelled, now));
          }
          return added;
        });
  }

  /** Ends the checks of an address; false when it was not tracked. What was captured stays. */
  public boolean untrack(String uri) {
    return tracked.pause(Fetcher.spelled(uri));
  }

  /** Whether an address is checked. */
  public boolean isTracked(String uri) {
    return tracked.isActive(Fetcher.spelled(uri));
  }

  /**
   * Watches a feed, sitemap or section page, due at once. Where it is watched already, it gets the
   * new rules.
   *
   * @return whether it is new
   * @throws IllegalArgumentException when it is no http(s) address
   */
  public boolean addFeed(String uri, DiscoveryRules rules, Instant now) {
    return write(
        () -> {
          String spelled = Fetcher.spelled(uri);
          boolean added = feeds.add(spelled, null, rules, FIRST_FEED_INTERVAL, now);
          feeds.rules(spelled, rules);
          return added;
        });
  }

  /** Stops watching a list; what it named stays tracked. False when it was not watched. */
  public boolean removeFeed(String uri) {
    return feeds.remove(Fetcher.spelled(uri));
  }

  /** All lists, in the order in which they were added. */
  public List<WatchedFeed> feeds() {
    return feeds.all();
  }

  /** A list by its address. */
  public Optional<WatchedFeed> feed(String uri) {
    return feeds.find(Fetcher.spelled(uri));
  }

  /** Makes a page or a list due at once; false when it is neither tracked nor watched. */
  public boolean hurry(String uri, Instant now) {
    return tracked.due(Fetcher.spelled(uri), now) || hurryFeed(uri, now);
  }

  /** Makes a list due at once; false when it is not watched. */
  public boolean hurryFeed(String uri, Instant now) {
    return feeds.due(Fetcher.spelled(uri), now);
  }

  /** How many pages and lists are due. */
  public long due(Instant now) {
    return tracked.countDue(now) + feeds.countDue(now);
  }

  /** When a page or a list was asked for last, UTC; empty for never. */
  public Optional<Instant> lastAsked() {
    return Stream.of(tracked.lastAsked(), feeds.lastAsked())
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /** How many pages and lists that are checked had which outcome last. */
  public Map<CheckOutcome, Long> outcomes() {
    Map<CheckOutcome, Long> all = new EnumMap<>(tracked.outcomes());
    feeds.all().forEach(f -> all.merge(f.state().outcome(), 1L, Long::sum));
    return all;
  }

  /**
   * Looks for a new page template among the latest revisions of an outlet, and holds those that no
   * person has judged.
   *
   * @param changes of one outlet, whose revisions are named as {@link HeldRevision} does, the two
   *     parts joined by a space
   * @param checked tells how many of its articles were looked at
   * @return what was not held before
   */
  public List<DriftGuard.Drift> hold(
      String outlet, List<DriftGuard.Change> changes, DriftGuard.Checked checked) {
    List<DriftGuard.Drift> found = new ArrayList<>();
    for (DriftGuard.Drift drift : DriftGuard.find(changes, checked)) {
      List<HeldRevision> fresh =
          drift.revisions().stream()
              .map(WatchStore::heldRevision)
              .filter(r -> !drifts.isKnown(r.articleKey(), r.seenAt()))
              .toList();
      if (!fresh.isEmpty()) {
        write(
            () -> {
              drifts.add(outlet, drift, fresh);
              return fresh.size();
            });
        found.add(drift);
      }
    }
    return found;
  }

  private static HeldRevision heldRevision(String name) {
    int space = name.indexOf(' ');
    return new HeldRevision(name.substring(0, space), Instant.parse(name.substring(space + 1)));
  }

  /** Everything that was ever held, oldest first. */
  public List<HeldDrift> drifts() {
    return drifts.all();
  }

  /**
   * Puts another text in the place of what held revisions share, where it belongs to certain
   * articles or has certain words.
   */
  public void redactDrifts(Set<String> keys, Predicate<String> says, String instead) {
    drifts.redact(keys, says, instead);
  }

  /** Keeps what a person says of it; false where there is none of that number. */
  public boolean judge(long drift, DriftVerdict verdict) {
    return drifts.judge(drift, verdict);
  }

  /** The revisions that are to be shown as held. */
  public Set<HeldRevision> heldRevisions() {
    return drifts.held();
  }

  /** What earlier runs learnt of robots.txt files, for the fetcher to begin with. */
  public List<RobotsEntry> robots() {
    return hosts.robots();
  }

  /** Keeps what is known of robots.txt files for later runs. */
  public void keepRobots(List<RobotsEntry> entries) {
    write(
        () -> {
          entries.forEach(hosts::save);
          return entries.size();
        });
  }

  /** Leaves nothing in the file that was deleted from it. */
  public void shred() {
    database.shred(SHREDDING);
  }

  @Override
  public void close() {
    database.close();
  }
}
