package stet.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.capture.WebAddress;
import stet.fetch.RobotsEntry.Kind;

/**
 * The robots.txt files known, and what they allow (RFC 9309). A file is good for 24 hours; one that
 * cannot be reached is tried again after a growing while, and until then the last one known holds,
 * or nothing may be fetched. After 30 days without one everything may. Reads no clock. For several
 * threads.
 */
public final class RobotsCache {
  /** How much of a file is read; the RFC's least. */
  static final int MOST_BYTES = 500 << 10;

  private static final Duration GOOD_FOR = Duration.ofHours(24);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(10);
  private static final Duration GIVEN_UP = Duration.ofDays(30);
  private static final int MOST_CHARACTERS = 32 << 20;
  private static final int MOST_PARSED = 500;

  private final Map<String, RobotsEntry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, SimpleRobotRules> parsed = new Least<>(MOST_PARSED);
  private long characters;

  /** Forgets what was not used for longest. */
  private static final class Least<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    Least(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > most;
    }
  }

  /** What a robots.txt says about one address. */
  enum Verdict {
    ALLOWED,
    DISALLOWED,
    /** Nothing is known, and nothing may be fetched. */
    UNREACHABLE
  }

  /** Whether an origin's file must be asked for before {@link #verdict} is called. */
  synchronized boolean isDue(String origin, Instant now) {
    RobotsEntry entry = entries.get(origin);
    return entry == null || entry.checkedAt().isAfter(now) || !retryAt(entry).isAfter(now);
  }

  /** When an origin's file is asked for again. */
  synchronized Instant dueAt(String origin, Instant now) {
    RobotsEntry entry = entries.get(origin);
    return entry == null ? now : retryAt(entry);
  }

  private static Instant retryAt(RobotsEntry entry) {
    if (entry.kind() != Kind.UNREACHABLE) {
      return entry.checkedAt().plus(GOOD_FOR);
    }
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(entry.tries() - 1, 8));
    return entry.checkedAt().plus(wait.compareTo(GOOD_FOR) > 0 ? GOOD_FOR : wait);
  }

  /** Notes a file that came. */
  synchronized void found(String origin, String text, String mediaType, Instant now) {
    put(new RobotsEntry(origin, now, Kind.RULES, text, mediaType, null, 0));
  }

  /** Notes that there is none. */
  synchronized void unavailable(String origin, Instant now) {
    put(new RobotsEntry(origin, now, Kind.UNAVAILABLE, "", "", null, 0));
  }

  /** Notes that it could not be reached; the last one known, if any, holds on. */
  synchronized void unreachable(String origin, Instant now) {
    RobotsEntry old = entries.get(origin);
    Instant since = old == null || old.unreachableSince() == null ? now : old.unreachableSince();
    String text = old == null ? "" : old.text();
    String type = old == null ? "" : old.mediaType();
    int tries = old == null ? 1 : Math.min(old.tries() + 1, 1000);
    put(new RobotsEntry(origin, now, Kind.UNREACHABLE, text, type, since, tries));
  }

  /**
   * Has the files of a host asked for again that could not be reached, since somebody says that the
   * cause is mended.
   *
   * @param authority the host, with its port where that is not the usual one
   */
  public synchronized void forgive(String authority) {
    for (String scheme : List.of("http://", "https://")) {
      RobotsEntry old = entries.get(scheme + authority);
      if (old != null && old.kind() == Kind.UNREACHABLE) {
        put(
            new RobotsEntry(
                old.origin(),
                Instant.EPOCH,
                old.kind(),
                old.text(),
                old.mediaType(),
                old.unreachableSince(),
                old.tries()));
      }
    }
  }

  private void put(RobotsEntry entry) {
    RobotsEntry old = entries.remove(entry.origin());
    entries.put(entry.origin(), entry);
    characters += entry.text().length() - (old == null ? 0 : old.text().length());
    parsed.remove(entry.origin());
    Iterator<RobotsEntry> oldest = entries.values().iterator();
    while (characters > MOST_CHARACTERS && entries.size() > 1) {
      characters -= oldest.next().text().length();
      oldest.remove();
    }
  }

  /** Whether an address may be fetched. */
  synchronized Verdict verdict(WebAddress address, Instant now) {
    RobotsEntry entry = entries.get(address.origin());
    if (entry == null || address.target().equals("/robots.txt")) {
      return Verdict.ALLOWED;
    }
    boolean lost = entry.kind() == Kind.UNREACHABLE && entry.text().isEmpty();
    if (lost) {
      Instant since = entry.unreachableSince();
      boolean givenUp = since != null && !since.plus(GIVEN_UP).isAfter(now);
      return givenUp ? Verdict.ALLOWED : Verdict.UNREACHABLE;
    }
    boolean allowed = rules(entry).isAllowed(address.toString());
    return allowed ? Verdict.ALLOWED : Verdict.DISALLOWED;
  }

  /** The delay between requests that an origin asks for; zero when none. */
  synchronized Duration crawlDelay(String origin) {
    RobotsEntry entry = entries.get(origin);
    long millis = entry == null ? 0 : rules(entry).getCrawlDelay();
    return millis == BaseRobotRules.UNSET_CRAWL_DELAY
        ? Duration.ZERO
        : Duration.ofMillis(Math.max(0, millis));
  }

  /** The sitemaps that an origin's robots.txt names; empty when none or not known. */
  public synchronized List<String> sitemaps(String origin) {
    RobotsEntry entry = entries.get(origin);
    return entry == null ? List.of() : List.copyOf(rules(entry).getSitemaps());
  }

  private SimpleRobotRules rules(RobotsEntry entry) {
    SimpleRobotRules known = parsed.get(entry.origin());
    if (known != null) {
      return known;
    }
    // The parser would forbid everything for a delay above its bound; ours is applied later.
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    parser.setExactUserAgentMatching(true);
    SimpleRobotRules rules =
        parser.parseContent(
            entry.origin() + "/robots.txt",
            entry.text().getBytes(StandardCharsets.UTF_8),
            entry.mediaType(),
            List.of(FetchOptions.TOKEN));
    parsed.put(entry.origin(), rules);
    return rules;
  }

  /** What is known of an origin; null when nothing. */
  public synchronized @Nullable RobotsEntry entry(String origin) {
    return entries.get(origin);
  }

  /** All that is known, the least recently used first. */
  public synchronized List<RobotsEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** Takes up what an earlier run knew. */
  public synchronized void restore(Collection<RobotsEntry> known) {
    known.forEach(this::put);
  }
}
