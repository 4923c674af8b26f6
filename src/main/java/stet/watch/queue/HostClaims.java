package stet.watch.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import stet.watch.store.WatchStore;

/** Which hosts a watch may ask: all, or those that it took from a queue which others share. */
public interface HostClaims {
  /**
   * What a watch looks for.
   *
   * @param now UTC
   * @param due what is planned until then is due, UTC
   * @param patience a host that must not be asked for longer is left to another time
   */
  record Look(Instant now, Instant due, Duration patience) {}

  /**
   * For each host that may be asked when its first page or list is due. Hosts may be taken and
   * given back here.
   *
   * @param busy whether a check of a host is under way or not noted yet
   */
  Map<String, Instant> next(Look look, Predicate<String> busy);

  /** Whether a host is among those that may be asked. */
  boolean holds(String host);

  /**
   * The same, asked of where it is decided, within the transaction that notes a check: what became
   * another's meanwhile is not for this watch to note.
   *
   * @param store in whose transaction it is
   */
  boolean holdsStill(WatchStore store, String host);

  /**
   * Keeps what this watch learnt of a host beyond when it may be asked, within the transaction that
   * notes a check of it, where others are to know it.
   *
   * @param store in whose transaction it is
   */
  void note(WatchStore store, String host);

  /** Hosts of these the cause of whose failures somebody says is mended; each is told once. */
  List<String> forgiven();

  /**
   * When the next check of anything was planned at the last look, UTC; null where it is among those
   * named then, or there is none.
   */
  @Nullable Instant upcoming();

  /** Whether no more hosts can be taken at this moment. */
  boolean isExhausted();

  /** How soon it is worth to look again. */
  Duration rest();

  /** Whether others ask hosts, too. */
  boolean isShared();
}
