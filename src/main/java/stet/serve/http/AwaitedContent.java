package stet.serve.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The content of a form, or other short content, that is waited for without a thread. Whoever
 * reaches the server may begin to send some, and there are few threads.
 */
final class AwaitedContent implements Runnable {
  /** No form is longer; of data, what goes beyond is read where it is needed. */
  private static final int MOST = (1 << 16) + 1;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Request request;
  private final LongSupplier nanos;
  private final Consumer<Got> then;
  private final long begun;
  private final ByteArrayOutputStream got = new ByteArrayOutputStream();

  /**
   * What came.
   *
   * @param problem why it did not come whole; null where it did
   */
  record Got(InputStream content, @Nullable HttpProblem problem) {}

  /**
   * @param nanos a clock that never jumps
   * @param then is told once, on any thread, and must not block it
   */
  AwaitedContent(Request request, LongSupplier nanos, Consumer<Got> then) {
    this.request = request;
    this.nanos = nanos;
    this.then = then;
    this.begun = nanos.getAsLong();
  }

  /**
   * Whether a request has content that is waited for: all that is short, so that whoever is refused
   * has sent it and sees the answer, and forms and data of a length that is not told. Files are
   * read as they come.
   */
  static boolean isAwaited(Request request) {
    long length = request.getLength();
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD") || length >= MOST) {
      return false;
    }
    String sent = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    String type = sent == null ? "" : sent.strip().toLowerCase(Locale.ROOT);
    return length > 0
        || length < 0
            && (type.startsWith("application/x-www-form-urlencoded")
                || type.startsWith("application/json"));
  }

  /** Takes what is there, and goes on when there is more. */
  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      } else if (Content.Chunk.isFailure(chunk)) {
        then.accept(new Got(InputStream.nullInputStream(), problem(chunk.getFailure())));
        return;
      }
      boolean last = take(chunk);
      if (last || got.size() >= MOST) {
        then.accept(new Got(content(last), null));
        return;
      } else if (nanos.getAsLong() - begun > PATIENCE.toNanos()) {
        then.accept(new Got(InputStream.nullInputStream(), problem(new TimeoutException())));
        return;
      }
    }
  }

  private boolean take(Content.Chunk chunk) {
    byte[] bytes = new byte[chunk.remaining()];
    chunk.getByteBuffer().get(bytes);
    got.writeBytes(bytes);
    boolean last = chunk.isLast();
    chunk.release();
    return last;
  }

  private InputStream content(boolean whole) {
    InputStream first = new ByteArrayInputStream(got.toByteArray());
    return whole
        ? first
        : new SequenceInputStream(
            first, new Paced(Content.Source.asInputStream(request), System::nanoTime));
  }

  private static HttpProblem problem(Throwable failure) {
    return failure instanceof TimeoutException
        ? new HttpProblem(408, "What was sent came too slowly.")
        : new HttpProblem(400, "What was sent did not arrive whole.");
  }
}
