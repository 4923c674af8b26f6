package stet.notify.channel;

import java.util.Locale;

/**
 * Where a mail stands in its thread (RFC 5322 section 3.6.4).
 *
 * @param id {@code Message-ID} with its angle brackets: the same for each try, so that a receiver
 *     can tell doubles
 * @param root that of the first mail of the thread
 * @param before that of the latest one; empty where this is the first
 */
record MailThread(String id, String root, String before) {
  private static final String ID = "<[A-Za-z0-9.@_-]{3,250}>";

  /**
   * @param thread what the latest mail left
   */
  static MailThread of(String message, ChannelSettings settings, String thread) {
    String from = settings.text("from");
    String host = from.substring(from.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    String id = "<" + message + ".stet@" + host + ">";
    String[] left = thread.split(" ");
    boolean known = left.length == 2 && left[0].matches(ID) && left[1].matches(ID);
    return known && !left[1].equals(id)
        ? new MailThread(id, left[0], left[1])
        : new MailThread(id, id, "");
  }

  /** What the next mail of the thread hands in. */
  String reference() {
    return root + " " + id;
  }

  /** All that it answers to. */
  String references() {
    return root.equals(before) ? root : root + " " + before;
  }
}
