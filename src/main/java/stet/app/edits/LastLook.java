package stet.app.edits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.app.CollectionHome;
import stet.sqlite.DatabaseException;
import stet.store.EditFilter;
import stet.track.Collection;
import stet.track.Edits;
import stet.watch.store.LookedTable.Look;
import stet.watch.store.WatchStore;

/**
 * Where a user left off when looking at the edits, and where this look ends. It is remembered in
 * the collection's {@code watch.db}, by {@link #remember} alone.
 */
public final class LastLook {
  /** What is shown to who never looked before. */
  private static final Duration FIRST = Duration.ofDays(1);

  /** Edits that came late are told of up to so many. */
  private static final int MOST = 100;

  private final CollectionHome home;
  private final String user;
  private final @Nullable Look last;
  private final Instant now;
  private final Edits.Standing standing;

  private LastLook(
      CollectionHome home, String user, @Nullable Look last, Instant now, Edits.Standing standing) {
    this.home = home;
    this.user = user;
    this.last = last;
    this.now = now;
    this.standing = standing;
  }

  /**
   * Begins a look. What comes into the collection from now on is told of by the next one at the
   * latest.
   *
   * @param user as the operating system names who looks
   */
  public static LastLook of(CollectionHome home, Collection collection, String user, Instant now) {
    Edits.Standing standing = collection.timelines().edits().standing();
    return new LastLook(home, user, last(home, user).orElse(null), now, standing);
  }

  private static Optional<Look> last(CollectionHome home, String user) {
    if (!WatchStore.isThere(home.folder())) {
      return Optional.empty();
    }
    try (WatchStore store = WatchStore.openForReading(home.folder().resolve(WatchStore.FILE))) {
      return store.looked().last(user);
    }
  }

  /** Whether the user never looked before: then the last day is shown. */
  public boolean isFirst() {
    return last == null;
  }

  /** From when on edits are new, UTC. */
  public Instant since() {
    return last == null ? now.minus(FIRST) : last.at();
  }

  /**
   * Whether the collection's database was made anew since the last look, so that it cannot be told
   * what came late.
   */
  public boolean isMadeAnew() {
    return last != null && !last.identity().equals(standing.identity());
  }

  /** Edits of before the last look that came to be known after it. */
  public Edits.Late late(Collection collection, EditFilter filter) {
    if (last == null || isMadeAnew()) {
      return new Edits.Late(0, List.of(), true);
    }
    Edits.Standing then = new Edits.Standing(last.identity(), last.change(), last.capture());
    return collection.timelines().edits().late(filter, then, last.at(), MOST);
  }

  /**
   * Remembers that everything was shown up to a time.
   *
   * @param until UTC; null for all there is
   * @return why it could not be remembered, in words; empty where it was
   */
  public Optional<String> remember(@Nullable Instant until) {
    Instant at = until != null && until.isBefore(now) ? until : now;
    Look look = new Look(at, standing.identity(), standing.change(), standing.capture());
    try (WatchStore store = home.watchedBeforeUse()) {
      store.keepLook(user, look);
      return Optional.empty();
    } catch (DatabaseException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
