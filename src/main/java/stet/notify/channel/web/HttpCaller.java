package stet.notify.channel.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import stet.text.OneLine;
import stet.text.SafeText;

/**
 * Asks the servers of channels. It follows no redirect, waits no longer than it was told, reads an
 * answer to a bound, and says nothing of an address but its host.
 */
public final class HttpCaller {
  private static final int LONGEST_ANSWER = 65_536;
  private static final int SHORTEST_SECRET = 6;
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private final HttpClient client;
  private final Duration timeout;
  private final String agent;
  private final Clock clock;

  /**
   * @param timeout how long to wait for all of an answer
   * @param trust in which servers; null for those that this machine trusts
   * @param agent names the program to servers
   */
  public HttpCaller(Duration timeout, @Nullable SSLContext trust, String agent, Clock clock) {
    this.timeout = timeout;
    this.agent = agent;
    this.clock = clock;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout.compareTo(CONNECTING) < 0 ? timeout : CONNECTING);
    client = trust == null ? builder.build() : builder.sslContext(trust).build();
  }

  /** The time as answers are dated by. */
  public Clock clock() {
    return clock;
  }

  /** A request to send JSON to an address. */
  public static HttpRequest.Builder json(URI to, String body) {
    return HttpRequest.newBuilder(to)
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /**
   * Sends a request.
   *
   * @param secrets what of it nobody is shown; the address is one where {@code discreet}
   * @param discreet whether the address itself is a secret
   * @throws Undelivered when no answer came; whether the request arrived is unknown then
   */
  public HttpReply send(HttpRequest.Builder request, boolean discreet, String... secrets)
      throws Undelivered, InterruptedException {
    HttpRequest asked = request.header("User-Agent", agent).build();
    String host = asked.uri().getHost();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(asked, head -> new BoundedBody(LONGEST_ANSWER));
    try {
      HttpResponse<byte[]> got = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new HttpReply(
          host,
          got.statusCode(),
          got.headers(),
          got.body(),
          hidden(asked.uri(), discreet, secrets),
          clock.instant());
    } catch (ExecutionException e) {
      throw Undelivered.later("cannot reach '" + host + "': " + why(e.getCause(), asked.uri()));
    } catch (TimeoutException e) {
      throw Undelivered.later(
          "'" + host + "' did not answer within 'timeout', " + timeout.toSeconds() + " s");
    } finally {
      answer.cancel(true);
    }
  }

  private static List<String> hidden(URI uri, boolean discreet, String... secrets) {
    List<String> hidden = new ArrayList<>(List.of(secrets));
    if (discreet) {
      hidden.add(uri.toString());
      hidden.add(uri.getRawPath());
      for (String part : (uri.getRawPath() + "/" + uri.getRawQuery()).split("[/&=]")) {
        hidden.add(part);
      }
    }
    hidden.removeIf(secret -> secret.length() < SHORTEST_SECRET);
    return hidden;
  }

  /**
   * Why there was no answer. What exceptions say may hold an address, so only some of it is used.
   */
  private static String why(@Nullable Throwable cause, URI uri) {
    boolean unconnected = false;
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
        return "no such host; see whether the address is right";
      }
      if (at instanceof HttpConnectTimeoutException || at instanceof HttpTimeoutException) {
        return "no answer in time";
      }
      if (at instanceof SSLException) {
        return tlsFailed(String.valueOf(at.getMessage()));
      }
      unconnected |= at instanceof ConnectException;
    }
    if (unconnected) {
      return "no connection, nobody listens at port "
          + port(uri)
          + "; see whether the address is right and whether the server runs";
    }
    return cause instanceof IOException ? "the connection ended" : "the request failed";
  }

  private static int port(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? 80 : 443;
  }

  private static String tlsFailed(String said) {
    return said.contains("plaintext") || said.contains("unrecognized SSL message")
        ? "it speaks no TLS there; begin with http:// only where it is meant to be unencrypted"
        : "TLS failed: "
            + SafeText.escaped(OneLine.of(said))
            + "; a certificate of an own authority goes into 'ca-file'";
  }
}
