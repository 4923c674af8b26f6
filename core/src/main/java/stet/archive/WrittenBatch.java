package stet.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.archive.CaptureFields.Referred;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Role;
import stet.capture.Digest;

/**
 * What of a batch lies in its file already, for the records after it: payloads that need not be
 * written again, and what belongs to a page that a browser showed. The page as it was sent, all
 * that the browser was given, and the page's picture stand before the page that counts.
 */
final class WrittenBatch {
  /** Names the first record of what a browser was given. */
  static final String PARTS = "Stet-Parts-Location";

  /** Names the record of the page's picture. */
  static final String PICTURE = "Stet-Picture-Location";

  private final Map<Digest, Referred> payloads = new HashMap<>();
  private final Map<String, String> sent = new HashMap<>();
  private final Map<String, WarcLocation> parts = new HashMap<>();
  private final Map<String, WarcLocation> pictures = new HashMap<>();

  /** Takes note of a record that was written. */
  void wrote(Capture capture, String recordId, WarcLocation location) {
    if (capture.source() instanceof Live live) {
      if (live.role() == Role.SENT) {
        sent.put(capture.uri(), recordId);
      } else if (live.role() == Role.PART) {
        parts.putIfAbsent(live.requested(), location);
        if (capture.uri().startsWith(Capture.PICTURE)) {
          pictures.put(live.requested(), location);
        }
      }
    }
  }

  /** Takes note of a record that holds a payload. */
  void holds(Capture capture, String recordId, WarcLocation location) {
    Referred referred =
        new Referred(location, recordId, HeaderText.uri(capture.uri()), capture.at().toString());
    payloads.put(capture.payload().digest(), referred);
  }

  /** The record of this batch that holds a payload. */
  Optional<Referred> find(Digest payload) {
    return Optional.ofNullable(payloads.get(payload));
  }

  /** Adds to the record of a page what stands before it. */
  void addTo(Map<String, String> fields, Capture page) {
    Role role = page.source() instanceof Live live ? live.role() : Role.PART;
    if (role == Role.SHOWN) {
      // ISO 28500 calls what is made of another record's content a conversion.
      fields.put("WARC-Type", "conversion");
      put(fields, "WARC-Refers-To", sent.remove(page.uri()));
    }
    if (role == Role.SHOWN || role == Role.PAGE) {
      put(fields, PARTS, text(parts.remove(page.uri())));
      put(fields, PICTURE, text(pictures.remove(page.uri())));
    }
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static @Nullable String text(@Nullable WarcLocation at) {
    return at == null ? null : CaptureFields.text(at);
  }
}
