package stet.ingest.warc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that begins a record of an ARC file (Internet Archive, 1996, versions 1 and 2): address,
 * IP address, fourteen digits of time, media type, in version 2 more, and the length of the block.
 */
final class ArcLine {
  private static final Pattern LINE =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]*:\\S.*?) (\\d{1,3}(?:\\.\\d{1,3}){3}) (\\d{12,17}) (\\S*)"
              + "(?: .*)? (-?\\d{1,18})");

  private ArcLine() {}

  /** Whether {@link #parse} made these fields. */
  static boolean isFrom(RecordFields fields) {
    return fields.find("WARC-Record-ID").isEmpty() && fields.find("WARC-IP-Address").isPresent();
  }

  /** The line as the fields that a WARC record would have. */
  static Optional<RecordFields> parse(String line) {
    Matcher m = LINE.matcher(line.stripTrailing());
    if (!m.matches()) {
      return Optional.empty();
    }
    RecordFields fields = new RecordFields();
    boolean about = m.group(1).startsWith("filedesc:");
    boolean http = m.group(1).regionMatches(true, 0, "http", 0, 4);
    fields.add("WARC-Type", about ? "warcinfo" : http ? "response" : "resource");
    fields.add("WARC-Target-URI", m.group(1));
    fields.add("WARC-IP-Address", m.group(2));
    fields.add("WARC-Date", m.group(3));
    fields.add("Content-Type", http ? "application/http; msgtype=response" : m.group(4));
    fields.add("Content-Length", m.group(5));
    return Optional.of(fields);
  }
}
