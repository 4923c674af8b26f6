package stet.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Records the bytes of one exchange at a time as they cross a connection (inside TLS), and where in
 * them the head of the response begins and ends. The HTTP library reads ahead, so that a place is
 * what was received less what it has not looked at yet.
 */
final class WireTap {

  /** More bytes came than are allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(String message) {
      super(message);
    }
  }

  private ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private Recorded received = new Recorded();
  private @Nullable SessionInputBuffer ahead;
  private long most;
  private int headBegin;
  private int headEnd;

  /** Gives access to the bytes without a copy. */
  private static final class Recorded extends ByteArrayOutputStream {
    byte[] slice(int from, int to) {
      return Arrays.copyOfRange(buf, from, to);
    }

    boolean isLineEnd(int at) {
      return at < count && (buf[at] == '\r' || buf[at] == '\n');
    }
  }

  /**
   * Begins an exchange.
   *
   * @throws NoHttpResponseException when the server sent something nobody asked for, so that no
   *     answer on this connection could be told from it
   */
  void begin(long mostBytes) throws NoHttpResponseException {
    forget();
    most = mostBytes;
    if (!isDrained()) {
      throw new NoHttpResponseException("the connection holds bytes of an earlier answer");
    }
  }

  /** Frees the memory of what was recorded. */
  void forget() {
    sent = new ByteArrayOutputStream();
    received = new Recorded();
    headBegin = 0;
    headEnd = 0;
  }

  /** Lets more bytes come than before. */
  void allow(long mostBytes) {
    most = mostBytes;
  }

  /** True while nothing of an answer came. */
  boolean isSilent() {
    return received.size() == 0;
  }

  /** True where all that came belongs to the answer, so that the connection can be used again. */
  boolean isDrained() {
    return ahead == null || ahead.length() == 0;
  }

  byte[] requestBytes() {
    return sent.toByteArray();
  }

  byte[] headBytes() {
    return received.slice(headBegin, headEnd);
  }

  int headLength() {
    return headEnd - headBegin;
  }

  /** What was read of the body, as it came. */
  byte[] bodyBytes() {
    return received.slice(headEnd, place());
  }

  private int place() {
    return received.size() - (ahead == null ? 0 : ahead.length());
  }

  /** The parser, watched; an interim answer (RFC 9110 section 15.2) is forgotten for the next. */
  HttpMessageParser<ClassicHttpResponse> watch(HttpMessageParser<ClassicHttpResponse> parser) {
    return new HttpMessageParser<>() {
      @Override
      public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
          throws IOException, HttpException {
        ahead = buffer;
        headBegin = place();
        ClassicHttpResponse response = parser.parse(buffer, in);
        headEnd = place();
        while (received.isLineEnd(headBegin)) {
          headBegin++;
        }
        return response;
      }
    };
  }

  /** A socket whose bytes are recorded. */
  SocketHolder hold(Socket socket) {
    return new SocketHolder(socket) {
      @Override
      protected InputStream getInputStream(Socket plain) throws IOException {
        return recordingIn(super.getInputStream(plain));
      }

      @Override
      protected OutputStream getOutputStream(Socket plain) throws IOException {
        return recordingOut(super.getOutputStream(plain));
      }
    };
  }

  /** A TLS socket whose bytes are recorded as they are inside TLS. */
  SocketHolder hold(SSLSocket tls, Socket base) {
    return new SocketHolder(tls, base) {
      @Override
      protected InputStream getInputStream(Socket socket) throws IOException {
        return recordingIn(super.getInputStream(socket));
      }

      @Override
      protected OutputStream getOutputStream(Socket socket) throws IOException {
        return recordingOut(super.getOutputStream(socket));
      }
    };
  }

  private InputStream recordingIn(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        if (n > 0) {
          received.write(bytes, from, n);
          if (received.size() > most) {
            throw new TooLarge("the answer is larger than allowed");
          }
        }
        return n;
      }
    };
  }

  private OutputStream recordingOut(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) throws IOException {
        sent.write(b);
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        sent.write(bytes, from, length);
        out.write(bytes, from, length);
      }
    };
  }
}
