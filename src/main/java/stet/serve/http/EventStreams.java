package stet.serve.http;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Requests that stay open and are told when something new is there (server-sent events, WHATWG HTML
 * 9.2). What is sent is a number and no more: a page asks for what it wants to show.
 */
public final class EventStreams implements AutoCloseable {
  private static final String TYPE = "text/event-stream";
  private static final int MOST = 500;
  private static final long LOOK_MILLIS = 1_000;
  private static final long LAST_LOOK_MILLIS = 5_000;

  /** So many looks without news, then a comment is sent: who is gone is noticed, proxies wait. */
  private static final int QUIET = 10;

  private final LongSupplier latest;
  private final List<Stream> streams = new ArrayList<>();
  private final Thread looking;
  private volatile boolean closed;

  /** An open request; busy while something is being sent to it. */
  private static final class Stream {
    private final Response response;
    private final Callback callback;
    private long known;
    private boolean busy;
    private boolean gone;

    Stream(Response response, Callback callback, long known) {
      this.response = response;
      this.callback = callback;
      this.known = known;
    }
  }

  /**
   * @param latest a number that rises with everything new; asked once a second while anybody waits
   */
  public EventStreams(LongSupplier latest) {
    this.latest = latest;
    this.looking = new Thread(this::look, "serve-news");
    looking.setDaemon(true);
    looking.start();
  }

  /**
   * An answer that becomes such a request.
   *
   * @param asked says what the page knows that waits, as {@code since} or by the id of the last
   *     news; what came after it is told at once
   */
  public Answer answer(Asked asked) {
    String since = asked.header("Last-Event-ID").orElse(asked.query("since"));
    long known = since.matches("[0-9]{1,18}") ? Long.parseLong(since) : latest.getAsLong();
    return new Answer(200, TYPE, Map.of("Cache-Control", "no-store"), -1, new Waiting(known));
  }

  /** Content that is sent when there is news; {@code known} is what whoever waits knows. */
  private record Waiting(long known) implements Answer.Content {
    @Override
    public void to(OutputStream out) {
      // It is not written by whoever answers.
    }
  }

  static boolean isStream(Answer answer) {
    return answer.content() instanceof Waiting;
  }

  void open(Response response, Callback callback, Answer answer) {
    Waiting waiting = (Waiting) answer.content();
    Stream stream = new Stream(response, callback, waiting.known());
    synchronized (this) {
      if (closed || streams.size() >= MOST) {
        response.write(true, null, callback);
        return;
      }
      streams.add(stream);
      notifyAll();
    }
    send(stream, ": here\n\n");
  }

  private void look() {
    int quiet = 0;
    while (!closed) {
      try {
        synchronized (this) {
          while (streams.isEmpty() && !closed) {
            wait();
          }
          if (closed) {
            return;
          }
        }
        long now = latest.getAsLong();
        tell(now);
        if (++quiet >= QUIET) {
          all(": still here\n\n");
          quiet = 0;
        }
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // The collection cannot be read just now; the next look may.
      }
    }
  }

  private void tell(long now) {
    for (Stream stream : open()) {
      // The thread that looks alone changes what a stream knows.
      if (stream.known != now && send(stream, "id: " + now + "\ndata: " + now + "\n\n")) {
        stream.known = now;
      }
    }
  }

  private void all(String text) {
    open().forEach(s -> send(s, text));
  }

  private List<Stream> open() {
    synchronized (this) {
      for (Iterator<Stream> i = streams.iterator(); i.hasNext(); ) {
        if (i.next().gone) {
          i.remove();
        }
      }
      return List.copyOf(streams);
    }
  }

  /** Sends, and tells so, unless what was sent before is still on its way. */
  private static boolean send(Stream stream, String text) {
    synchronized (stream) {
      if (stream.busy || stream.gone) {
        return false;
      }
      stream.busy = true;
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    stream.response.write(
        false,
        bytes,
        Callback.from(
            () -> {
              synchronized (stream) {
                stream.busy = false;
              }
            },
            failure -> {
              synchronized (stream) {
                stream.gone = true;
              }
              stream.callback.failed(failure);
            }));
    return true;
  }

  /** Ends all of them; nobody looks at the collection any more afterwards. */
  @Override
  public void close() {
    List<Stream> now;
    synchronized (this) {
      closed = true;
      now = List.copyOf(streams);
      streams.clear();
      notifyAll();
    }
    looking.interrupt();
    for (Stream stream : now) {
      if (!stream.gone) {
        stream.response.write(true, null, stream.callback);
      }
    }
    try {
      looking.join(LAST_LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
