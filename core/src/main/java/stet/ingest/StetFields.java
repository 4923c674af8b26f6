package stet.ingest;

import java.util.Optional;
import stet.archive.HeaderText;
import stet.capture.CaptureSource;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.EnumId;
import stet.capture.Exchange;
import stet.ingest.warc.RecordFields;

/**
 * The fields by which stet tells the exact values of a capture in a record (docs/FORMAT.md), read
 * from a file that anybody may have written.
 */
final class StetFields {
  private StetFields() {}

  /** The exact address; empty where the record has none. */
  static Optional<String> uri(RecordFields fields) {
    return fields.find("Stet-URI").map(StetFields::decode).filter(StetFields::isAddress);
  }

  private static boolean isAddress(String uri) {
    return uri.startsWith("urn:stet:file:")
        || uri.startsWith("urn:stet:folder:")
        || ImportOptions.isWebAddress(uri);
  }

  static String mediaType(RecordFields fields) {
    return decode(fields.get("Stet-Media-Type"));
  }

  static int ordinal(RecordFields fields) {
    String value = fields.get("Stet-Ordinal");
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
  }

  static Optional<Exchange.Failed> failure(RecordFields fields) {
    try {
      return fields
          .find("Stet-Failure")
          .map(Exchange.Failure::ofId)
          .map(f -> new Exchange.Failed(f, decode(fields.get("Stet-Detail"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The source of a saved page. It is the weakest there is, so a stranger gains nothing by claiming
   * it; what claims to be fetched by stet or by an archive is labelled by the file it came in.
   */
  static Optional<CaptureSource> savedFile(RecordFields fields) {
    if (!fields.get("Stet-Source").equals("file")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CaptureSource.SavedFile(
              decode(fields.get("Stet-File-Name")),
              EnumId.read(TimeBasis.class, fields.get("Stet-Time-Basis")),
              decode(fields.get("Stet-Title"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What was not written by {@link HeaderText} is taken as it stands. */
  private static String decode(String text) {
    try {
      return HeaderText.decode(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
