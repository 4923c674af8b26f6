package stet.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.fetch.FetchOptions.Politeness;

/**
 * When each host may be asked: one request at a time, a delay between them, longer where its
 * robots.txt or a Retry-After field says so, a growing wait after failures, and no more than a
 * day's budget. Reads no clock. For several threads.
 *
 * <p>A host is written as name, with the port where that is not the scheme's usual one.
 */
public final class HostThrottle {
  private static final int MOST_HOSTS = 100_000;
  private static final int MOST_DOUBLINGS = 20;

  /** How a request went, as far as the host is concerned. */
  public enum Result {
    /** The host answered. */
    ANSWERED,
    /**
     * The host is in trouble or wants to be left alone: no answer, status 429, or 500 and above.
     */
    TROUBLE
  }

  private final Politeness rules;
  private final Map<String, HostState> states = new HashMap<>();
  private final Set<String> busy = new HashSet<>();
  private final Map<String, Instant> barred = new HashMap<>();
  private volatile HostGuard guard = HostGuard.NONE;

  /** Begins knowing no host. */
  public HostThrottle(Politeness rules) {
    this.rules = rules;
  }

  /**
   * When a host may be asked at the earliest; {@code now} when it may be asked at once. While a
   * request to it is under way the answer is an estimate.
   */
  public synchronized Instant mayAskAt(String authority, Instant now) {
    HostState state = states.get(authority);
    Instant free = state == null ? now : freeAt(state, now);
    Instant idle = busy.contains(authority) ? now.plus(atLeast(delay(state), 100)) : now;
    return later(later(free, idle), barred.getOrDefault(authority, now));
  }

  /** Has another agree before a host is taken. */
  public void guardedBy(HostGuard other) {
    guard = other;
  }

  private Instant freeAt(HostState state, Instant now) {
    boolean spent = state.day().equals(day(now)) && state.asked() >= rules.dailyBudget();
    Instant free = spent ? tomorrow(state.authority(), now) : state.notBefore();
    // No wait is that long: the clock was set back, and must not silence a host for a year.
    boolean impossible = free.isAfter(now.plus(longestWait()));
    return free.isBefore(now) || impossible ? now : free;
  }

  private Duration longestWait() {
    return rules.maxBackOff().plus(rules.maxRetryAfter()).plus(Duration.ofHours(25));
  }

  /** A little after midnight, not for all hosts at once. */
  private static Instant tomorrow(String authority, Instant now) {
    Instant midnight = day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return midnight.plusSeconds((long) (600 * share(authority, 0)));
  }

  /**
   * Takes the host for one fetch, which ends with {@link #release}.
   *
   * @return false when it may not be asked now
   */
  public boolean take(String authority, Instant now) {
    // The guard may have to ask over the network, and what it learns is put in here.
    Instant until = guard.take(authority, now);
    if (until != null) {
      bar(authority, until, now);
      return false;
    } else if (takeHere(authority, now)) {
      return true;
    }
    guard.release(authority);
    return false;
  }

  private synchronized boolean takeHere(String authority, Instant now) {
    barred.remove(authority);
    return !mayAskAt(authority, now).isAfter(now) && busy.add(authority);
  }

  private synchronized void bar(String authority, Instant until, Instant now) {
    barred.values().removeIf(t -> !t.isAfter(now));
    barred.put(authority, until);
  }

  /** Gives the host back. */
  public void release(String authority) {
    synchronized (this) {
      busy.remove(authority);
    }
    guard.release(authority);
  }

  /** Whether a request may begin, as far as others have a say in it. */
  boolean mayBegin(String authority) {
    synchronized (this) {
      if (!busy.contains(authority)) {
        return true;
      }
    }
    return guard.mayBegin(authority);
  }

  /**
   * Somebody else may just have asked a host without saying so: it is left alone for as long as
   * lies between two requests.
   */
  public synchronized void rest(String authority, Instant now) {
    HostState old = states.get(authority);
    HostState base =
        old == null ? new HostState(authority, now, 0, Duration.ZERO, day(now), 0) : old;
    put(
        new HostState(
            authority,
            later(base.notBefore(), now.plus(delay(old))),
            base.failures(),
            base.crawlDelay(),
            base.day(),
            base.asked(),
            base.wished()),
        now);
  }

