package stet.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import stet.capture.WebAddress;
import stet.fetch.FetchOptions.Limits;

/**
 * The open connections, one to a host. Each is made to an address that the guard has checked, and
 * is kept for a while after an answer.
 */
final class Connections implements AutoCloseable {
  private static final TimeValue KEPT_ALIVE = TimeValue.ofSeconds(30);

  private final Limits limits;
  private final PoolingHttpClientConnectionManager pool;
  // The library's socket factory is told nothing about the exchange that a socket is for.
  private final ThreadLocal<Deadline> opening = new ThreadLocal<>();

  /**
   * @param guard checks the addresses of every connection
   * @param tls whom to trust; null for this machine's certificate authorities
   */
  Connections(Limits limits, AddressGuard guard, @Nullable SSLContext tls) {
    this.limits = limits;
    TlsSocketStrategy strategy =
        tls == null ? DefaultClientTlsStrategy.createDefault() : new DefaultClientTlsStrategy(tls);
    DefaultHttpClientConnectionOperator operator =
        new DefaultHttpClientConnectionOperator(
            proxy -> new GuardedSocket(opening.get()),
            null,
            new Guarded(guard),
            RegistryBuilder.<TlsSocketStrategy>create().register("https", strategy).build());
    pool =
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
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
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
    pool.setMaxTotal(limits.maxConnections());
    pool.setDefaultMaxPerRoute(1);
    pool.setDefaultSocketConfig(
        SocketConfig.custom().setSoTimeout(idle).setTcpNoDelay(true).build());
    pool.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connectTimeout()))
            .setSocketTimeout(idle)
            // A server that closed the connection meanwhile, or said more than it was asked, is
            // noticed.
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build());
    pool.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(idle).build());
  }

  /** A connection to the address's host, open or still to be opened. */
  ConnectionEndpoint lease(WebAddress address, Deadline deadline) throws IOException {
    String name = address.host().replaceAll("[\\[\\]]", "");
    HttpHost host = new HttpHost(address.secure() ? "https" : "http", name, address.port());
    HttpRoute route = new HttpRoute(host, null, address.secure());
    Timeout wait = Timeout.ofMilliseconds(deadline.left());
    try {
      return pool.lease("", route, wait, null).get(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no connection became free");
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Opens a connection. */
  void connect(ConnectionEndpoint endpoint, Deadline deadline) throws IOException {
    opening.set(deadline);
    try {
      pool.connect(endpoint, TimeValue.of(limits.connectTimeout()), HttpClientContext.create());
    } finally {
      opening.remove();
    }
  }

  /**
   * Gives a connection back.
   *
   * @param again whether it can carry another exchange; otherwise it is closed
   */
  void release(ConnectionEndpoint endpoint, boolean again) {
    if (!again) {
      endpoint.close(CloseMode.IMMEDIATE);
    }
    pool.release(endpoint, null, again ? KEPT_ALIVE : TimeValue.ZERO_MILLISECONDS);
  }

  /** Closes connections that have been idle for longer than they are kept. */
  void tidy() {
    pool.closeExpired();
  }

  @Override
  public void close() {
    pool.close(CloseMode.IMMEDIATE);
  }
}
