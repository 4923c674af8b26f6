package stet.fetch;

import org.jspecify.annotations.Nullable;

/**
 * A page to ask for.
 *
 * @param uri an http or https address, in any spelling that browsers take
 * @param known what is known from an earlier answer; null to ask for the page in any case
 * @param via the feed, sitemap or section page that named it; empty where a person did
 * @param room closed by the caller when the answer's bytes are no longer needed; null where the
 *     caller fetches one at a time and keeps none
 */
public record FetchRequest(
    String uri, @Nullable Validators known, String via, @Nullable HeldRoom room) {
  /** A page that a list named. */
  public FetchRequest(String uri, @Nullable Validators known, String via) {
    this(uri, known, via, null);
  }

  /** A page that a person named. */
  public FetchRequest(String uri, @Nullable Validators known) {
    this(uri, known, "");
  }

  /** The same, asked for whether it changed or not. */
  public FetchRequest inFull() {
    return new FetchRequest(uri, null, via, room);
  }

  /** Asks for the page whether it changed or not. */
  public static FetchRequest of(String uri) {
    return new FetchRequest(uri, null);
  }
}
