package stet.archive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.archive.RecordHead.MalformedRecord;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Digest;
import stet.capture.Exchange;
import stet.capture.Payload;

/**
 * A capture as the fields of a WARC record and back. The standard's fields carry what any reader
 * understands; {@code Stet-} fields carry the exact values, so that the capture can be rebuilt from
 * the record alone.
 */
final class CaptureFields {
  static final String PROFILE = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
  static final String NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

  private CaptureFields() {}

  /** A record that other records refer to. */
  record Referred(WarcLocation location, String recordId, String uri, String date) {}

  /** A request that was written, before the record of its answer. */
  record Sent(String recordId, WarcLocation location) {
    void addTo(Map<String, String> fields) {
      fields.put("WARC-Concurrent-To", recordId);
      fields.put("Stet-Request-Location", text(location));
    }
  }

  /** The fields of a record whose block is the capture's payload. */
  static Map<String, String> resource(Capture capture, String recordId, String warcinfoId) {
    Map<String, String> fields = common("resource", capture, recordId, warcinfoId);
    String type = HeaderText.mediaType(capture.mediaType());
    if (!type.isEmpty()) {
      fields.put("Content-Type", type);
    }
    addBlock(fields, capture.payload());
    return fields;
  }

  /** The fields of a record whose block is the response as it was received. */
  static Map<String, String> response(
      Capture capture, HttpBlock block, String recordId, String warcinfoId) {
    Map<String, String> fields = common("response", capture, recordId, warcinfoId);
    addResponse(fields, block.exchange());
    fields.put("Stet-Payload-Length", Long.toString(capture.payload().size()));
    if (block.chunked()) {
      Payload transferred = block.exchange().transferred();
      fields.put("Stet-Transferred-Digest", transferred.digest().labelled());
    }
    addBlock(fields, block.bytes());
    return fields;
  }

  private static void addResponse(Map<String, String> fields, Exchange.Http exchange) {
    if (!exchange.address().isEmpty()) {
      fields.put("WARC-IP-Address", HeaderText.encode(exchange.address()));
    }
    fields.put("Content-Type", "application/http;msgtype=response");
    fields.put("Stet-Head-Length", Integer.toString(exchange.response().bytes().length));
    Duration took = exchange.took();
    if (took != null) {
      fields.put("Stet-Took", Long.toString(took.toMillis()));
    }
  }

  /** The fields of a record of the request that {@code capture} answered. */
  static Map<String, String> request(
      Capture capture, Payload request, String recordId, String warcinfoId) {
    Map<String, String> fields = beside("request", capture, recordId, warcinfoId);
    fields.put("Content-Type", "application/http;msgtype=request");
    addBlock(fields, request);
    return fields;
  }

  /** The fields of a record that tells how {@code capture} was fetched. */
  static Map<String, String> metadata(
      Capture capture, Payload block, String recordId, String warcinfoId) {
    Map<String, String> fields = beside("metadata", capture, recordId, warcinfoId);
    fields.put("Content-Type", "application/warc-fields");
    addBlock(fields, block);
    return fields;
  }

  /**
   * The block of that record, in the words of ISO 28500 section 6.3.5 and its practice; null where
   * nothing is known that the other records do not say.
   */
  static @Nullable Payload metadataBlock(Capture capture, Exchange.Http exchange) {
    StringBuilder text = new StringBuilder();
    Duration took = exchange.took();
    if (took != null) {
      text.append("fetchTimeMs: ").append(took.toMillis()).append("\r\n");
    }
    if (capture.source() instanceof CaptureSource.Live live && !live.via().isEmpty()) {
      text.append("via: ").append(HeaderText.uri(live.via())).append("\r\n");
    }
    byte[] block = text.toString().getBytes(StandardCharsets.US_ASCII);
    return block.length == 0 ? null : Payload.of(block);
  }

