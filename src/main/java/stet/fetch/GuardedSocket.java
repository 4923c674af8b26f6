package stet.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that no read can outlive: each is bounded by the deadline of the exchange it belongs
 * to. TLS reads through it too, so that a handshake is bounded as well.
 */
final class GuardedSocket extends Socket {
  private volatile @Nullable Deadline deadline;

  GuardedSocket(Deadline deadline) {
    // A proxy would resolve names itself, out of sight of the address guard.
    super(Proxy.NO_PROXY);
    this.deadline = deadline;
  }

  /** Sets the deadline of what is read from now on; null while the connection is idle. */
  void within(@Nullable Deadline other) {
    deadline = other;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    super.connect(endpoint, timeout);
    Deadline now = deadline;
    if (now != null) {
      now.reach();
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        Deadline now = deadline;
        return now == null ? in.read(bytes, from, length) : readWithin(now, bytes, from, length);
      }

      private int readWithin(Deadline now, byte[] bytes, int from, int length) throws IOException {
        int usual = getSoTimeout();
        int left = now.left();
        boolean shorter = usual == 0 || left < usual;
        if (shorter) {
          setSoTimeout(left);
        }
        try {
          int n = in.read(bytes, from, length);
          now.received(Math.max(n, 0));
          return n;
        } catch (SocketTimeoutException e) {
          now.left();
          throw e;
        } finally {
          if (shorter && !isClosed()) {
            setSoTimeout(usual);
          }
        }
      }
    };
  }
}
