package stet.watch;

import java.time.Instant;
import java.util.Locale;
import stet.text.ControlCharacters;
import stet.watch.store.CheckOutcome;
import stet.watch.store.Times;

/**
 * One check, for a log.
 *
 * @param at when its answer was there, UTC
 * @param list whether it is a feed, sitemap or section page
 * @param uri the address that is tracked
 * @param outcome what came of it
 * @param status of the last answer; 0 when none came
 * @param bytes of all its payloads
 * @param millis how long the fetch took
 * @param nextAt when the next check is due, UTC
 * @param detail one line for people; empty when there is nothing to say
 */
public record FetchLine(
    Instant at,
    boolean list,
    String uri,
    CheckOutcome outcome,
    int status,
    long bytes,
    long millis,
    Instant nextAt,
    String detail) {

  /** The line as {@code key=value} pairs, in a fixed order; a quoted value holds no quote. */
  public String line() {
    String pairs =
        String.format(
            Locale.ROOT,
            "at=%s kind=%s outcome=%s status=%d bytes=%d ms=%d next=%s uri=%s",
            Times.text(at),
            list ? "list" : "page",
            outcome.id(),
            status,
            bytes,
            millis,
            Times.text(nextAt),
            plain(uri).replace(' ', '+'));
    return detail.isEmpty() ? pairs : pairs + " detail=\"" + plain(detail) + '"';
  }

  /** Addresses and servers' words are hostile: no line break, no escape code, no quote. */
  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(2_000)
        .map(c -> isHidden(c) ? '?' : c)
        .map(c -> c == '"' ? '\'' : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isHidden(int c) {
    return ControlCharacters.isAny(c) || Character.getType(c) == Character.FORMAT;
  }
}