  private static Map<String, String> beside(
      String type, Capture capture, String recordId, String warcinfoId) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("WARC-Type", type);
    fields.put("WARC-Record-ID", recordId);
    fields.put("WARC-Warcinfo-ID", warcinfoId);
    fields.put("WARC-Date", capture.at().toString());
    fields.put("WARC-Target-URI", HeaderText.uri(capture.uri()));
    return fields;
  }

  /** The fields of a record that tells why no answer came. */
  static Map<String, String> failure(
      Capture capture, Exchange.Failed failed, String recordId, String warcinfoId) {
    Map<String, String> fields = common("metadata", capture, recordId, warcinfoId);
    fields.put("Content-Type", "application/warc-fields");
    fields.put("Stet-Failure", failed.failure().id());
    fields.put("Stet-Detail", HeaderText.encode(failed.detail()));
    addBlock(fields, failureBlock(failed));
    return fields;
  }

  /** The block of a failure's record: the same for people. */
  static Payload failureBlock(Exchange.Failed failed) {
    String text =
        "failure: " + failed.failure().id() + "\r\ndetail: " + HeaderText.encode(failed.detail());
    return Payload.of((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** The fields of a record that refers to an earlier one for the bytes. */
  static Map<String, String> revisit(
      Capture capture, String recordId, String warcinfoId, Referred original) {
    Map<String, String> fields = common("revisit", capture, recordId, warcinfoId);
    boolean notModified = capture.exchange() instanceof Exchange.Http http && http.status() == 304;
    fields.put("WARC-Profile", notModified ? NOT_MODIFIED : PROFILE);
    fields.put("WARC-Refers-To", original.recordId());
    fields.put("WARC-Refers-To-Target-URI", original.uri());
    fields.put("WARC-Refers-To-Date", original.date());
    WarcLocation at = original.location();
    fields.put("Stet-Payload-Location", text(at));
    fields.put("Stet-Payload-Length", Long.toString(capture.payload().size()));
    if (capture.exchange() instanceof Exchange.Http exchange) {
      addResponse(fields, exchange);
    }
    addBlock(fields, revisitBlock(capture));
    return fields;
  }

  /** The block of a revisit record: the head of the response where there was one. */
  static Payload revisitBlock(Capture capture) {
    return Payload.of(
        capture.exchange() instanceof Exchange.Http exchange
            ? exchange.response().bytes()
            : new byte[0]);
  }

  private static void addBlock(Map<String, String> fields, Payload block) {
    fields.put("WARC-Block-Digest", block.digest().labelled());
    fields.put("Content-Length", Long.toString(block.size()));
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
    SourceFields.add(fields, capture.source());
    return fields;
  }

  /** The capture that a record describes. */
  static Capture capture(RecordHead head, Payload payload, Exchange exchange)
      throws MalformedRecord {
    return new Capture(
        text(head, "Stet-URI"),
        head.read("WARC-Date", head.get("WARC-Date"), Instant::parse),
        head.read("Stet-Ordinal", head.get("Stet-Ordinal"), Integer::parseInt),
        text(head, "Stet-Media-Type"),
        payload,
        SourceFields.read(head),
        exchange);
  }

  /** Reads every field of a capture and keeps none. */
  static void check(RecordHead head) throws MalformedRecord {
    capture(head, Payload.of(new byte[0]), Exchange.UNRECORDED);
    payloadDigest(head);
    payloadSize(head);
    headLength(head);
    took(head);
    if (head.get("WARC-Type").equals("metadata") && ErasedFields.of(head).isEmpty()) {
      failure(head);
    }
  }

  /** How the payload of a record that is no response came to be known. */
  static Exchange.Failed failure(RecordHead head) throws MalformedRecord {
    return new Exchange.Failed(
        head.read("Stet-Failure", head.get("Stet-Failure"), Exchange.Failure::ofId),
        text(head, "Stet-Detail"));
  }

  /** How long the exchange took; null where the record does not say. */
  static @Nullable Duration took(RecordHead head) throws MalformedRecord {
    String name = "Stet-Took";
    Optional<String> value = head.find(name);
    return value.isEmpty()
        ? null
        : Duration.ofMillis(head.read(name, value.get(), Long::parseUnsignedLong));
  }

  /** How many bytes at the block's beginning are the head of an HTTP response. */
  static int headLength(RecordHead head) throws MalformedRecord {
    String name = "Stet-Head-Length";
    String value = head.find(name).orElse("0");
    int length = head.read(name, value, Integer::parseUnsignedInt);
    if (length < 0 || length > head.number("Content-Length")) {
      throw new MalformedRecord("the header field '" + name + "' is not valid: '" + value + "'");
    }
    return length;
  }

  /** The payload's size in bytes. */
  static long payloadSize(RecordHead head) throws MalformedRecord {
    if (head.get("WARC-Type").equals("metadata") && ErasedFields.of(head).isEmpty()) {
      return 0;
    }
    return head.number(isPayloadAlone(head) ? "Content-Length" : "Stet-Payload-Length");
  }

  static Digest payloadDigest(RecordHead head) throws MalformedRecord {
    return head.read("WARC-Payload-Digest", head.get("WARC-Payload-Digest"), Digest::parse);
  }

  static Digest blockDigest(RecordHead head) throws MalformedRecord {
    return head.read("WARC-Block-Digest", head.get("WARC-Block-Digest"), Digest::parse);
  }

  /** Whether the body of a response record is in the chunked transfer coding. */
  static boolean isChunked(RecordHead head) throws MalformedRecord {
    return head.find("Stet-Transferred-Digest").isPresent();
  }

  static Digest transferredDigest(RecordHead head) throws MalformedRecord {
    String name = "Stet-Transferred-Digest";
    return head.read(name, head.get(name), Digest::parse);
  }

  static boolean isRevisit(RecordHead head) throws MalformedRecord {
    return head.get("WARC-Type").equals("revisit");
  }

  /** Whether the record's block holds a payload that revisits may refer to. */
  static boolean holdsPayload(RecordHead head) throws MalformedRecord {
    return isPayloadAlone(head) || head.get("WARC-Type").equals("response");
  }

  /** Whether the record's block is the payload and nothing else. */
  static boolean isPayloadAlone(RecordHead head) throws MalformedRecord {
    String type = head.get("WARC-Type");
    return type.equals("resource") || type.equals("conversion");
  }

  /**
   * A metadata record is one where it stands for an answer, or for one whose bytes were erased;
   * beside an answer it is none.
   */
  static boolean isCapture(RecordHead head) throws MalformedRecord {
    boolean failure =
        head.get("WARC-Type").equals("metadata") && head.find("Stet-Failure").isPresent();
    return isRevisit(head) || holdsPayload(head) || failure || ErasedFields.of(head).isPresent();
  }

  /** The record that holds the payload: {@code own}, or the earlier one that a revisit names. */
  static WarcLocation payloadLocation(RecordHead head, WarcLocation own) throws MalformedRecord {
    if (!isRevisit(head)) {
      return own;
    }
    String name = "Stet-Payload-Location";
    return head.read(name, head.get(name), CaptureFields::location);
  }

  /**
   * Where another record lies that a field names; empty where the field is absent.
   *
   * @param name of the field
   */
  static Optional<WarcLocation> location(RecordHead head, String name) throws MalformedRecord {
    Optional<String> value = head.find(name);
    return value.isPresent()
        ? Optional.of(head.read(name, value.get(), CaptureFields::location))
        : Optional.empty();
  }

  /** Where the request was written that the record answers. */
  static Optional<WarcLocation> requestLocation(RecordHead head) throws MalformedRecord {
    return location(head, "Stet-Request-Location");
  }

  static String text(WarcLocation at) {
    return at.file() + " " + at.offset() + " " + at.length();
  }

  private static WarcLocation location(String value) {
    String[] part = value.split(" ", -1);
    if (part.length != 3 || !ArchiveFolder.isOurs(part[0])) {
      throw new IllegalArgumentException(value);
    }
    return new WarcLocation(
        part[0], Long.parseUnsignedLong(part[1]), Long.parseUnsignedLong(part[2]));
  }

  static String text(RecordHead head, String name) throws MalformedRecord {
    return head.read(name, head.get(name), HeaderText::decode);
  }
}
