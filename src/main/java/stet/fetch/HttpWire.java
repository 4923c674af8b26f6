package stet.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import stet.capture.Exchange.Failure;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.fetch.FetchOptions.Limits;

/**
 * One request, one answer, over HTTP/1.1 with kept-alive connections. Uses the parts of the HTTP
 * library below its client: no redirect, cookie, cache, credential or retry is handled behind our
 * back, and every byte that crosses the wire is known.
 */
final class HttpWire implements AutoCloseable {
  private static final TimeValue KEPT_ALIVE = TimeValue.ofSeconds(30);
  private static final TimeValue CHECKED_AFTER = TimeValue.ofMilliseconds(100);

  private final Limits limits;
  private final Clock clock;
  private final PoolingHttpClientConnectionManager connections;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final ThreadLocal<Deadline> opening = new ThreadLocal<>();
  private volatile boolean closed;

  /**
   * @param guard checks the addresses of every connection
   * @param tls whom to trust; null for this machine's certificate authorities
   */
  HttpWire(Limits limits, Clock clock, AddressGuard guard, @Nullable SSLContext tls) {
    this.limits = limits;
    this.clock = clock;
    DetachedSocketFactory sockets = proxy -> new GuardedSocket(opening.get());
    TlsSocketStrategy strategy =
        tls == null ? DefaultClientTlsStrategy.createDefault() : new DefaultClientTlsStrategy(tls);
    DefaultHttpClientConnectionOperator operator =
        new DefaultHttpClientConnectionOperator(
            sockets,
            null,
            new Guarded(guard),
            RegistryBuilder.<TlsSocketStrategy>create().register("https", strategy).build());
    connections =
        new PoolingHttpClientConnectionManager(
            operator,
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            factory());
    configure();
  }

