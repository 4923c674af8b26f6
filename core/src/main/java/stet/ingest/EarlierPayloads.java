package stet.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import stet.capture.Capture;

/** Captures that a collection has already, for records that refer to them. */
@FunctionalInterface
public interface EarlierPayloads {
  /** Knows none. */
  EarlierPayloads NONE = (uri, at) -> Optional.empty();

  /**
   * The capture of that address at that time.
   *
   * @throws IOException when it is there and cannot be read
   */
  Optional<Capture> find(String uri, Instant at) throws IOException;
}
