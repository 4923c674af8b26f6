package stet.archive;

import java.io.IOException;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.Exchange;
import stet.capture.Payload;

/**
 * What the record of a capture holds below its head.
 *
 * @param http the response; null where the record holds the bytes alone
 * @param level at which it is compressed
 * @param packed the same compressed already; null where it is still to be done
 */
record RecordBlock(
    @Nullable HttpBlock http, Payload bytes, int level, @Nullable PackedBlock packed) {
  static RecordBlock of(Capture capture) throws IOException {
    if (!(capture.exchange() instanceof Exchange.Http exchange)
        || confirmsOther(capture, exchange)) {
      return of(capture.payload());
    }
    HttpBlock http = HttpBlock.of(capture, exchange);
    // To try hard on what is compressed as it is would gain nothing.
    int level =
        capture.contentEncoding().isEmpty() ? Deflater.DEFAULT_COMPRESSION : Deflater.BEST_SPEED;
    return new RecordBlock(http, http.bytes(), level, null);
  }

  static RecordBlock of(Payload bytes) {
    return new RecordBlock(null, bytes, Deflater.DEFAULT_COMPRESSION, null);
  }

  RecordBlock pack() throws IOException {
    return new RecordBlock(http, bytes, level, PackedBlock.of(bytes, level));
  }

  /** A 304 speaks of bytes that came earlier; it cannot be written as if it had brought them. */
  private static boolean confirmsOther(Capture capture, Exchange.Http exchange) {
    return exchange.status() == 304 && capture.payload().size() > 0;
  }
}
