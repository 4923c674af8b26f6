package stet.export;

import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.Exchange;
import stet.text.MediaTypes;
import stet.text.SafeText;
import stet.text.time.ArchiveTimestamp;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One capture as a line of a CDXJ index: key, time, and where its record lies. */
final class CdxjLine {
  private CdxjLine() {}

  /** Whether the capture can be looked up by a web address at all. */
  static boolean isIndexed(Capture capture) {
    boolean web = capture.uri().regionMatches(true, 0, "http", 0, 4);
    // A 304 has no body of its own, and replay tools do not follow it to the earlier one.
    boolean confirmed = capture.exchange() instanceof Exchange.Http http && http.status() == 304;
    return web && !confirmed && !(capture.exchange() instanceof Exchange.Failed);
  }

  /** The address as it is looked up: without a fragment, which is never sent to a server. */
  static String url(Capture capture) {
    return capture.uri().split("#", 2)[0];
  }

  static String of(StoredCapture stored) {
    Capture capture = stored.capture();
    WarcLocation at = stored.location();
    ObjectNode fields = JsonMapper.shared().createObjectNode();
    fields.put("url", url(capture));
    fields.put("mime", stored.revisit() ? "warc/revisit" : mime(capture));
    fields.put("status", Integer.toString(status(capture)));
    fields.put("digest", capture.payload().digest().labelled());
    fields.put("length", Long.toString(at.length()));
    fields.put("offset", Long.toString(at.offset()));
    fields.put("filename", at.file());
    return Surt.of(url(capture))
        + ' '
        + ArchiveTimestamp.format(capture.at())
        + ' '
        + SafeText.escaped(fields.toString());
  }

  private static int status(Capture capture) {
    return capture.exchange() instanceof Exchange.Http http ? http.status() : 200;
  }

  private static String mime(Capture capture) {
    String essence = MediaTypes.essence(capture.mediaType());
    return essence.isEmpty() ? "unk" : essence;
  }
}