  /** Gives the library only addresses that were checked, once for each connection. */
  private record Guarded(AddressGuard guard) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
      throw new UnsupportedOperationException("the port is needed: '" + host + "'");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }

    @Override
    public java.util.List<InetSocketAddress> resolve(String host, int port)
        throws UnknownHostException {
      // The library hands over names in Unicode, which name services do not know.
      String name =
          host.indexOf(':') >= 0 ? '[' + host + ']' : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      return guard.addresses(name, port).stream()
          .map(address -> new InetSocketAddress(address, port))
          .toList();
    }
  }

  private HttpConnectionFactory<ManagedHttpClientConnection> factory() {
    Http1Config config =
        Http1Config.custom()
            .setBufferSize(TappedConnection.READ_AHEAD)
            .setMaxLineLength(limits.maxHead())
            .setMaxHeaderCount(1000)
            .build();
    AtomicLong count = new AtomicLong();
    return socket -> TappedConnection.create("c" + count.incrementAndGet(), config);
  }

  private void configure() {
    Timeout idle = Timeout.of(limits.idleTimeout());
    connections.setMaxTotal(limits.maxConnections());
    connections.setDefaultMaxPerRoute(1);
    connections.setDefaultSocketConfig(
        SocketConfig.custom().setSoTimeout(idle).setTcpNoDelay(true).build());
    connections.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connectTimeout()))
            .setSocketTimeout(idle)
            .setValidateAfterInactivity(CHECKED_AFTER)
            .build());
    connections.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(idle).build());
  }

  /**
   * Asks once. A kept-alive connection that the server closed meanwhile is replaced by a new one.
   *
   * @param fields header fields to send, in order
   * @throws NoAnswer when no answer came, none that can be kept, or the wire was closed
   */
  Answer get(WebAddress address, Map<String, String> fields) throws NoAnswer {
    Deadline deadline = new Deadline(limits);
    while (true) {
      Attempt attempt = new Attempt(address, fields, deadline);
      try {
        return attempt.run();
      } catch (IOException | HttpException | IllegalStateException e) {
        if (closed || Thread.currentThread().isInterrupted()) {
          throw NoAnswer.stopped();
        }
        if (!attempt.wasStale()) {
          throw NoAnswer.of(e, attempt.connected);
        }
      }
    }
  }

  /** One request on one connection. */
  private final class Attempt {
    private final WebAddress address;
    private final Map<String, String> fields;
    private final Deadline deadline;
    private final AtomicReference<@Nullable TappedConnection> carrier = new AtomicReference<>();
    private boolean reused;
    private boolean connected;

    Attempt(WebAddress address, Map<String, String> fields, Deadline deadline) {
      this.address = address;
      this.fields = fields;
      this.deadline = deadline;
    }

    /** True where a kept connection gave nothing at all, as one does that was closed long ago. */
    boolean wasStale() {
      TappedConnection connection = carrier.get();
      return reused && connection != null && connection.tap().isSilent();
    }

    Answer run() throws IOException, HttpException, NoAnswer {
      ConnectionEndpoint endpoint = lease();
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

    private ConnectionEndpoint lease() throws IOException {
      String name = address.host().replaceAll("[\\[\\]]", "");
      HttpHost host = new HttpHost(address.secure() ? "https" : "http", name, address.port());
      HttpRoute route = new HttpRoute(host, null, address.secure());
      Timeout wait = Timeout.ofMilliseconds(deadline.left());
      try {
        return connections.lease("", route, wait, null).get(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new java.io.InterruptedIOException("interrupted");
      } catch (TimeoutException e) {
        throw new java.net.SocketTimeoutException("no connection became free");
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      }
    }

    private void connect(ConnectionEndpoint endpoint) throws IOException {
      reused = endpoint.isConnected();
      if (!reused) {
        opening.set(deadline);
        try {
          connections.connect(
              endpoint, TimeValue.of(limits.connectTimeout()), HttpClientContext.create());
        } finally {
          opening.remove();
        }
      }
      connected = true;
    }

    private ClassicHttpResponse send(ConnectionEndpoint endpoint)
        throws IOException, HttpException {
      BasicClassicHttpRequest request = new BasicClassicHttpRequest("GET", address.target());
      fields.forEach(request::addHeader);
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
      TappedConnection connection = java.util.Objects.requireNonNull(carrier.get());
      WireTap tap = connection.tap();
      if (tap.headLength() > limits.maxHead()) {
        throw new NoAnswer(Failure.TOO_LARGE, "its head is larger than " + limits.maxHead());
      }
      // A chunk may be a single byte, framed by five others.
      tap.allow(tap.headLength() + 6L * limits.maxBody() + TappedConnection.READ_AHEAD);
      byte[] body = body(response);
      byte[] transferred = tap.bodyBytes();
      Payload received = Payload.of(transferred);
      Payload payload = java.util.Arrays.equals(transferred, body) ? received : Payload.of(body);
      return new Answer(
          at,
          HttpHead.of(tap.requestBytes()),
          HttpHead.of(tap.headBytes()),
          received,
          payload,
          ip(connection));
    }

    private byte[] body(ClassicHttpResponse response) throws IOException, NoAnswer {
      HttpEntity entity = response.getEntity();
      if (entity == null) {
        return new byte[0];
      }
      if (entity.getContentLength() > limits.maxBody()) {
        throw tooLarge();
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] buffer = new byte[TappedConnection.READ_AHEAD];
      InputStream in = entity.getContent();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        body.write(buffer, 0, n);
        if (body.size() > limits.maxBody()) {
          throw tooLarge();
        }
      }
      return body.toByteArray();
    }

    private NoAnswer tooLarge() {
      return new NoAnswer(
          Failure.TOO_LARGE, "its body is larger than " + limits.maxBody() + " bytes");
    }

    private boolean isReusable(ClassicHttpResponse response) {
      TappedConnection connection = carrier.get();
      return connection != null
          && connection.tap().isDrained()
          && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(
              new BasicClassicHttpRequest("GET", "/"), response, HttpClientContext.create());
    }

    private void release(ConnectionEndpoint endpoint, boolean again) {
      TappedConnection connection = carrier.get();
      if (connection != null) {
        connection.end();
      }
      if (!again) {
        endpoint.close(CloseMode.IMMEDIATE);
      }
      connections.release(endpoint, null, again ? KEPT_ALIVE : TimeValue.ZERO_MILLISECONDS);
    }
  }

  private static String ip(TappedConnection connection) {
    return connection.getRemoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress().getHostAddress()
        : "";
  }

  /** Closes connections that have been idle for longer than they are kept. */
  void tidy() {
    connections.closeExpired();
  }

  @Override
  public void close() {
    closed = true;
    connections.close(CloseMode.IMMEDIATE);
  }
}
