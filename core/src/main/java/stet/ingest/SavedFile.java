package stet.ingest;

import java.nio.file.Path;
import java.time.Instant;
import stet.capture.CaptureSource.TimeBasis;

/**
 * A file that holds a saved page, before it is read.
 *
 * @param path where it lies
 * @param type what its name says it holds
 * @param uri the address it was captured under
 * @param at when it was captured, UTC
 * @param basis what that time rests on
 * @param ordinal its place among captures of one instant, 0 where its name does not tell
 * @param title a headline from an index beside it, or empty
 */
record SavedFile(
    Path path, PageType type, String uri, Instant at, TimeBasis basis, int ordinal, String title) {

  /** The name with its folder's, for messages. */
  String subject() {
    return Names.subject(path);
  }
}
