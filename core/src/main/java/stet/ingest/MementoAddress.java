package stet.ingest;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.capture.HttpHead;
import stet.text.time.HttpDate;
import stet.text.time.WarcDate;

/**
 * What a web archive's answer says that it is a memento of (RFC 7089 section 2).
 *
 * @param original the address of the page that was archived
 * @param at when it was archived, UTC
 */
public record MementoAddress(String original, Instant at) {
  /** The usual form of a memento's address; RFC 7089 prescribes none. */
  private static final Pattern USUAL =
      Pattern.compile("https?://[^/]+/(?:[\\w.-]+/){0,3}(\\d{14})(?:[a-z]{2}_)?/(https?:/.+)");

  private static final Pattern ORIGINAL = Pattern.compile("<([^<>]+)>\\s*;[^<]*rel=\"?original\"?");

  /** Whether an address looks as a web archive's for a page that it keeps. */
  static boolean isUsual(String uri) {
    return USUAL.matcher(uri).matches();
  }

  /** What the answer is a memento of; empty where it does not say that it is one. */
  public static Optional<MementoAddress> of(String uri, HttpHead head) {
    Optional<Instant> at = head.first("Memento-Datetime").flatMap(MementoAddress::time);
    Matcher usual = USUAL.matcher(uri);
    boolean isUsual = usual.matches();
    String original = original(head).orElse(isUsual ? usual.group(2) : "");
    if (at.isEmpty() || !Addresses.isWeb(original)) {
      return Optional.empty();
    }
    // The fourteen digits of an address may lead to the nearest memento: the answer decides.
    return Optional.of(new MementoAddress(original, at.get()));
  }

  private static Optional<String> original(HttpHead head) {
    for (String link : head.all("Link")) {
      Matcher m = ORIGINAL.matcher(link);
      if (m.find()) {
        return Optional.of(m.group(1));
      }
    }
    return Optional.empty();
  }

  /** A time as HTTP has it or as WARC has it. */
  public static Optional<Instant> time(String text) {
    return HttpDate.parse(text).or(() -> WarcDate.parse(text));
  }
}
