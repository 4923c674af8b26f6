package stet.serve.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Sends answers. A client that does not read what it asked for must not hold a thread, of which
 * there are few: so what is at hand is left to the connection. Only what is too long for that, or
 * made while it is sent, holds one.
 */
final class AnswerWriter {
  /** What may wait at a time for clients that are slow to read, in bytes. */
  private static final int UNSENT = 64 << 20;

  /** Longer answers are not held in memory. */
  private static final int HELD = 4 << 20;

  /** So many answers at a time may each hold a thread until they are read. */
  private static final int WRITERS = 8;

  private final Semaphore unsent = new Semaphore(UNSENT);
  private final Semaphore writers = new Semaphore(WRITERS);
  private final EventStreams events;
  private final Answer busy;
  private final Traffic traffic;

  /**
   * @param busy is answered where too many are slow to read
   * @param traffic counts what is answered
   */
  AnswerWriter(EventStreams events, Answer busy, Traffic traffic) {
    this.events = events;
    this.traffic = traffic;
    this.busy = busy;
  }

  void write(Request request, Answer answer, Response response, Callback callback) {
    boolean head = request.getMethod().equals("HEAD");
    if (!head && EventStreams.isStream(answer)) {
      begin(request, answer, response);
      events.open(response, callback, answer);
    } else if (head || answer.status() == 304 || answer.length() == 0) {
      begin(request, answer, response);
      if (head && answer.length() > 0) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
      }
      response.write(true, null, callback);
    } else if (isHeld(answer)) {
      begin(request, answer, response);
      leave(answer, response, callback);
    } else if (writers.tryAcquire()) {
      begin(request, answer, response);
      copy(answer, response, callback);
    } else {
      begin(request, busy, response);
      copyTo(busy, response, callback);
    }
  }

  private boolean isHeld(Answer answer) {
    return answer.length() > 0
        && answer.length() <= HELD
        && unsent.tryAcquire((int) answer.length());
  }

  private void begin(Request request, Answer answer, Response response) {
    traffic.answered(answer.status());
    response.setStatus(answer.status());
    SafeHeaders.of(answer).forEach(response.getHeaders()::put);
    if (!request.consumeAvailable()) {
      // What was refused before it had come stands where the next request would begin.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
  }

  /** Leaves it to the connection, which needs no thread to wait. */
  private void leave(Answer answer, Response response, Callback callback) {
    int length = (int) answer.length();
    Callback done =
        new Callback.Nested(callback) {
          @Override
          public void completed() {
            unsent.release(length);
          }
        };
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
    try {
      answer.content().to(bytes);
    } catch (IOException | RuntimeException e) {
      done.failed(e);
      return;
    }
    response.write(true, ByteBuffer.wrap(bytes.toByteArray()), done);
  }

  private void copy(Answer answer, Response response, Callback callback) {
    try {
      copyTo(answer, response, callback);
    } finally {
      writers.release();
    }
  }

  private static void copyTo(Answer answer, Response response, Callback callback) {
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      answer.content().to(out);
    } catch (IOException | RuntimeException e) {
      callback.failed(e);
      return;
    }
    callback.succeeded();
  }
}
