package stet.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Content that has to keep coming: each request that is read holds a thread, so who sends a byte
 * now and then is not waited for. Only the time in which content is waited for counts.
 */
final class Paced extends InputStream {
  private static final int BYTES_A_SECOND = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InputStream in;
  private final LongSupplier nanos;
  private long waited;
  private long got;

  /**
   * @param nanos a clock that never jumps
   */
  Paced(InputStream in, LongSupplier nanos) {
    this.in = in;
    this.nanos = nanos;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws HttpProblem 408 when it comes too slowly
   */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    long begun = nanos.getAsLong();
    int n = in.read(into, offset, length);
    waited += nanos.getAsLong() - begun;
    got += Math.max(0, n);
    boolean slow = got < waited / 1_000_000_000.0 * BYTES_A_SECOND;
    if (n >= 0 && slow && waited > PATIENCE.toNanos()) {
      throw new HttpProblem(408, "What was sent came too slowly.");
    }
    return n;
  }
}
