package stet.archive;

import java.util.Map;

/** A request that was written, before the record of its answer. */
record SentRequest(String recordId, WarcLocation location) {
  void addTo(Map<String, String> fields) {
    fields.put("WARC-Concurrent-To", recordId);
    fields.put("Stet-Request-Location", CaptureFields.text(location));
  }
}
