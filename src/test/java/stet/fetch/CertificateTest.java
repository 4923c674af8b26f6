package stet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.HandClock;
import stet.capture.Exchange.Failure;
import stet.fetch.FetchOutcome.Answered;
import stet.fetch.FetchOutcome.Failed;

/** Certificates under a root that is trusted here, each with another fault, or with none. */
class CertificateTest {
  private static final char[] PASSWORD = "newsroom".toCharArray();
  private static final String ROOT = "CN=Fictional root";
  private static Instant now;
  private static KeyPair root;
  private static KeyPair stranger;
  private static KeyPair own;
  private static SSLContext trust;

  @BeforeAll
  static void makeRoot() throws Exception {
    now = Instant.now();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    root = generator.generateKeyPair();
    stranger = generator.generateKeyPair();
    own = generator.generateKeyPair();
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("root", authority(ROOT, root, ROOT, root, true));
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(trusted);
    trust = SSLContext.getInstance("TLS");
    trust.init(null, managers.getTrustManagers(), null);
  }

  private static Certificate authority(
      String subject, KeyPair keys, String issuer, KeyPair signer, boolean isAuthority)
      throws Exception {
    return issue(
        new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(900))),
                Date.from(now.plus(Duration.ofDays(900))),
                new X500Name(subject),
                keys.getPublic())
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority)),
        signer);
  }

  private static Certificate leaf(String name, int from, int to, String issuer, KeyPair signer)
      throws Exception {
    return issue(
        new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.TWO,
                Date.from(now.plus(Duration.ofDays(from))),
                Date.from(now.plus(Duration.ofDays(to))),
                new X500Name("CN=" + name),
                own.getPublic())
            .addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, name))),
        signer);
  }

  private static Certificate issue(
      org.bouncycastle.cert.X509v3CertificateBuilder builder, KeyPair signer) throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
  }

  /** What a server shows: its own certificate, and what stands between it and the root. */
  private static Certificate[] chain(String issuer, String name, int from, int to)
      throws Exception {
    return switch (issuer) {
      case "root" -> new Certificate[] {leaf(name, from, to, ROOT, root)};
      case "namesake" -> new Certificate[] {leaf(name, from, to, ROOT, stranger)};
      case "stranger" -> new Certificate[] {leaf(name, from, to, "CN=Stranger", stranger)};
      case "middle", "no authority" ->
          new Certificate[] {
            leaf(name, from, to, "CN=Middle", stranger),
            authority("CN=Middle", stranger, ROOT, root, issuer.equals("middle"))
          };
      default -> throw new IllegalArgumentException(issuer);
    };
  }

  private static Newsroom secured(Certificate... chain) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("n", own.getPrivate(), PASSWORD, chain);
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new Newsroom(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  private static FetchOutcome fetch(int port) {
    FetchOptions options =
        FetchOptions.STANDARD
            .withPoliteness(Desk.HASTY)
            .withAllowedPrivateHosts(Set.of("news.example"));
    HandClock clock = new HandClock(Desk.MORNING);
    try (Fetcher fetcher =
        new Fetcher(
            options,
            clock,
            new HostThrottle(options.politeness()),
            new RobotsCache(),
            name -> List.of(InetAddress.getLoopbackAddress()),
            clock::pass,
            trust)) {
      return fetcher.fetch(FetchRequest.of("https://news.example:" + port + "/a"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "root,news.example,-10,10,''",
    "middle,news.example,-10,10,''",
    "root,*.example,-10,10,''",
    "root,news.example,-10,-1,has expired",
    "middle,news.example,-400,-300,has expired",
    "root,news.example,1,10,not valid yet",
    "root,other.example,-10,10,for another host",
    "root,news.example.evil.example,-10,10,for another host",
    "root,*.news.example,-10,10,for another host",
    "root,ews.example,-10,10,for another host",
    "stranger,news.example,-10,10,no authority that is trusted here",
    "namesake,news.example,-10,10,",
    "no authority,news.example,-10,10,"
  })
  void aCertificateIsTakenOrRefusedWithTheReason(
      String issuer, String name, int from, int to, String reason) throws Exception {
    try (Newsroom newsroom = secured(chain(issuer, name, from, to))) {
      newsroom.page("/a", "hello");
      FetchOutcome outcome = fetch(newsroom.port());
      if (reason != null && reason.isEmpty()) {
        assertThat(outcome).isInstanceOf(Answered.class);
        return;
      }
      Failed failed = (Failed) outcome;
      assertThat(failed.failure()).isEqualTo(Failure.TLS);
      assertThat(failed.detail()).contains(reason == null ? "" : reason);
      assertThat(newsroom.requests()).isEmpty();
    }
  }
}
