package stet.fetch;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestWriterFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/** A connection that knows its deadline and remembers the bytes of its present exchange. */
final class TappedConnection extends DefaultManagedHttpClientConnection {
  /** Bytes the library may hold that it has not looked at. */
  static final int READ_AHEAD = 8192;

  private final WireTap tap;

  /** A line that is no proper field spoils a head as little as it does in browsers. */
  private static final class LenientLines extends BasicLineParser {
    @Override
    public Header parseHeader(CharArrayBuffer line) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substringTrimmed(0, colon);
      return name.isEmpty()
          ? new BasicHeader("Not-A-Field", line)
          : new BasicHeader(name, line.substringTrimmed(colon + 1, line.length()));
    }
  }

  static TappedConnection create(String id, Http1Config config) {
    WireTap tap = new WireTap();
    HttpMessageParserFactory<ClassicHttpResponse> parsers =
        c -> tap.watch(new DefaultHttpResponseParserFactory(c, new LenientLines(), null).create());
    return new TappedConnection(id, config, tap, parsers);
  }

  private TappedConnection(
      String id,
      Http1Config config,
      WireTap tap,
      HttpMessageParserFactory<ClassicHttpResponse> parsers) {
    super(
        id,
        // Header bytes above 127 are kept: ISO 8859-1 takes every byte.
        StandardCharsets.ISO_8859_1.newDecoder(),
        StandardCharsets.ISO_8859_1.newEncoder(),
        config,
        new BodyLength(),
        null,
        new DefaultHttpRequestWriterFactory(),
        parsers);
    this.tap = tap;
  }

  WireTap tap() {
    return tap;
  }

  @Override
  public void bind(Socket socket) throws IOException {
    bind(tap.hold(socket));
  }

  @Override
  public void bind(SSLSocket tls, Socket base) throws IOException {
    bind(tap.hold(tls, base));
  }

  /**
   * Begins an exchange.
   *
   * @throws NoHttpResponseException when the connection cannot carry another
   */
  void begin(Deadline deadline, int maxHead) throws NoHttpResponseException {
    within(deadline);
    tap.begin(maxHead + (long) READ_AHEAD);
  }

  /** Ends it: what the library reads from now on only tells whether the connection is open. */
  void end() {
    within(null);
    tap.allow(Long.MAX_VALUE);
    tap.forget();
  }

  private void within(@Nullable Deadline deadline) {
    SocketHolder holder = getSocketHolder();
    if (holder != null && holder.getBaseSocket() instanceof GuardedSocket socket) {
      socket.within(deadline);
    }
  }
}
