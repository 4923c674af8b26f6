package stet.fetch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.HttpHead;
import stet.capture.Payload;

/**
 * What is known of an address from its last full answer, so that the next request can ask for news
 * only (RFC 9110 section 13).
 *
 * @param uri the address that gave the answer; where a redirect led there, not the one asked for
 * @param etag the ETag field as received; empty when none
 * @param lastModified the Last-Modified field as received; empty when none
 * @param mediaType the Content-Type field as received; empty when none
 * @param payload the bytes then, in their content coding
 */
public record Validators(
    String uri, String etag, String lastModified, String mediaType, Payload payload) {

  /** Those of an answer; null where it gives none, so that nothing can be asked conditionally. */
  static @Nullable Validators of(String uri, HttpHead head, Payload payload) {
    String etag = fieldValue(head.first("ETag"));
    String modified = fieldValue(head.first("Last-Modified"));
    if (etag.isEmpty() && modified.isEmpty()) {
      return null;
    }
    return new Validators(uri, etag, modified, head.first("Content-Type").orElse(""), payload);
  }

  /** These, brought up to date with what a 304 answer says (RFC 9111 section 3.2). */
  Validators confirmedBy(HttpHead head) {
    String etag = fieldValue(head.first("ETag"));
    String modified = fieldValue(head.first("Last-Modified"));
    return new Validators(
        uri,
        etag.isEmpty() ? this.etag : etag,
        modified.isEmpty() ? lastModified : modified,
        mediaType,
        payload);
  }

  /** A value that can be sent back: one line of visible ASCII, of a sane length. */
  private static String fieldValue(Optional<String> received) {
    return received.filter(v -> v.length() <= 1024 && canBeSent(v)).orElse("");
  }

  /** One line of visible ASCII, which cannot become a field of its own. */
  static boolean canBeSent(String value) {
    return value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
  }
}
