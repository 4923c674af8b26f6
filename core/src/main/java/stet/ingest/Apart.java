package stet.ingest;

import java.io.IOException;
import stet.capture.Capture;
import stet.ingest.warc.Place;

/**
 * What one file of web archives holds when it is read apart from the others: a capture whose bytes
 * may be in another file is handed on without them.
 */
public sealed interface Apart {
  /**
   * A capture.
   *
   * @param place where its record lies
   * @param names by which others may refer to it
   */
  record Page(Capture capture, Where place, RecordNames names) implements Apart {}

  /** A capture whose bytes are in another record, of this file or of another one. */
  record Referring(Revisit revisit) implements Apart {}

  /**
   * Something cannot be taken.
   *
   * @param why the cause and the way out, in lower case
   */
  record Refused(String why) implements Apart {}

  /**
   * Where a record lies.
   *
   * @param entry of a WACZ file; empty where the file itself is the archive
   */
  record Where(String entry, Place place) {}

  /** Takes what was found, one after the other. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes one.
     *
     * @throws IOException when it cannot be taken; reading then stops
     */
    void take(Apart found) throws IOException;
  }
}
