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
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.capture.WebAddress;
import stet.fetch.RobotsEntry;
import stet.fetch.discovery.DiscoveryRules;
import stet.postgres.Postgres;
import stet.postgres.PostgresAddress;
import stet.sqlite.Database;
import stet.sqlite.DatabaseException;
import stet.sqlite.Migrations;
import stet.sqlite.Opening;
import stet.sqlite.Sql;
import stet.sqlite.Transaction;

/**
 * What a person asked to be watched, and where the watch stands, in {@value #FILE} in the
 * collection's folder. Unlike {@code stet.db} it cannot be made again from the WARC files, so it
 * lies apart from it. One connection, used by one thread at a time; several processes may have it
 * open, such as a watch and a command that adds an address.
 *
 * <p>Where several watches share a queue, what is tracked, the lists, and what is remembered of
 * hosts lie in that queue instead; what follows from timelines (alerts, drift, looks) stays in the
 * file of the collection that has them. The same statements serve both.
 */
public final class WatchStore implements AutoCloseable {
  /** The file's name in a collection's folder. */
  public static final String FILE = "watch.db";

  static final Migrations MIGRATIONS =
      new Migrations(
          "stet/watch/migration",
          8,
          "the watch file",
          "the watch file",
          sql -> new TrackedTable(sql).nameStories());

  /** How long whoever reads is waited for when the file is written anew. */
  private static final Duration SHREDDING = Duration.ofSeconds(5);

  /** The watch is to run beside other things for months. */
  private static final int CACHE_KIB = 8_000;

  /** How often a list is looked at before it has shown how often it changes. */
  public static final Duration FIRST_FEED_INTERVAL = Duration.ofMinutes(15);

  private final Database database;
  private final @Nullable Postgres queue;
  private final Sql watched;
  private final TrackedTable tracked;
  private final FeedTable feeds;
  private final HostTable hosts;
  private final DriftStore drift;
  private final AlertStore alerts;
  private final LookedTable looked;
  private final SubscriptionTable subscriptions;
  private final BrowserTable browsers;

  private WatchStore(Database database, @Nullable Postgres queue) {
    Sql sql = database.sql();
    this.database = database;
    this.queue = queue;
    this.watched = queue == null ? sql : queue.sql();
    this.tracked = new TrackedTable(watched);
    this.feeds = new FeedTable(watched);
    this.hosts = new HostTable(watched);
    this.drift = new DriftStore(this, new DriftTable(sql));
    this.alerts = new AlertStore(sql);
    this.looked = new LookedTable(sql);
    this.subscriptions = new SubscriptionTable(sql);
    this.browsers = new BrowserTable(sql);
  }

  /**
   * Opens the file, makes it if there is none, and brings an older schema up to date.
   *
   * @throws DatabaseException when it is not such a file, newer than this program, or locked
   */
  public static WatchStore open(Path file) {
    return open(file, Optional.empty());
  }

  /**
   * The same with what is watched in a queue that several share. That is reached for at its first
   * use, and whoever needs it is told then where it is away.
   *
   * @param queue where it is; empty for none
   */
  public static WatchStore open(Path file, Optional<PostgresAddress> queue) {
    return new WatchStore(opening(file).toWrite(), queue.map(Postgres::new).orElse(null));
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
    return openForReading(file, Optional.empty());
  }

  /** The same with a queue; see {@link #open(Path, Optional)}. */
  public static WatchStore openForReading(Path file, Optional<PostgresAddress> queue) {
    Database database = opening(file).toWriteHereOrInACopy();
    return new WatchStore(database, queue.map(Postgres::new).orElse(null));
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
    return OutletHealth.all(watched);
  }

  /** What is remembered of hosts. */
  public HostTable hosts() {
    return hosts;
  }

  /** What is asked of hubs. */
  public SubscriptionTable subscriptions() {
    return subscriptions;
  }

  /** Which outlets' pages a browser has to show. */
  public BrowserTable browsers() {
    return browsers;
  }

  /** Keeps what was learnt of an outlet's pages. */
  public void keepBrowser(BrowserTable.Learnt learnt) {
    write(
        () -> {
          browsers.save(learnt);
          return learnt;
        });
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

  /** What was held as a new page template. */
  public DriftStore drift() {
    return drift;
  }

  /** The queue that several watches share; empty where the file is this collection's alone. */
  public Optional<Postgres> queue() {
    return Optional.ofNullable(queue);
  }

  /**
   * Runs {@code work} over what is watched and what is remembered of hosts as one transaction. It
   * may be run more than once where others share the queue, and must not change anything else.
   */
  public <T> T writeWatched(Callable<T> work) {
    return queue == null ? write(work) : queue.write(work);
  }

  /**
   * Runs {@code work} over all else as one transaction: all of it is kept, or none where it throws.
   */
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
    return writeWatched(
        () -> {
          List<Boolean> added = new ArrayList<>();
          for (String uri : uris) {
            String spelled = WebAddress.spelled(uri);
            boolean fresh = tracked.add(spelled, null, now, now);
            added.add(fresh || tracked.resume(spelled, now));
          }
          return added;
        });
  }

  /** Ends the checks of an address; false when it was not tracked. What was captured stays. */
  public boolean untrack(String uri) {
    return tracked.pause(WebAddress.spelled(uri));
  }

  /** Whether an address is checked. */
  public boolean isTracked(String uri) {
    return tracked.isActive(WebAddress.spelled(uri));
  }

  /**
   * Watches a feed, sitemap or section page, due at once. Where it is watched already, it gets the
   * new rules.
   *
   * @return whether it is new
   * @throws IllegalArgumentException when it is no http(s) address
   */
  public boolean addFeed(String uri, DiscoveryRules rules, Instant now) {
    return writeWatched(
        () -> {
          String spelled = WebAddress.spelled(uri);
          boolean added = feeds.add(spelled, null, rules, FIRST_FEED_INTERVAL, now);
          feeds.rules(spelled, rules);
          return added;
        });
  }

  /** Stops watching a list; what it named stays tracked. False when it was not watched. */
  public boolean removeFeed(String uri) {
    return feeds.remove(WebAddress.spelled(uri));
  }

  /** All lists, in the order in which they were added. */
  public List<WatchedFeed> feeds() {
    return feeds.all();
  }

  /** A list by its address. */
  public Optional<WatchedFeed> feed(String uri) {
    return feeds.find(WebAddress.spelled(uri));
  }

  /** Makes a page or a list due at once; false when it is neither tracked nor watched. */
  public boolean hurry(String uri, Instant now) {
    return tracked.due(WebAddress.spelled(uri), now) || hurryFeed(uri, now);
  }

  /** Makes a list due at once; false when it is not watched. */
  public boolean hurryFeed(String uri, Instant now) {
    return feeds.due(WebAddress.spelled(uri), now);
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

  /** What earlier runs learnt of robots.txt files, for the fetcher to begin with. */
  public List<RobotsEntry> robots() {
    return hosts.robots();
  }

  /** Keeps what is known of robots.txt files for later runs. */
  public void keepRobots(List<RobotsEntry> entries) {
    writeWatched(
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
    if (queue != null) {
      queue.close();
    }
    database.close();
  }
}
