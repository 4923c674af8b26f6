package stet.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.fetch.Validators;

/**
 * What is kept of an address's last full answer, so that the next request can ask for news only.
 * The bytes lie in the archive and are looked up by their digest.
 *
 * @param answeredBy the address that gave the answer; empty when there was none
 * @param payload the digest of its bytes, 64 hexadecimal digits; empty when there was none
 */
record Known(
    String answeredBy, String etag, String lastModified, String mediaType, String payload) {
  static final Known NOTHING = new Known("", "", "", "", "");

  static Known of(@Nullable Validators validators) {
    return validators == null
        ? NOTHING
        : new Known(
            validators.uri(),
            validators.etag(),
            validators.lastModified(),
            validators.mediaType(),
            validators.payload().digest().hex());
  }

  static Known read(ResultSet row) throws SQLException {
    return new Known(
        row.getString("answered_by"),
        row.getString("etag"),
        row.getString("last_modified"),
        row.getString("media_type"),
        row.getString("payload"));
  }

  /** For the next request; empty where nothing is known or the bytes are no longer there. */
  Optional<Validators> validators(PayloadSource payloads) {
    if (payload.isEmpty()) {
      return Optional.empty();
    }
    return payloads
        .payload(new Digest(payload))
        .map(bytes -> new Validators(answeredBy, etag, lastModified, mediaType, bytes));
  }
}
