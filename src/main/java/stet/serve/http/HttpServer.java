package stet.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The server: Jetty's, with bounds on everything that comes from outside. */
public final class HttpServer implements AutoCloseable {
  private static final int THREADS = 24;
  private static final int IDLE_MILLIS = 30_000;
  private static final int STOP_MILLIS = 5_000;
  private static final int HEADERS = 16 << 10;

  private final Server server;
  private final ServerConnector connector;
  private final EventStreams events;

  /**
   * @param events requests that stay open and are told of news
   * @param traffic counts what is answered
   * @param connections how many are held at the same time; whoever comes then waits until another
   *     has left
   */
  public HttpServer(
      Listening listening,
      Routes routes,
      Face face,
      Access access,
      EventStreams events,
      Traffic traffic,
      int connections,
      Clock clock) {
    QueuedThreadPool pool = new QueuedThreadPool(THREADS, 4);
    pool.setName("serve");
    pool.setDaemon(true);
    this.server = new Server(pool);
    this.events = events;
    this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(listening.host());
    connector.setPort(listening.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(1_024);
    server.addConnector(connector);
    traffic.connections(() -> connector.getConnectedEndPoints().size());
    server.addBean(new NetworkConnectionLimit(connections, connector));
    server.setStopTimeout(STOP_MILLIS);
    Desk desk = new Desk(listening, routes, face, new Gate(access, clock));
    server.setErrorHandler(new BareErrors(desk));
    Handler answering = new Answering(desk, events, traffic, listening.base(), routes.verbatim());
    server.setHandler(new GracefulHandler(compressed(answering)));
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(HEADERS);
    configuration.setResponseHeaderSize(2 * HEADERS);
    configuration.setUriCompliance(Target.LENIENT);
    return configuration;
  }

  private static Handler compressed(Handler answering) {
    CompressionHandler handler = new CompressionHandler(answering);
    handler.putConfiguration(
        "/*",
        CompressionConfig.builder()
            // What is sent is taken as it is: nothing unpacks before its size is looked at.
            .decompressExcludePath("/*")
            .compressIncludeMimeType("text/html")
            .compressIncludeMimeType("text/css")
            .compressIncludeMimeType("text/javascript")
            .compressIncludeMimeType("application/json")
            .compressIncludeMimeType("application/problem+json")
            .compressIncludeMimeType("application/x-ndjson")
            .compressIncludeMimeType("application/link-format")
            .compressIncludeMimeType("application/atom+xml")
            .compressIncludeMimeType("application/feed+json")
            .compressIncludeMimeType("image/svg+xml")
            .build());
    return handler;
  }

  /**
   * Begins to listen.
   *
   * @throws IOException when the port is taken, or the address is not of this machine
   */
  public void start() throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw e;
    } catch (Exception e) {
      close();
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Ends it: requests that are being answered are, for some seconds. */
  @Override
  public void close() {
    events.close();
    try {
      server.stop();
    } catch (Exception e) {
      // What could not be ended in time is cut off with the process.
    }
  }

  /** Jetty's own refusals, of requests that make no sense. */
  private record BareErrors(Desk desk) implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Answer answer = desk.unread(response.getStatus(), "The request makes no sense here.");
      SafeHeaders.of(answer).forEach(response.getHeaders()::put);
      try (OutputStream out = Content.Sink.asOutputStream(response)) {
        answer.content().to(out);
      } catch (IOException e) {
        callback.failed(e);
        return true;
      }
      callback.succeeded();
      return true;
    }
  }

  /** Hands requests to the desk and its answers back. */
  private static final class Answering extends Handler.Abstract {
    private final Desk desk;
    private final AnswerWriter writer;
    private final String base;
    private final List<String> verbatim;

    Answering(Desk desk, EventStreams events, Traffic traffic, String base, List<String> verbatim) {
      this.desk = desk;
      this.base = base;
      this.verbatim = verbatim;
      Answer busy = desk.unread(503, "Too much is being sent just now.");
      this.writer = new AnswerWriter(events, busy, traffic);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (!AwaitedContent.isAwaited(request)) {
        answer(new JettyFacts(request, null), response, callback);
        return true;
      }
      Executor threads = getServer().getThreadPool();
      new AwaitedContent(
              request,
              System::nanoTime,
              got -> threads.execute(() -> awaited(request, got, response, callback)))
          .run();
      return true;
    }

    private void awaited(
        Request request, AwaitedContent.Got got, Response response, Callback callback) {
      HttpProblem problem = got.problem();
      if (problem == null) {
        answer(new JettyFacts(request, got.content()), response, callback);
      } else {
        Answer refusal = desk.unread(problem.status(), problem.detail());
        writer.write(request, refusal, response, callback);
      }
    }

    private void answer(JettyFacts facts, Response response, Callback callback) {
      Request request = facts.request();
      Answer answer = answer(facts);
      Runnable write = () -> writer.write(request, answer, response, callback);
      if (answer.status() < 400 || request.getLength() == 0) {
        write.run();
      } else {
        Executor threads = getServer().getThreadPool();
        new DiscardedContent(request, System::nanoTime, threads, write).run();
      }
    }

    private Answer answer(JettyFacts facts) {
      try {
        Target target = Target.of(facts.request().getHttpURI(), base, verbatim);
        return unchanged(facts, desk.answer(facts, target.path(), target.query()));
      } catch (HttpProblem e) {
        return desk.unread(e.status(), e.detail());
      }
    }

    /** 304 where the other side has the answer already (RFC 9110, 13.1.2). */
    private static Answer unchanged(Asked.Facts facts, Answer answer) {
      String tag = answer.headers().get("ETag");
      String known = facts.header("If-None-Match").orElse("");
      boolean same = tag != null && answer.status() == 200 && known.contains(tag);
      return same ? new Answer(304, "", answer.headers(), 0, out -> {}) : answer;
    }
  }

  /**
   * @param awaited the content where it has been read already
   */
  private record JettyFacts(Request request, @Nullable InputStream awaited) implements Asked.Facts {
    @Override
    public String method() {
      return request.getMethod();
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(request.getHeaders().get(name));
    }

    @Override
    public Optional<String> lastHeader(String name) {
      List<String> values = request.getHeaders().getValuesList(name);
      return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    @Override
    public InputStream content() {
      return awaited != null
          ? awaited
          : new Paced(Content.Source.asInputStream(request), System::nanoTime);
    }

    @Override
    public String peer() {
      SocketAddress address = request.getConnectionMetaData().getRemoteSocketAddress();
      return address instanceof java.net.InetSocketAddress inet
          ? inet.getAddress().getHostAddress()
          : "";
    }
  }
}
