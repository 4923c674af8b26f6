package stet.app.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.app.CheckNow;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.app.Tracking;
import stet.capture.EnumId;
import stet.capture.Exchange;
import stet.capture.WebAddress;
import stet.watch.CheckedAddress;
import stet.watch.CheckedAddress.Outcome;
import stet.watch.store.CheckOutcome;
import stet.watch.store.TrackedPage;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/**
 * Checks addresses for somebody who waits: out of turn, or by the watch that runs, whose outcome is
 * waited for.
 *
 * @param uris pages and lists, tracked or not
 * @param track whether what is not tracked is tracked from now on
 * @param time how long is waited at the most
 */
public record CheckRun(List<String> uris, boolean track, Duration time) {
  private static final long LOOK_MILLIS = 250;

  /** Where the checks of an address stand. */
  private record Standing(
      @Nullable Instant askedAt, Instant nextAt, CheckOutcome outcome, String detail) {}

  /**
   * Checks them.
   *
   * @param said is told in a line what is waited for
   * @return what came of each, in order, those named twice once
   * @throws IOException when something cannot be kept, or the thread was interrupted
   * @throws stet.track.CollectionException when there is no collection
   * @throws stet.app.AppException when the settings are wrong
   */
  public List<CheckedAddress> run(CollectionHome home, Clock clock, Consumer<String> said)
      throws IOException {
    long end = System.nanoTime() + time.toNanos();
    Map<String, Standing> before = new LinkedHashMap<>();
    try (WatchStore store = home.watched()) {
      if (track) {
        List<String> pages = uris.stream().filter(u -> store.feed(u).isEmpty()).toList();
        store.track(pages, clock.instant());
      }
      uris.forEach(u -> standing(store, u).ifPresent(s -> before.put(u, s)));
    }
    List<CheckedAddress> checked;
    try (ServedCollection served = ServedCollection.open(home, clock)) {
      checked = new CheckNow(served, Tracking.Wish.HERE, time, true).check(uris);
    }
    if (checked.stream().noneMatch(c -> c.outcome() == Outcome.HANDED_OVER)) {
      return checked;
    }
    if (time.toNanos() > 0) {
      said.accept("a watch runs, which checks it; waiting for that for up to " + words(time));
    }
    return waited(home, clock, checked, before, end);
  }

  private static String words(Duration time) {
    return time.toSeconds() + " s";
  }

  private static Optional<Standing> standing(WatchStore store, String uri) {
    return store
        .tracked()
        .find(WebAddress.spelled(uri))
        .map(TrackedPage::state)
        .map(s -> new Standing(s.askedAt(), s.nextAt(), s.outcome(), s.detail()))
        .or(
            () ->
                store
                    .feed(uri)
                    .map(WatchedFeed::state)
                    .map(s -> new Standing(s.askedAt(), s.nextAt(), s.outcome(), s.detail())));
  }

  private List<CheckedAddress> waited(
      CollectionHome home,
      Clock clock,
      List<CheckedAddress> checked,
      Map<String, Standing> before,
      long end)
      throws IOException {
    List<CheckedAddress> now = new ArrayList<>(checked);
    // The addresses of what was checked are shown without users, those asked for are not.
    List<String> asked = uris.stream().distinct().toList();
    try (WatchStore store = home.watchedForReading()) {
      while (true) {
        boolean open = false;
        for (int i = 0; i < now.size(); i++) {
          if (now.get(i).outcome() == Outcome.HANDED_OVER) {
            now.set(i, looked(store, clock, asked.get(i), now.get(i), before));
            open |= now.get(i).outcome() == Outcome.HANDED_OVER;
          }
        }
        if (!open || System.nanoTime() >= end) {
          return now;
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static CheckedAddress looked(
      WatchStore store,
      Clock clock,
      String uri,
      CheckedAddress open,
      Map<String, Standing> before) {
    Standing old = before.get(uri);
    Standing now = standing(store, uri).orElse(null);
    if (old == null || now == null) {
      return open;
    }
    // Times are whole seconds: a check within the same one is known by the next being planned.
    boolean done =
        now.askedAt() != null
            && (!now.askedAt().equals(old.askedAt()) || now.nextAt().isAfter(clock.instant()));
    if (done) {
      return new CheckedAddress(
          open.uri(), Outcome.CHECKED, now.outcome(), now.nextAt(), detail(now));
    }
    return new CheckedAddress(
        open.uri(), Outcome.HANDED_OVER, null, null, "the watch that runs has not checked it yet");
  }

  private static String detail(Standing now) {
    boolean guarded = now.detail().startsWith(EnumId.of(Exchange.Failure.ADDRESS_REFUSED));
    return guarded ? Tracking.guarded(now.detail(), Tracking.Wish.HERE) : now.detail();
  }
}
