package stet.watch.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import stet.watch.store.WatchStore;

/** One watch alone: all hosts are its own. */
public record OwnHosts(WatchStore store) implements HostClaims {
  /** Other commands may have changed the file. */
  private static final Duration REST = Duration.ofSeconds(30);

  @Override
  public Map<String, Instant> next(Look look, Predicate<String> busy) {
    return store.hosts().nextByHost();
  }

  @Override
  public boolean holds(String host) {
    return true;
  }

  @Override
  public boolean holdsStill(WatchStore noting, String host) {
    return true;
  }

  @Override
  public void note(WatchStore noting, String host) {
    // What is known of robots.txt files is kept at the end of a run, and nobody else needs it.
  }

  @Override
  public List<String> forgiven() {
    return store.hosts().forgiven();
  }

  @Override
  public @Nullable Instant upcoming() {
    return null;
  }

  @Override
  public boolean isExhausted() {
    return true;
  }

  @Override
  public Duration rest() {
    return REST;
  }

  @Override
  public boolean isShared() {
    return false;
  }
}
