package stet.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Long content as it arrives. It ends as a refusal when it is longer than allowed or takes longer
 * than an hour; that it comes at all, and not a byte at a time, the server sees to.
 */
public final class Received extends InputStream {
  private static final Duration LONGEST = Duration.ofHours(1);

  private final InputStream in;
  private final long most;
  private final LongSupplier nanos;
  private final long begun;
  private final Duration longest;
  private long got;

  Received(InputStream in, long most, LongSupplier nanos) {
    this(in, most, LONGEST, nanos);
  }

  private Received(InputStream in, long most, Duration longest, LongSupplier nanos) {
    this.in = in;
    this.most = most;
    this.longest = longest;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /**
   * The content of a request.
   *
   * @param most bytes
   * @throws HttpProblem 413 when it is stated to be longer, 415 when it is in a content coding
   */
  public static Received of(Asked asked, long most) {
    checkLength(asked, most);
    String coding = asked.header("Content-Encoding").orElse("identity");
    if (!coding.equalsIgnoreCase("identity")) {
      throw new HttpProblem(415, "What is sent here has no content coding.");
    }
    return new Received(asked.stream(), most, System::nanoTime);
  }

  /**
   * The content of a request in whatever coding it has.
   *
   * @param most bytes, as they come
   * @param longest how long it may take
   * @throws HttpProblem 413 when it is stated to be longer
   */
  public static Received asSent(Asked asked, long most, Duration longest) {
    checkLength(asked, most);
    return new Received(asked.stream(), most, longest, System::nanoTime);
  }

  private static void checkLength(Asked asked, long most) {
    String length = asked.header("Content-Length").orElse("");
    if (length.matches("[0-9]{1,18}") && Long.parseLong(length) > most) {
      throw tooLong(most);
    }
  }

  private static HttpProblem tooLong(long most) {
    return new HttpProblem(413, "What was sent is longer than " + most + " bytes.");
  }

  private static String words(Duration longest) {
    return longest.equals(LONGEST) ? "an hour" : longest.toSeconds() + " seconds";
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws HttpProblem 400 or 408 when it does not arrive whole, 413 when it is too long
   */
  @Override
  public int read(byte[] into, int offset, int length) {
    int n;
    try {
      n = in.read(into, offset, length);
    } catch (IOException e) {
      throw new HttpProblem(400, "What was sent did not arrive whole.");
    }
    got += Math.max(0, n);
    if (got > most) {
      throw tooLong(most);
    } else if (nanos.getAsLong() - begun > longest.toNanos()) {
      throw new HttpProblem(408, "What was sent took longer than " + words(longest) + ".");
    }
    return n;
  }
}
