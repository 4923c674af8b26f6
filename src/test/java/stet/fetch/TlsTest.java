package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;
import stet.capture.Exchange.Failure;
import stet.capture.Exchange.Http;
import stet.fetch.FetchOutcome.Answered;
import stet.fetch.FetchOutcome.Failed;

/** A certificate of an authority that only this test knows, made for one name. */
class TlsTest {
  private static final char[] PASSWORD = "newsroom".toCharArray();
  @TempDir static Path folder;
  private static SSLContext context;

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path store = folder.resolve("newsroom.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "n",
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storepass",
                "newsroom",
                "-dname",
                "CN=news.example",
                "-ext",
                "san=dns:news.example",
                "-validity",
                "3650")
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("n", keys.getCertificate("n"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
  }

  private static FetchOutcome fetch(int port, String host, @Nullable SSLContext trust) {
    FetchOptions options =
        FetchOptions.STANDARD.withPoliteness(Desk.HASTY).withAllowedPrivateHosts(Set.of(host));
    HostThrottle throttle = new HostThrottle(options.politeness());
    HostResolver loopback = name -> List.of(InetAddress.getLoopbackAddress());
    HandClock clock = new HandClock(Desk.MORNING);
    try (Fetcher fetcher =
        new Fetcher(options, clock, throttle, new RobotsCache(), loopback, clock::pass, trust)) {
      return fetcher.fetch(FetchRequest.of("https://" + host + ":" + port + "/a"));
    }
  }

  private static Newsroom secured() throws Exception {
    return new Newsroom(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  @Test
  void bytesAreRecordedAsTheyAreInsideTls() throws Exception {
    try (Newsroom newsroom = secured()) {
      newsroom.page("/a", "Content-Type: text/html\r\n", "hello".getBytes(UTF_8));
      FetchOutcome outcome = fetch(newsroom.port(), "news.example", context);
      assertThat(outcome).isInstanceOf(Answered.class);
      Http http = (Http) outcome.captures().get(0).exchange();
      assertThat(new String(http.request().bytes(), UTF_8))
          .isEqualTo(newsroom.requests().get(1))
          .startsWith("GET /a HTTP/1.1\r\nHost: news.example:" + newsroom.port());
      assertThat(http.transferred().bytes()).isEqualTo("hello".getBytes(UTF_8));
      assertThat(newsroom.connections()).isEqualTo(1);
    }
  }

  @Test
  void certificateNobodyVouchesForIsRefused() throws Exception {
    try (Newsroom newsroom = secured()) {
      newsroom.page("/a", "hello");
      Failed failed = (Failed) fetch(newsroom.port(), "news.example", null);
      assertThat(failed.failure()).isEqualTo(Failure.TLS);
      assertThat(newsroom.requests()).isEmpty();
    }
  }

  @Test
  void certificateForAnotherNameIsRefused() throws Exception {
    try (Newsroom newsroom = secured()) {
      newsroom.page("/a", "hello");
      Failed failed = (Failed) fetch(newsroom.port(), "other.example", context);
      assertThat(failed.failure()).isEqualTo(Failure.TLS);
      assertThat(newsroom.requests()).isEmpty();
    }
  }

  @Test
  void plainServerBehindHttpsIsATlsFailure() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> sayPlainly(plain));
      Failed failed = (Failed) fetch(plain.getLocalPort(), "news.example", context);
      assertThat(failed.failure()).isEqualTo(Failure.TLS);
      served.join();
    }
  }

  private static void sayPlainly(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      socket.getInputStream().read(new byte[4096]);
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
