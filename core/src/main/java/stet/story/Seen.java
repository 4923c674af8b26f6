package stet.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import stet.capture.Capture;
import stet.timeline.CaptureRef;

/**
 * What is kept of a capture when its bytes are gone.
 *
 * @param uri the address asked for
 * @param ordinal {@link Capture#ordinal}
 * @param ref where it is kept
 */
public record Seen(String uri, int ordinal, CaptureRef ref) {
  /**
   * The order of captures: by time, within one instant as the source numbers them, then by the
   * source's name and the digest, so that no order of arrival changes it.
   */
  static final Comparator<Seen> ORDER =
      Comparator.comparing((Seen s) -> s.ref().at())
          .thenComparingInt(Seen::ordinal)
          .thenComparing(s -> s.ref().source().getBytes(UTF_8), Arrays::compareUnsigned)
          .thenComparing(s -> s.ref().digest());

  /** What is kept of that capture. */
  public static Seen of(Capture capture, String file, long offset) {
    CaptureRef ref =
        new CaptureRef(
            capture.at(),
            capture.source().kind() + " " + capture.source().name(),
            "sha256:" + capture.payload().digest().hex(),
            file,
            offset);
    return new Seen(capture.uri(), capture.ordinal(), ref);
  }
}
