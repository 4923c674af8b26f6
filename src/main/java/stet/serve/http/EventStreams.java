package stet.serve.http;

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
    private boolean busy;
    private boolean gone;

    Stream(Response response, Callback callback) {
      this.response = response;
      this.callback = callback;
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

  /** An answer that becomes such a request. */
  public static Answer answer() {
    return new Answer(200, TYPE, Map.of("Cache-Control", "no-store"), -1, out -> {});
  }

  static boolean isStream(Answer answer) {
    return answer.type().equals(TYPE);
  }

  void open(Response response, Callback callback) {
    Stream stream = new Stream(response, callback);
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
    long before = -1;
    int quiet = 0;
    while (!closed) {
      try {
        synchronized (this) {
          while (streams.isEmpty() && !closed) {
            before = -1;
            wait();
          }
        }
        long now = latest.getAsLong();
        quiet = before >= 0 && now != before ? QUIET : quiet + 1;
        if (before >= 0 && now != before) {
          all("data: " + now + "\n\n");
          quiet = 0;
        } else if (quiet >= QUIET) {
          all(": still here\n\n");
          quiet = 0;
        }
        before = now;
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // The collection cannot be read just now; the next look may.
      }
    }
  }

  private void all(String text) {
    List<Stream> now;
    synchronized (this) {
      for (Iterator<Stream> i = streams.iterator(); i.hasNext(); ) {
        if (i.next().gone) {
          i.remove();
        }
      }
      now = List.copyOf(streams);
    }
    now.forEach(s -> send(s, text));
  }

  /** Sends unless what was sent before is still on its way: who reads slowly misses some. */
  private static void send(Stream stream, String text) {
    synchronized (stream) {
      if (stream.busy || stream.gone) {
        return;
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
  }

  /** Ends all of them. */
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
  }
}
