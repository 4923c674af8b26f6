package stet.archive;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import stet.archive.RecordHead.MalformedRecord;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Digest;
import stet.capture.Payload;

/**
 * A capture as the fields of a WARC record and back. The standard's fields carry what any reader
 * understands; {@code Stet-} fields carry the exact values, so that the capture can be rebuilt from
 * the record alone.
 */
final class CaptureFields {
  static final String PROFILE = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
  static final Digest EMPTY = Digest.of(new byte[0]);

  private CaptureFields() {}

  /** A record that other records refer to. */
  record Referred(WarcLocation location, String recordId, String uri, String date) {}

  /** The fields of a record that holds the capture's bytes. */
  static Map<String, String> resource(Capture capture, String recordId, String warcinfoId) {
    Map<String, String> fields = common("resource", capture, recordId, warcinfoId);
    String type = HeaderText.mediaType(capture.mediaType());
    if (!type.isEmpty()) {
      fields.put("Content-Type", type);
    }
    fields.put("WARC-Block-Digest", capture.payload().digest().labelled());
    fields.put("Content-Length", Long.toString(capture.payload().size()));
    return fields;
  }

  /** The fields of a record that refers to an earlier one for the bytes. */
  static Map<String, String> revisit(
      Capture capture, String recordId, String warcinfoId, Referred original) {
    Map<String, String> fields = common("revisit", capture, recordId, warcinfoId);
    fields.put("WARC-Profile", PROFILE);
    fields.put("WARC-Refers-To", original.recordId());
    fields.put("WARC-Refers-To-Target-URI", original.uri());
    fields.put("WARC-Refers-To-Date", original.date());
    WarcLocation at = original.location();
    fields.put("Stet-Payload-Location", at.file() + " " + at.offset() + " " + at.length());
    fields.put("Stet-Payload-Length", Long.toString(capture.payload().size()));
    fields.put("WARC-Block-Digest", EMPTY.labelled());
    fields.put("Content-Length", "0");
    return fields;
  }

  private static Map<String, String> common(
      String type, Capture capture, String recordId, String warcinfoId) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("WARC-Type", type);
    fields.put("WARC-Record-ID", recordId);
    fields.put("WARC-Warcinfo-ID", warcinfoId);
    fields.put("WARC-Date", capture.at().toString());
    fields.put("WARC-Target-URI", HeaderText.uri(capture.uri()));
    fields.put("WARC-Payload-Digest", capture.payload().digest().labelled());
    fields.put("Stet-URI", HeaderText.encode(capture.uri()));
    fields.put("Stet-Media-Type", HeaderText.encode(capture.mediaType()));
    fields.put("Stet-Ordinal", Integer.toString(capture.ordinal()));
    fields.put("Stet-Source", capture.source().kind());
    if (capture.source() instanceof SavedFile file) {
      fields.put("Stet-File-Name", HeaderText.encode(file.name()));
      fields.put("Stet-Time-Basis", word(file.time()));
      fields.put("Stet-Title", HeaderText.encode(file.title()));
    }
    return fields;
  }

  /** The capture that a record describes. */
  static Capture capture(RecordHead head, Payload payload) throws MalformedRecord {
    return new Capture(
        text(head, "Stet-URI"),
        head.read("WARC-Date", head.get("WARC-Date"), Instant::parse),
        head.read("Stet-Ordinal", head.get("Stet-Ordinal"), Integer::parseInt),
        text(head, "Stet-Media-Type"),
        payload,
        source(head));
  }

  /** Reads every field of a capture and keeps none. */
  static void check(RecordHead head) throws MalformedRecord {
    capture(head, Payload.of(new byte[0]));
    payloadDigest(head);
    payloadSize(head);
  }

  private static CaptureSource source(RecordHead head) throws MalformedRecord {
    String kind = head.get("Stet-Source");
    if (!kind.equals("file")) {
      throw new MalformedRecord("the source kind '" + kind + "' is not known");
    }
    TimeBasis basis =
        head.read("Stet-Time-Basis", head.get("Stet-Time-Basis"), CaptureFields::timeBasis);
    return new SavedFile(text(head, "Stet-File-Name"), basis, text(head, "Stet-Title"));
  }

  /** The payload's size in bytes. */
  static long payloadSize(RecordHead head) throws MalformedRecord {
    return head.number(isRevisit(head) ? "Stet-Payload-Length" : "Content-Length");
  }

  static Digest payloadDigest(RecordHead head) throws MalformedRecord {
    return head.read("WARC-Payload-Digest", head.get("WARC-Payload-Digest"), Digest::parse);
  }

  static boolean isRevisit(RecordHead head) throws MalformedRecord {
    return head.get("WARC-Type").equals("revisit");
  }

  static boolean isCapture(RecordHead head) throws MalformedRecord {
    return isRevisit(head) || head.get("WARC-Type").equals("resource");
  }

  /** The record that holds the payload: {@code own}, or the earlier one that a revisit names. */
  static WarcLocation payloadLocation(RecordHead head, WarcLocation own) throws MalformedRecord {
    if (!isRevisit(head)) {
      return own;
    }
    String name = "Stet-Payload-Location";
    return head.read(name, head.get(name), CaptureFields::location);
  }

  private static WarcLocation location(String value) {
    String[] part = value.split(" ", -1);
    if (part.length != 3 || !ArchiveFolder.isOurs(part[0])) {
      throw new IllegalArgumentException(value);
    }
    return new WarcLocation(
        part[0], Long.parseUnsignedLong(part[1]), Long.parseUnsignedLong(part[2]));
  }

  private static String text(RecordHead head, String name) throws MalformedRecord {
    return head.read(name, head.get(name), HeaderText::decode);
  }

  private static String word(TimeBasis basis) {
    return basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static TimeBasis timeBasis(String word) {
    return TimeBasis.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
