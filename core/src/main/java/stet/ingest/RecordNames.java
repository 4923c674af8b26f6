package stet.ingest;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import stet.ingest.warc.RecordFields;
import stet.text.time.WarcDate;

/**
 * By what a record is known to revisit records: what it holds, and where it was when.
 *
 * @param digest a name made of the payload's digest as stated; empty where it states none
 * @param address a name made of address and time; empty where they are not stated
 */
public record RecordNames(String digest, String address) {
  /** Those of a record that none may refer to. */
  static final RecordNames NONE = new RecordNames("", "");

  static RecordNames of(RecordFields fields) {
    return of(
        fields.get("WARC-Payload-Digest"),
        fields.uri("WARC-Target-URI"),
        WarcDate.parse(fields.get("WARC-Date")).orElse(null));
  }

  static RecordNames of(String digest, String uri, @Nullable Instant at) {
    return new RecordNames(
        digest.isEmpty() ? "" : "digest " + digest.strip().toUpperCase(Locale.ROOT),
        at == null ? "" : "address " + at + ' ' + uri);
  }

  /**
   * Whether the record of these names is the one that is referred to: one address may have been
   * captured twice in an instant.
   *
   * @param asked the names by which it is referred to
   */
  public boolean answer(RecordNames asked) {
    return !digest.isEmpty() && !asked.digest.isEmpty()
        ? digest.equals(asked.digest)
        : !address.isEmpty() && address.equals(asked.address);
  }
}