  /**
   * Notes a request that was made.
   *
   * @param now when it ended
   * @param retryAfter when the server asks to be asked again; null when it does not
   * @return when the host may be asked again
   */
  public synchronized Instant record(
      String authority, Result result, @Nullable Instant retryAfter, Instant now) {
    HostState old = states.get(authority);
    int failures = result == Result.ANSWERED ? 0 : Math.min(failures(old) + 1, 1000);
    Instant next = now.plus(delay(old));
    if (failures > 0) {
      next = later(next, now.plus(backOff(authority, failures)));
    }
    Instant wished = old == null ? null : stillWished(old, now);
    if (retryAfter != null) {
      wished = earlier(retryAfter, now.plus(rules.maxRetryAfter()));
      next = later(next, wished);
    }
    int asked = old != null && old.day().equals(day(now)) ? old.asked() + 1 : 1;
    put(new HostState(authority, next, failures, crawlDelay(old), day(now), asked, wished), now);
    return next;
  }

  private static @Nullable Instant stillWished(HostState state, Instant now) {
    Instant wished = state.wished();
    return wished != null && wished.isAfter(now) ? wished : null;
  }

  /**
   * Lets go of what a host has to wait for because of its failures, since somebody says that their
   * cause is mended. The delay between two requests holds, and so does what the host wished for.
   */
  public synchronized void forgive(String authority, Instant now) {
    HostState old = states.get(authority);
    if (old == null || old.failures() == 0) {
      return;
    }
    // The back-off is the same whenever it is asked for, so that this is when it was asked last.
    Instant asked = old.notBefore().minus(backOff(authority, old.failures()));
    Instant wished = stillWished(old, now);
    Instant free = later(asked.plus(delay(old)), wished == null ? now : wished);
    put(
        new HostState(
            authority,
            earlier(free, old.notBefore()),
            old.failures(),
            old.crawlDelay(),
            old.day(),
            old.asked(),
            old.wished()),
        now);
  }

  /** Notes the delay that a host's robots.txt asks for; zero for none. */
  public synchronized void crawlDelay(String authority, Duration delay, Instant now) {
    HostState old = states.get(authority);
    if (!crawlDelay(old).equals(delay)) {
      HostState base =
          old == null ? new HostState(authority, now, 0, Duration.ZERO, day(now), 0) : old;
      put(
          new HostState(
              authority,
              base.notBefore(),
              base.failures(),
              delay,
              base.day(),
              base.asked(),
              base.wished()),
          now);
    }
  }

  private void put(HostState state, Instant now) {
    if (states.size() >= MOST_HOSTS && !states.containsKey(state.authority())) {
      states.values().removeIf(s -> s.failures() == 0 && !s.notBefore().isAfter(now));
    }
    states.put(state.authority(), state);
  }

  private Duration delay(@Nullable HostState state) {
    Duration asked = crawlDelay(state);
    Duration capped = asked.compareTo(rules.maxCrawlDelay()) > 0 ? rules.maxCrawlDelay() : asked;
    return capped.compareTo(rules.minDelay()) > 0 ? capped : rules.minDelay();
  }

  /** Doubles with each failure; three quarters to five quarters of that, by host and count. */
  private Duration backOff(String authority, int failures) {
    int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
    double full = Math.scalb((double) rules.firstBackOff().toMillis(), doublings);
    double capped = Math.min(full, rules.maxBackOff().toMillis());
    return Duration.ofMillis((long) (capped * (0.75 + share(authority, failures) / 2)));
  }

  /** A number from 0 to 1 that is always the same for the same host and count. */
  private static double share(String authority, int count) {
    String hex = Digest.of(authority + ' ' + count).hex().substring(0, 8);
    return Long.parseLong(hex, 16) / (double) 0xffffffffL;
  }

  private static Duration atLeast(Duration delay, long millis) {
    return delay.toMillis() < millis ? Duration.ofMillis(millis) : delay;
  }

  private static Duration crawlDelay(@Nullable HostState state) {
    return state == null ? Duration.ZERO : state.crawlDelay();
  }

  private static int failures(@Nullable HostState state) {
    return state == null ? 0 : state.failures();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** What is known of a host; null when nothing. */
  public synchronized @Nullable HostState state(String authority) {
    return states.get(authority);
  }

  /** What is known of all hosts, in no order. */
  public synchronized List<HostState> states() {
    return List.copyOf(states.values());
  }

  /** Takes up what an earlier run knew. */
  public synchronized void restore(Collection<HostState> known) {
    known.forEach(state -> states.put(state.authority(), state));
  }
}
