package stet.watch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.fetch.FetchOutcome;
import stet.fetch.Validators;

/**
 * What is kept of an address's last full answer, so that the next request can ask for news only.
 * The bytes lie in the archive and are looked up by their digest.
 *
 * @param answeredBy the address that gave the answer; empty when there was none
 * @param payload the digest of its bytes, 64 hexadecimal digits; empty when there was none
 * @param trust how far the server's word that they did not change is believed
 */
public record Known(
    String answeredBy,
    String etag,
    String lastModified,
    String mediaType,
    String payload,
    Trust trust) {
  /** Of what never answered. */
  public static final Known NOTHING = of(null, Trust.NEW);

  static Known of(@Nullable Validators validators, Trust trust) {
    return validators == null
        ? new Known("", "", "", "", "", trust)
        : new Known(
            validators.uri(),
            validators.etag(),
            validators.lastModified(),
            validators.mediaType(),
            validators.payload().digest().hex(),
            trust);
  }

  /**
   * What is known after another answer.
   *
   * @param otherText whether what it says is another text than before
   */
  public Known after(@Nullable FetchOutcome outcome, Instant at, boolean otherText) {
    if (outcome instanceof FetchOutcome.Answered answered && answered.status() == 200) {
      Validators now = answered.validators();
      return of(now, trust.full(at, now != null && Trust.isLie(this, now, otherText)));
    } else if (outcome instanceof FetchOutcome.NotModified same) {
      return of(same.validators(), trust.confirmed());
    }
    return this;
  }

  static Known read(ResultSet row) throws SQLException {
    return new Known(
        row.getString("answered_by"),
        row.getString("etag"),
        row.getString("last_modified"),
        row.getString("media_type"),
        row.getString("payload"),
        new Trust(
            Times.of(row.getString("full_at")),
            row.getInt("confirmations"),
            Times.of(row.getString("distrusted_at"))));
  }

  /** For the next request; empty where nothing is known or the bytes are no longer there. */
  public Optional<Validators> validators(PayloadSource payloads) {
    if (payload.isEmpty()) {
      return Optional.empty();
    }
    return payloads
        .payload(new Digest(payload))
        .map(bytes -> new Validators(answeredBy, etag, lastModified, mediaType, bytes));
  }
}
