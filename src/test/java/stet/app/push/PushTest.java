package stet.app.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.watch.store.Subscription;

/** What is pushed, by hubs and by others. */
class PushTest extends PushScene {
  private static final byte[] LIST = "<feed>fictional</feed>".getBytes(UTF_8);
  private static final String SIGNATURE = "X-Hub-Signature";

  private static String hex(String algorithm, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(Subscription own, byte[] body) {
    return "sha256=" + hex("HmacSHA256", own.secret(), body);
  }

  private static String callback(Subscription own) {
    return BASE + own.key();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private Instant later() {
    Instant far = START.plus(Duration.ofDays(30));
    nextCheck(far, START.minusSeconds(3_600));
    return far;
  }

  @ParameterizedTest
  @CsvSource({
    "sha1,HmacSHA1",
    "sha256,HmacSHA256",
    "sha384,HmacSHA384",
    "sha512,HmacSHA512",
    "SHA256,HmacSHA256"
  })
  void aSignatureOfEachAlgorithmMakesTheListDue(String name, String algorithm) throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    later();
    String signature = name + "=" + hex(algorithm, own.secret(), LIST);
    assertThat(push(callback(own), LIST, SIGNATURE, signature).statusCode()).isEqualTo(202);
    assertThat(feed().state().nextAt()).isEqualTo(START);
    assertThat(subscription().standing().heardAt()).isEqualTo(START);
    assertThat(counted("accepted")).isEqualTo(1);
  }

  private record Attack(byte[] body, String signature) {}

  private static List<Attack> attacks(Subscription own) {
    List<Attack> all = new ArrayList<>();
    String right = sha256(own, LIST);
    String mac = right.substring("sha256=".length());
    for (String wrong :
        List.of(
            "",
            "sha256",
            "sha256=",
            "=",
            "=" + mac,
            mac,
            "sha256:" + mac,
            "sha256=" + mac + "00",
            "sha256=" + mac.substring(2),
            "sha256=" + mac.substring(1),
            "sha256=zz" + mac.substring(2),
            "sha256=" + "0".repeat(64),
            "sha1=" + mac,
            "sha384=" + mac,
            "sha512=" + mac,
            "md5=" + hex("HmacMD5", own.secret(), LIST),
            "sha224=" + hex("HmacSHA224", own.secret(), LIST),
            "hmacsha256=" + mac,
            "none=",
            "sha256=" + hex("HmacSHA256", "guess", LIST),
            "sha256=" + hex("HmacSHA256", own.key(), LIST),
            "sha256=" + hex("HmacSHA256", own.secret() + "0", LIST),
            "sha256=" + hex("HmacSHA256", own.secret(), bytes("<feed>other</feed>")),
            "sha1=" + hex("HmacSHA256", own.secret(), LIST),
            "sha256=" + mac + "," + mac)) {
      all.add(new Attack(LIST, wrong));
    }
    for (String other : List.of("", " ", "<feed>fictional</feed> ", "<feed>", "x")) {
      all.add(new Attack(bytes(other), right));
    }
    return all;
  }

  @Test
  void noneOfFortyForgedOrReplayedPushesCounts() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    Instant far = later();
    int tries = 0;
    for (Attack attack : attacks(own)) {
      HttpResponse<String> answer =
          push(callback(own), attack.body(), SIGNATURE, attack.signature());
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(answer.body()).isEmpty();
      tries++;
    }
    assertThat(feed().state().nextAt()).isEqualTo(far);
    assertThat(subscription().standing().heardAt()).isNull();
    assertThat(counted("forged")).isEqualTo(tries);
    assertThat(counted("accepted")).isZero();

    // Limits are for pushes in a minute.
    clock.pass(Duration.ofMinutes(2));
    assertThat(push(callback(own), LIST, SIGNATURE, sha256(own, LIST)).statusCode()).isEqualTo(202);
    assertThat(counted("accepted")).isEqualTo(1);
    nextCheck(far, START);
    Instant heard = subscription().standing().heardAt();
    for (int i = 0; i < 10; i++) {
      clock.pass(Duration.ofHours(1));
      String again = (i % 2 == 0 ? "sha256=" : "sha1=");
      String mac = i % 2 == 0 ? "HmacSHA256" : "HmacSHA1";
      HttpResponse<String> answer =
          push(callback(own), LIST, SIGNATURE, again + hex(mac, own.secret(), LIST));
      assertThat(answer.statusCode()).isEqualTo(202);
      tries++;
    }
    System.out.println("Forged and replayed pushes: " + tries + " tries, 0 hits");
    assertThat(tries).isGreaterThanOrEqualTo(40);
    assertThat(counted("replayed")).isEqualTo(10);
    assertThat(counted("accepted")).isEqualTo(1);
    assertThat(feed().state().nextAt()).isEqualTo(far);
    assertThat(subscription().standing().heardAt()).isEqualTo(heard);
  }

