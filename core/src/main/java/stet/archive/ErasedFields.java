package stet.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import stet.archive.RecordHead.MalformedRecord;
import stet.capture.Erasure;
import stet.capture.Payload;

/** The fields of a record that stands where the bytes of a capture were. */
final class ErasedFields {
  private static final String ERASED = "Stet-Withheld";
  private static final String OUTCOME = "Stet-Withheld-Outcome";
  private static final String CANONICAL = "Stet-Withheld-Canonical";

  /** Fields of the capture's own record that are kept as they are. */
  private static final String[] KEPT = {
    "WARC-Record-ID",
    "WARC-Warcinfo-ID",
    "WARC-Date",
    "WARC-Target-URI",
    "WARC-Payload-Digest",
    "Stet-URI",
    "Stet-Media-Type",
    "Stet-Ordinal",
    "Stet-Source",
    "Stet-File-Name",
    "Stet-Time-Basis",
    "Stet-Title",
    "Stet-Requested",
    "Stet-List",
    "Stet-Role",
    "Stet-Via",
    "Stet-Record",
    "Stet-Archive",
    "Stet-Memento"
  };

  private ErasedFields() {}

  /** What took the bytes of that record away; empty where they are there. */
  static Optional<Erasure> of(RecordHead head) throws MalformedRecord {
    Optional<String> value = head.find(ERASED);
    return value.isEmpty() || CaptureFields.isRevisit(head)
        ? Optional.empty()
        : Optional.of(read(head, value.get()));
  }

  private static Erasure read(RecordHead head, String value) throws MalformedRecord {
    String outcome = head.find(OUTCOME).orElse("");
    String canonical = head.find(CANONICAL).isPresent() ? CaptureFields.text(head, CANONICAL) : "";
    return head.read(ERASED, value, v -> read(v.split(" ", -1), outcome, canonical));
  }

  private static Erasure read(String[] parts, String outcome, String canonical) {
    if (parts.length != 3) {
      throw new IllegalArgumentException(String.join(" ", parts));
    }
    int mark = Integer.parseUnsignedInt(parts[0]);
    return new Erasure(mark, parts[1], Instant.parse(parts[2]), outcome, canonical);
  }

  /**
   * The fields of a tombstone, without those of its block.
   *
   * @param head of the record that it replaces
   */
  static Map<String, String> tombstone(RecordHead head, Erasure by) throws MalformedRecord {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("WARC-Type", "metadata");
    keep(head, fields);
    fields.put("Content-Type", "application/warc-fields");
    fields.put(ERASED, by.mark() + " " + by.reason() + " " + by.since());
    if (!by.outcome().isEmpty()) {
      fields.put(OUTCOME, by.outcome());
    }
    if (!by.canonical().isEmpty()) {
      fields.put(CANONICAL, HeaderText.encode(by.canonical()));
    }
    fields.put("Stet-Payload-Length", Long.toString(CaptureFields.payloadSize(head)));
    if (CaptureFields.holdsPayload(head)
        && !head.get("WARC-Block-Digest").equals(head.get("WARC-Payload-Digest"))) {
      fields.put("Stet-Withheld-Block-Digest", head.get("WARC-Block-Digest"));
    }
    return fields;
  }

  private static void keep(RecordHead head, Map<String, String> fields) throws MalformedRecord {
    for (String name : KEPT) {
      Optional<String> value = head.find(name);
      // A headline that an index stated is text of the page, too.
      value.ifPresent(v -> fields.put(name, name.equals("Stet-Title") ? "" : v));
    }
  }

  /**
   * The fields of a revisit without the headline that an index beside the file stated; empty where
   * there is none.
   */
  static Optional<Map<String, String>> untitled(RecordHead head) throws MalformedRecord {
    if (!CaptureFields.isRevisit(head) || head.find("Stet-Title").orElse("").isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("WARC-Type", "revisit");
    keep(head, fields);
    for (String name :
        new String[] {
          "WARC-Profile",
          "WARC-Refers-To",
          "WARC-Refers-To-Target-URI",
          "WARC-Refers-To-Date",
          "WARC-IP-Address",
          "WARC-Concurrent-To",
          "Content-Type",
          "Stet-Payload-Location",
          "Stet-Payload-Length",
          "Stet-Head-Length",
          "Stet-Took",
          "Stet-Request-Location"
        }) {
      head.find(name).ifPresent(v -> fields.put(name, v));
    }
    return Optional.of(fields);
  }

  /** The block of a tombstone: the same for people, with that many spaces behind it. */
  static Payload block(Erasure by, int spaces) {
    String text = "withheld: " + by.reason() + "\r\nsince: " + by.since() + "\r\n";
    return Payload.of((text + " ".repeat(spaces)).getBytes(StandardCharsets.US_ASCII));
  }
}
