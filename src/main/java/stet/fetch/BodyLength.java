package stet.fetch;

import java.util.Locale;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.ProtocolException;

/**
 * Where a body ends, by RFC 9112 section 6.3. Unlike the library's own rule it takes a length that
 * is stated twice alike, and closes the case of two that differ.
 */
final class BodyLength implements ContentLengthStrategy {
  @Override
  public long determineLength(HttpMessage message) throws ProtocolException {
    String coding = joined(message.getHeaders("Transfer-Encoding")).toLowerCase(Locale.ROOT);
    if (coding.equals("chunked")) {
      return CHUNKED;
    }
    if (!coding.isEmpty() && !coding.equals("identity")) {
      throw new ProtocolException("the transfer coding '" + coding + "' was not asked for");
    }
    String stated = joined(message.getHeaders("Content-Length"));
    return stated.isEmpty() ? UNDEFINED : length(stated);
  }

  private static long length(String stated) throws ProtocolException {
    long length = -1;
    for (String part : stated.split(",")) {
      String digits = part.strip();
      if (!digits.matches("[0-9]{1,18}") || length >= 0 && length != Long.parseLong(digits)) {
        throw new ProtocolException("the length '" + stated + "' is none");
      }
      length = Long.parseLong(digits);
    }
    return length;
  }

  private static String joined(Header[] headers) {
    StringBuilder all = new StringBuilder();
    for (Header header : headers) {
      all.append(all.isEmpty() ? "" : ",").append(header.getValue().strip());
    }
    return all.toString();
  }
}
