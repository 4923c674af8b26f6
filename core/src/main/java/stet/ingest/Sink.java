package stet.ingest;

import java.io.IOException;

/** Takes what was found, one after the other. */
@FunctionalInterface
public interface Sink {
  /**
   * Takes one.
   *
   * @throws IOException when it cannot be taken; reading then stops
   */
  void take(Found found) throws IOException;
}
