package stet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import stet.archive.RecordHead.MalformedRecord;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;

/** Reads from a record how its capture came to be known. */
final class ExchangeReader {
  private final ArchiveFolder folder;
  private final WarcLocation location;

  ExchangeReader(ArchiveFolder folder, WarcLocation location) {
    this.folder = folder;
    this.location = location;
  }

  /**
   * @param payload the capture's
   */
  Exchange read(RecordReader reader, Payload payload) throws IOException, MalformedRecord {
    RecordHead head = reader.head();
    if (ErasedFields.of(head).isPresent()) {
      return Exchange.UNRECORDED;
    }
    if (head.get("WARC-Type").equals("metadata")) {
      return CaptureFields.failure(head);
    }
    int length = CaptureFields.headLength(head);
    if (length == 0) {
      return Exchange.UNRECORDED;
    }
    HttpHead response;
    try (InputStream block = reader.block(null)) {
      response = HttpHead.of(block.readNBytes(length));
    }
    String address = head.find("WARC-IP-Address").orElse("");
    return new Exchange.Http(
        request(head),
        response,
        transferred(head, response, payload),
        address,
        CaptureFields.took(head));
  }

  private HttpHead request(RecordHead head) throws IOException, MalformedRecord {
    Optional<WarcLocation> at = CaptureFields.requestLocation(head);
    if (at.isEmpty()) {
      return HttpHead.NONE;
    }
    try (RecordReader reader = RecordReader.open(folder, at.get().file(), at.get().offset());
        InputStream block = reader.block(null)) {
      return HttpHead.of(block.readNBytes(HeadParser.LONGEST));
    } catch (DamagedRecordException e) {
      // The response is sound and worth more than what was asked.
      return HttpHead.NONE;
    }
  }

  private Payload transferred(RecordHead head, HttpHead response, Payload payload)
      throws MalformedRecord {
    if (response.status() == 304) {
      return Payload.of(new byte[0]);
    }
    if (!CaptureFields.isChunked(head)) {
      return payload;
    }
    long size = head.number("Content-Length") - CaptureFields.headLength(head);
    return new RecordPayload(folder, location, size, CaptureFields.transferredDigest(head), true);
  }
}
