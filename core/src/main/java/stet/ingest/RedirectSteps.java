package stet.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.capture.WebAddress;

/**
 * Which redirect led to a record, among those that were read before it from the same file. A record
 * alone does not say so: what is known is that an address led there, and that it was asked next.
 */
public final class RedirectSteps {
  /** How long after a redirect its target was asked for, at most. */
  public static final Duration NEAR = Duration.ofMinutes(1);

  /** Files are read in one pass, whatever their size: what is remembered is bounded. */
  private static final int MOST = 10_000;

  private record Step(Path file, String from, Instant at) {}

  private final Map<String, Step> byTarget = new LinkedHashMap<>();

  RedirectSteps() {}

  /**
   * The capture with the address that led to it, where that is known.
   *
   * @param file in which its record lies
   */
  Capture told(Capture capture, Path file) {
    Capture told = capture;
    Step step = byTarget.get(spelled(capture.uri()));
    if (step != null
        && capture.source() instanceof CaptureSource.WarcRecord record
        && leads(step, capture, file)) {
      CaptureSource source =
          new CaptureSource.WarcRecord(record.name(), record.record(), step.from());
      told = capture.as(capture.uri(), source);
    }
    target(capture).ifPresent(t -> remember(t, new Step(file, capture.uri(), capture.at())));
    return told;
  }

  private static boolean leads(Step step, Capture capture, Path file) {
    return step.file().equals(file)
        && !step.from().equals(capture.uri())
        && !capture.at().isBefore(step.at())
        && !capture.at().isAfter(step.at().plus(NEAR));
  }

  private void remember(String target, Step step) {
    byTarget.remove(target);
    byTarget.put(target, step);
    if (byTarget.size() > MOST) {
      byTarget.remove(byTarget.keySet().iterator().next());
    }
  }

  private static Optional<String> target(Capture capture) {
    return capture.exchange() instanceof Exchange.Http http
        ? http.location().flatMap(l -> resolved(capture.uri(), l))
        : Optional.empty();
  }

  private static Optional<String> resolved(String base, String location) {
    try {
      return Optional.of(spelled(WebAddress.resolved(base, location)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As it is fetched, so that one address is spelled in one way; no fragment is ever asked for. */
  private static String spelled(String uri) {
    try {
      return WebAddress.spelled(uri.split("#", 2)[0]);
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }
}
