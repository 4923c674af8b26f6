package stet.memento;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.ContentCodings;
import stet.capture.Exchange;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.fetch.Pause;

/** Asks an archive through the fetcher, and waits as long as the throttle wants. */
public final class Getter {
  private static final int MOST_BYTES = 64 << 20;

  private final Fetcher fetcher;
  private final Clock clock;
  private final Waiting waiting;
  private final Duration patience;
  private final int tries;

  /** How the time is spent in which an archive is waited for. */
  @FunctionalInterface
  public interface Waiting {
    /** Without a word. */
    Waiting SILENT = (time, why) -> Pause.SLEEP.of(time);

    /**
     * Waits before the archive is asked again.
     *
     * @param why in words
     */
    void before(Duration time, String why) throws InterruptedException;

    /** Asks the archive, which may take a minute to answer. */
    default FetchOutcome asking(Supplier<FetchOutcome> ask) {
      return ask.get();
    }
  }

  /**
   * @param waiting how to wait
   * @param patience the longest single wait; past it the archive is left alone for now
   */
  public Getter(Fetcher fetcher, Clock clock, Waiting waiting, Duration patience) {
    this(fetcher, clock, waiting, patience, 4);
  }

  /**
   * The same for who does not try for long.
   *
   * @param tries how often to ask
   */
  public Getter(Fetcher fetcher, Clock clock, Waiting waiting, Duration patience, int tries) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.waiting = waiting;
    this.patience = patience;
    this.tries = tries;
  }

  /** An archive's answer: the captures that led to it, the last one being it. */
  record Got(List<Capture> captures) {
    Capture last() {
      return captures.get(captures.size() - 1);
    }

    Exchange.Http http() {
      return (Exchange.Http) last().exchange();
    }
  }

  /** The archive did not answer. */
  public static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean ends;

    NoAnswer(String why, boolean ends) {
      super(why);
      this.ends = ends;
    }

    /** Never null. */
    @Override
    public String getMessage() {
      return Objects.requireNonNull(super.getMessage());
    }

    /** Whether it makes no sense to ask for anything else now. */
    public boolean ends() {
      return ends;
    }
  }

  Got get(String uri) throws NoAnswer {
    String trouble = "";
    for (int tried = 0; tried < tries; tried++) {
      FetchOutcome outcome = waiting.asking(() -> fetcher.fetch(FetchRequest.of(uri)));
      if (outcome instanceof FetchOutcome.Answered answered) {
        boolean later = answered.status() == 429 || answered.status() == 503;
        if (!later) {
          return new Got(answered.captures());
        }
        trouble = "it answers with status " + answered.status();
        waitUntil(answered.retryAt(), "the archive asks to be left alone", trouble);
      } else if (outcome instanceof FetchOutcome.Deferred deferred) {
        waitUntil(deferred.until(), "the archive must not be asked yet", trouble);
        tried -= 1;
      } else if (outcome instanceof FetchOutcome.Disallowed) {
        throw new NoAnswer("the archive's robots.txt asks not to fetch it", true);
      } else if (outcome instanceof FetchOutcome.Failed failed) {
        trouble = "no answer: " + failed.detail();
        if (tried == tries - 1) {
          throw new NoAnswer(failed.detail(), false);
        }
      }
    }
    throw new NoAnswer("the archive asks to be left alone", true);
  }

  /** The bytes of a capture without their content codings. */
  static byte[] decoded(Capture capture) throws Getter.NoAnswer {
    String coding = capture.contentEncoding();
    try {
      return ContentCodings.decode(capture.payload(), coding, MOST_BYTES).bytes();
    } catch (IOException e) {
      throw new Getter.NoAnswer(String.valueOf(e.getMessage()), false);
    }
  }

  /**
   * @param why it has to wait, where that takes too long
   * @param trouble what came of the last try; empty for none
   */
  private void waitUntil(@Nullable Instant until, String why, String trouble) throws NoAnswer {
    Instant now = clock.instant();
    Duration wait = until == null ? Duration.ofSeconds(30) : Duration.between(now, until);
    if (wait.compareTo(patience) > 0) {
      String last = trouble.isEmpty() ? "" : " (" + trouble + ")";
      throw new NoAnswer(why + last + " until " + until, true);
    }
    try {
      if (wait.isNegative() || wait.isZero()) {
        wait = Duration.ofMillis(1);
      }
      waiting.before(wait, trouble);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("interrupted", true);
    }
  }
}
