package stet.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import stet.capture.Exchange.Failure;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.capture.WebAddress;
import stet.fetch.FetchOptions.Limits;

/**
 * One request, one answer, over HTTP/1.1 with kept-alive connections. Uses the parts of the HTTP
 * library below its client: no redirect, cookie, cache, credential or retry is handled behind our
 * back, and every byte that crosses the wire is known.
 */
final class HttpWire implements AutoCloseable {
  private final Limits limits;
  private final Clock clock;
  private final Connections connections;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final Semaphore large = new Semaphore(HeldRoom.PLACES, true);
  private final ThreadLocal<HeldRoom> room = new ThreadLocal<>();
  private volatile boolean closed;

  /**
   * @param guard checks the addresses of every connection
   * @param tls whom to trust; null for this machine's certificate authorities
   */
  HttpWire(Limits limits, Clock clock, AddressGuard guard, @Nullable SSLContext tls) {
    this.limits = limits;
    this.clock = clock;
    this.connections = new Connections(limits, guard, tls);
  }

  /** Does what asks, with large answers in that room. */
  <T> T within(HeldRoom held, Supplier<T> asking) {
    room.set(held);
    try {
      return asking.get();
    } finally {
      room.remove();
    }
  }

  /**
   * Asks once. A kept-alive connection that the server closed meanwhile is replaced by a new one.
   *
   * @param fields header fields to send, in order
   * @throws NoAnswer when no answer came, none that can be kept, or the wire was closed
   */
  Answer get(WebAddress address, Map<String, String> fields) throws NoAnswer {
    return get(address, fields, 0);
  }

  /**
   * The same for a file of which only the beginning counts.
   *
   * @param enough bytes of the body after which no more is read; 0 for all of it
   */
  Answer get(WebAddress address, Map<String, String> fields, int enough) throws NoAnswer {
    return ask(address, fields, null, enough);
  }

  /**
   * Sends a body, also once more where a kept connection turns out to be closed.
   *
   * @param fields with the body's type and length
   * @param enough bytes of the answer's body after which no more is read
   */
  Answer post(WebAddress address, Map<String, String> fields, byte[] body, int enough)
      throws NoAnswer {
    return ask(address, fields, body, enough);
  }

  private Answer ask(
      WebAddress address, Map<String, String> fields, byte @Nullable [] body, int enough)
      throws NoAnswer {
    Deadline deadline = new Deadline(limits);
    while (true) {
      Attempt attempt = new Attempt(address, fields, body, deadline, enough);
      try {
        return attempt.run();
      } catch (IOException | HttpException | RuntimeException e) {
        // The library takes some of what servers say (status 000) for a programmer's mistake.
        if (closed || Thread.currentThread().isInterrupted()) {
          throw NoAnswer.stopped();
        }
        if (!attempt.wasStale()) {
          throw NoAnswer.of(e, attempt.connected, deadline.isReached());
        }
      }
    }
  }

  /** One request on one connection. */
  private final class Attempt {
    private final WebAddress address;
    private final Map<String, String> fields;
    private final byte @Nullable [] body;
    private final Deadline deadline;
    private final AtomicReference<@Nullable TappedConnection> carrier = new AtomicReference<>();
    private final long begun = System.nanoTime();
    private boolean reused;
    private boolean connected;
    private boolean silent;
    private final int enough;
    private boolean brokeOff;

    Attempt(
        WebAddress address,
        Map<String, String> fields,
        byte @Nullable [] body,
        Deadline deadline,
        int enough) {
      this.enough = enough;
      this.body = body;
      this.address = address;
      this.fields = fields;
      this.deadline = deadline;
    }

    /** True where a kept connection gave nothing at all, as one does that was closed long ago. */
    boolean wasStale() {
      return reused && silent;
    }

    Answer run() throws IOException, HttpException, NoAnswer {
      ConnectionEndpoint endpoint = connections.lease(address, deadline);
      boolean again = false;
      try {
        connect(endpoint);
        ClassicHttpResponse response = send(endpoint);
        Answer answer = receive(response);
        again = isReusable(response);
        return answer;
      } finally {
        release(endpoint, again);
      }
    }