  @Test
  void aReplayIsKnownAfterARestart() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    push(callback(own), LIST, SIGNATURE, sha256(own, LIST));
    assertThat(counted("accepted")).isEqualTo(1);
    end();
    begin(BASE);
    push(callback(own), LIST, SIGNATURE, sha256(own, LIST));
    assertThat(counted("replayed")).isEqualTo(1);
    byte[] other = bytes("<feed>other</feed>");
    push(callback(own), other, SIGNATURE, sha256(own, other));
    assertThat(counted("accepted")).isEqualTo(1);
  }

  @Test
  void whatIsTooLongIsRefusedAndCounted() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    Instant far = later();
    byte[] most = new byte[20 << 20];
    assertThat(push(callback(own), most, SIGNATURE, sha256(own, most)).statusCode()).isEqualTo(202);
    assertThat(counted("accepted")).isEqualTo(1);
    nextCheck(far, START);
    byte[] more = new byte[(20 << 20) + 1];
    assertThat(refused(own, "Content-Length: " + more.length)).isEqualTo(413);
    assertThat(refused(own, "Transfer-Encoding: chunked")).isEqualTo(413);
    assertThat(counted("oversized")).isEqualTo(2);
    assertThat(feed().state().nextAt()).isEqualTo(far);
  }

  /** Sends more than may be, as long as the server takes it, and reads the answer's status. */
  private int refused(Subscription own, String length) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      String path = callback(own).replace("https://stet.example", "");
      out.write(
          bytes("POST " + path + " HTTP/1.1\r\nHost: stet.example\r\n" + length + "\r\n\r\n"));
      byte[] piece = new byte[1 << 16];
      try {
        for (int sent = 0; sent <= 20 << 20 && socket.getInputStream().available() == 0; ) {
          if (length.startsWith("T")) {
            out.write(bytes("10000\r\n"));
          }
          out.write(piece);
          if (length.startsWith("T")) {
            out.write(bytes("\r\n"));
          }
          sent += piece.length;
        }
        if (length.startsWith("T")) {
          out.write(bytes("0\r\n\r\n"));
        }
      } catch (IOException e) {
        // The server has heard enough.
      }
      InputStream in = socket.getInputStream();
      return Integer.parseInt(new String(in.readNBytes(12), UTF_8).substring(9));
    }
  }

  @Test
  void whoKnowsNoKeyIsToldNothingAndSendsNothing() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    Instant far = later();
    String key = own.key();
    String other = (key.charAt(31) == '0' ? "1" : "0");
    for (String wrong :
        List.of(
            "0".repeat(32),
            key.substring(0, 31) + other,
            key.substring(1),
            key + "0",
            key.toUpperCase(java.util.Locale.ROOT) + "A",
            "%2e%2e",
            "' OR 1=1 --".replace(" ", "%20"))) {
      assertThat(push(BASE + wrong, LIST, SIGNATURE, sha256(own, LIST)).statusCode())
          .isIn(400, 404);
    }
    assertThat(feed().state().nextAt()).isEqualTo(far);
    assertThat(counted("accepted")).isZero();
    assertThat(counted("unknown")).isGreaterThan(1);
  }

  @Test
  void aHubThatTellsAllTheTimeIsToldToWait() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    for (int i = 0; i < 60; i++) {
      byte[] body = bytes("list " + i);
      assertThat(push(callback(own), body, SIGNATURE, sha256(own, body)).statusCode())
          .isEqualTo(202);
    }
    HttpResponse<String> answer = push(callback(own), LIST, SIGNATURE, sha256(own, LIST));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    clock.pass(Duration.ofMinutes(1));
    assertThat(push(callback(own), LIST, SIGNATURE, sha256(own, LIST)).statusCode()).isEqualTo(202);
  }

  @Test
  void howeverOftenAHubTellsAListIsAskedOnceAMinute() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    nextCheck(START.plus(Duration.ofDays(30)), START.minusSeconds(20));
    push(callback(own), LIST, SIGNATURE, sha256(own, LIST));
    assertThat(feed().state().nextAt()).isEqualTo(START.plusSeconds(40));
  }

  @Test
  void whatNobodySignedIsAHintThatCountsSeldom() throws IOException {
    try (TestHub plain = TestHub.of(null)) {
      hub.close();
      hub = plain;
      end();
      begin(BASE);
      Subscription own = subscribed(Duration.ofDays(8));
      nextCheck(START.plus(Duration.ofDays(30)), START.minusSeconds(60));
      assertThat(push(callback(own), LIST).statusCode()).isEqualTo(202);
      assertThat(counted("accepted")).isEqualTo(1);
      assertThat(feed().state().nextAt()).isEqualTo(START.plus(Duration.ofMinutes(9)));
    }
  }

  /** Only the two requests of hubs are answered under the name that hubs know. */
  @Test
  void nothingElseIsOpen() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    String path = callback(own).replace("https://stet.example", "");
    for (String other :
        List.of(
            "GET /desk/",
            "GET /desk/metrics",
            "GET /desk/websub",
            "GET /desk/websub/",
            "GET " + path + "/x",
            "POST /desk/api/v1/track",
            "POST /desk/login",
            "PUT " + path,
            "DELETE " + path,
            "HEAD " + path,
            "OPTIONS " + path,
            "POST " + path.replace("/desk", ""))) {
      assertThat(status(other, "stet.example", "")).as(other).isIn(404, 405, 421);
    }
    assertThat(status("POST " + path, "stet.example", "")).isEqualTo(202);
    assertThat(status("POST " + path, "other.example", "")).isEqualTo(421);
    // What a browser, or a proxy with a password of its own, adds makes no difference.
    for (String with :
        List.of(
            "Origin: https://evil.example",
            "Sec-Fetch-Site: cross-site",
            "Authorization: Bearer " + "x".repeat(20),
            "Authorization: Basic eDp5",
            "Cookie: stet_session=x",
            "Content-Type: application/x-www-form-urlencoded")) {
      assertThat(status("POST " + path, "stet.example:443", with)).as(with).isEqualTo(202);
    }
    assertThat(status("GET /desk/metrics", "127.0.0.1", "Accept: text/plain")).isEqualTo(401);
  }

  private int status(String request, String host, String field) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(30_000);
      String head = request + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n";
      String more = field.isEmpty() ? "" : field + "\r\n";
      socket.getOutputStream().write(bytes(head + more + "Connection: close\r\n\r\n"));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }

  @Test
  void withoutTheSettingThereIsNoSuchAddress() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    end();
    java.nio.file.Files.writeString(folder.resolve("stet.toml"), "");
    begin(BASE);
    // Who has no token is not told what there is.
    var body = BodyPublishers.ofByteArray(LIST);
    var request = call(callback(own), Map.of()).header("Authorization", "Bearer " + EDITOR);
    assertThat(send(request.POST(body)).statusCode()).isEqualTo(404);
    assertThat(counted("unknown")).isZero();
  }
}
