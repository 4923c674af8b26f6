package stet.ingest;

import stet.capture.Capture;

/** What came of one file that was to be imported. */
public sealed interface Found {
  /** The file's name with its folder's, for messages. */
  String subject();

  /** The file is a capture. */
  record Page(String subject, Capture capture) implements Found {}

  /**
   * The file cannot be taken.
   *
   * @param why the cause and the way out, in lower case and without the subject
   */
  record Refused(String subject, String why) implements Found {}
}