    private void connect(ConnectionEndpoint endpoint) throws IOException {
      reused = endpoint.isConnected();
      if (!reused) {
        connections.connect(endpoint, deadline);
      }
      deadline.reach();
      connected = true;
    }

    private ClassicHttpResponse send(ConnectionEndpoint endpoint)
        throws IOException, HttpException {
      String method = body == null ? "GET" : "POST";
      BasicClassicHttpRequest request = new BasicClassicHttpRequest(method, address.target());
      fields.forEach(request::addHeader);
      if (body != null) {
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_FORM_URLENCODED));
      }
      return endpoint.execute(
          "",
          request,
          (sent, connection, context) -> {
            TappedConnection tapped = (TappedConnection) connection;
            carrier.set(tapped);
            tapped.begin(deadline, limits.maxHead());
            return executor.execute(sent, connection, context);
          },
          HttpClientContext.create());
    }

    private Answer receive(ClassicHttpResponse response) throws IOException, NoAnswer {
      Instant at = clock.instant();
      TappedConnection connection = Objects.requireNonNull(carrier.get());
      WireTap tap = connection.tap();
      if (response.getCode() < 200) {
        throw new NoAnswer(Failure.NOT_HTTP, "status " + response.getCode() + " is no answer");
      }
      if (tap.headLength() > limits.maxHead()) {
        throw new NoAnswer(Failure.TOO_LARGE, "its head is larger than " + limits.maxHead());
      }
      // Chunks of some bytes each are framed by as many again; smaller ones are no use to anyone.
      tap.allow(tap.headLength() + 2L * limits.maxBody() + TappedConnection.READ_AHEAD);
      HttpEntity entity = response.getEntity();
      boolean chunked = entity != null && entity.isChunked();
      ByteArrayOutputStream unchunked = new ByteArrayOutputStream();
      drain(entity, chunked ? unchunked : OutputStream.nullOutputStream());
      byte[] transferred = tap.bodyBytes();
      Payload payload = Payload.of(chunked ? unchunked.toByteArray() : transferred);
      return new Answer(
          at,
          HttpHead.of(tap.requestBytes()),
          HttpHead.of(tap.headBytes()),
          chunked ? new TransferredBytes(transferred) : payload,
          payload,
          ip(connection),
          Duration.ofMillis((System.nanoTime() - begun) / 1_000_000));
    }

    private void drain(@Nullable HttpEntity entity, OutputStream out) throws IOException, NoAnswer {
      if (entity == null) {
        return;
      }
      if (enough == 0 && entity.getContentLength() > limits.maxBody()) {
        throw tooLarge();
      }
      byte[] buffer = new byte[TappedConnection.READ_AHEAD];
      InputStream in = entity.getContent();
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        size += n;
        if (enough > 0 && size >= enough) {
          brokeOff = true;
          return;
        }
        if (size > limits.maxBody()) {
          throw tooLarge();
        }
        if (size > HeldRoom.LARGE && room.get() != null) {
          room.get().take(large, deadline);
        }
      }
    }

    private NoAnswer tooLarge() {
      return new NoAnswer(
          Failure.TOO_LARGE, "its body is larger than " + limits.maxBody() + " bytes");
    }

    private boolean isReusable(ClassicHttpResponse response) {
      TappedConnection connection = carrier.get();
      return connection != null
          && !brokeOff
          && connection.tap().isDrained()
          && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(
              new BasicClassicHttpRequest("GET", "/"), response, HttpClientContext.create());
    }

    private void release(ConnectionEndpoint endpoint, boolean again) {
      TappedConnection connection = carrier.get();
      if (connection != null) {
        silent = connection.tap().isSilent();
        connection.end();
      }
      connections.release(endpoint, again);
    }
  }

  private static String ip(TappedConnection connection) {
    return connection.getRemoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress().getHostAddress()
        : "";
  }

  /** Closes connections that have been idle for longer than they are kept. */
  void tidy() {
    connections.tidy();
  }

  @Override
  public void close() {
    closed = true;
    connections.close();
  }
}
