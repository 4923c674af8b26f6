package stet.watch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.WebAddress;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.HeldRoom;
import stet.fetch.HostThrottle;
import stet.fetch.Validators;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.DiscoveryReader;
import stet.watch.CaptureSink.Taken;
import stet.watch.queue.HostClaims;
import stet.watch.store.CheckOutcome;
import stet.watch.store.Known;
import stet.watch.store.PayloadSource;
import stet.watch.store.TrackedPage;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/**
 * Checks that somebody asks for out of turn: what is to be asked for, and how its answer is kept
 * and noted, as the watch does it. For one thread at a time.
 */
public final class SpotChecks {
  private final WatchStore store;
  private final CaptureSink sink;
  private final PayloadSource payloads;
  private final Clock clock;
  private final CheckRecorder recorder;
  private final Map<String, Job> planned = new HashMap<>();

  /**
   * @param throttle by which the hosts are asked
   * @param log is told of each check
   * @param claims which hosts may be asked
   */
  public SpotChecks(
      WatchStore store,
      HostThrottle throttle,
      CaptureSink sink,
      PayloadSource payloads,
      WatchLog log,
      Clock clock,
      WatchOptions options,
      HostClaims claims) {
    this.store = store;
    this.sink = sink;
    this.payloads = payloads;
    this.clock = clock;
    this.recorder = new CheckRecorder(store, throttle, log, options, claims);
  }

  /**
   * What to ask for to check an address.
   *
   * @param uri of a page or a list
   * @return empty where it is neither tracked nor watched
   * @throws IllegalArgumentException when it is no http(s) address
   */
  public Optional<FetchRequest> plan(String uri) {
    Optional<TrackedPage> page = store.tracked().find(WebAddress.spelled(uri));
    if (page.isPresent()) {
      return Optional.of(plan(page.get(), null, page.get().state().known()));
    }
    return store.feed(uri).map(feed -> plan(null, feed, store.feedTable().known(feed.id())));
  }

  private FetchRequest plan(@Nullable TrackedPage page, @Nullable WatchedFeed feed, Known known) {
    boolean inFull = Job.inFull(store, page, known, clock.instant());
    Job job = new Job(page, feed, known, inFull, null);
    planned.put(job.uri(), job);
    Validators conditions = inFull ? null : known.validators(payloads).orElse(null);
    return new FetchRequest(job.uri(), conditions, job.via());
  }

  /**
   * Keeps what was fetched and notes the check.
   *
   * @param uri as the planned request has it
   * @param outcome nothing that was deferred
   * @throws IOException when it cannot be kept; then no check was made
   * @throws IllegalArgumentException when it was not planned, or is noted already
   */
  public FetchLine keep(String uri, FetchOutcome outcome, Duration took) throws IOException {
    Job job = planned.remove(uri);
    if (job == null) {
      throw new IllegalArgumentException("no check of '" + uri + "' was planned");
    }
    Discovery discovery = job.feed() == null ? null : discovery(outcome);
    Job.Done done = new Job.Done(job, outcome, discovery, took.toMillis(), "", new HeldRoom());
    CaptureSink.Fetched fetched = done.fetched();
    Taken taken =
        fetched.captures().isEmpty() ? Settlement.nothing() : sink.accept(List.of(fetched)).get(0);
    Instant now = clock.instant();
    return recorder.settle(List.of(done), List.of(taken), now, now).get(0);
  }

  /**
   * Keeps what was fetched of an address that is not tracked. Nothing is noted of it.
   *
   * @param uri as the request had it
   * @param outcome nothing that was deferred
   * @return what it showed; the detail is empty where that is a state of an article
   * @throws IOException when it cannot be kept
   */
  public Showed keepOnce(String uri, FetchOutcome outcome) throws IOException {
    Job.Done done =
        new Job.Done(
            new Job(null, null, Known.NOTHING, true, null), outcome, null, 0, "", new HeldRoom());
    List<Capture> captures = outcome.captures();
    Taken taken =
        captures.isEmpty()
            ? Settlement.nothing()
            : sink.accept(List.of(new CaptureSink.Fetched(uri, false, captures))).get(0);
    CheckOutcome check = Settlement.outcome(done, taken);
    return new Showed(check, check.showsState() ? "" : Settlement.detail(done, taken));
  }

  /**
   * What a page that is not tracked showed.
   *
   * @param detail why it shows no state, in one line; empty where it does
   */
  public record Showed(CheckOutcome outcome, String detail) {}

  private static @Nullable Discovery discovery(FetchOutcome outcome) throws IOException {
    boolean read =
        outcome instanceof FetchOutcome.Answered answered && answered.status() / 100 == 2;
    return read ? DiscoveryReader.read((FetchOutcome.Answered) outcome) : null;
  }
}
