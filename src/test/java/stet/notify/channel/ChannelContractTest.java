package stet.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import stet.notify.Channel;
import stet.notify.Delivery;
import stet.notify.Delivery.Later;
import stet.notify.Delivery.Refused;
import stet.notify.Delivery.Sent;
import stet.notify.Messages;
import stet.notify.channel.Receiver.Say;

/** What every channel that asks a server makes of each answer. */
class ChannelContractTest {
  private static final List<String> ALL = Kinds.ALL;

  @TempDir Path home;

  /** An answer and what has to come of it. */
  private record Row(String name, Say say, Consumer<Delivery> check) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Consumer<Delivery> later(Integer seconds) {
    return d ->
        assertThat(d)
            .asInstanceOf(type(Later.class))
            .extracting(Later::notBefore)
            .isEqualTo(seconds == null ? null : Messages.AT.plusSeconds(seconds));
  }

  private static Consumer<Delivery> refused(boolean gone) {
    return d ->
        assertThat(d).asInstanceOf(type(Refused.class)).extracting(Refused::gone).isEqualTo(gone);
  }

  private static Say say(int status, String fields) {
    return new Say(status, fields, "");
  }

  private static final List<Row> ROWS =
      List.of(
          new Row("429 seconds", say(429, "Retry-After: 120\r\n"), later(120)),
          new Row(
              "429 date", say(429, "Retry-After: Sat, 14 Mar 2026 14:00:00 GMT\r\n"), later(1_200)),
          new Row("429 for ever", say(429, "Retry-After: 99999999999\r\n"), later(86_400)),
          new Row(
              "429 past", say(429, "Retry-After: Sat, 14 Mar 2020 14:00:00 GMT\r\n"), later(null)),
          new Row("429 nonsense", say(429, "Retry-After: soon\r\n"), later(null)),
          new Row("408", say(408, ""), later(null)),
          new Row("425", say(425, ""), later(null)),
          new Row("500", say(500, ""), later(null)),
          new Row("503", say(503, "Retry-After: 60\r\n"), later(60)),
          new Row("400", say(400, ""), refused(false)),
          new Row("413", say(413, ""), refused(false)),
          new Row("401", say(401, ""), refused(true)),
          new Row("403", say(403, ""), refused(true)),
          new Row("404", say(404, ""), refused(true)),
          new Row("410", say(410, ""), refused(true)),
          new Row("close", say(0, ""), later(null)));

  private static Stream<Arguments> table() {
    List<Arguments> table = new ArrayList<>();
    for (String kind : ALL) {
      ROWS.forEach(row -> table.add(Arguments.of(kind, row)));
    }
    return table.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("table")
  void eachAnswerHasOneMeaning(String kind, Row row) throws Exception {
    try (Receiver server = new Receiver(g -> Kinds.isLast(g) ? row.say() : Kinds.well(g))) {
      row.check().accept(deliver(Kinds.desk(kind, home, server.address()).channel()));
    }
  }

  private static Delivery deliver(Channel channel) throws InterruptedException {
    return channel.deliver(Messages.silent(), "");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void whatIsTakenIsSent(String kind) throws Exception {
    try (Receiver server = new Receiver(Kinds::well)) {
      assertThat(deliver(Kinds.desk(kind, home, server.address()).channel()))
          .isInstanceOf(Sent.class);
      assertThat(server.got()).allMatch(g -> g.field("User-Agent").equals("stet/1.0"));
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aRedirectIsNotFollowed(String kind) throws Exception {
    try (Receiver other = new Receiver(Kinds::well);
        Receiver server =
            new Receiver(
                g ->
                    Kinds.isLast(g)
                        ? say(302, "Location: " + other.address() + "/x/" + Kinds.SECRET + "\r\n")
                        : Kinds.well(g))) {
      Delivery delivery = deliver(Kinds.desk(kind, home, server.address()).channel());
      assertThat(delivery)
          .asInstanceOf(type(Refused.class))
          .extracting(Refused::why)
          .asString()
          .contains("302", "points to 'http://127.0.0.1'")
          .doesNotContain(Kinds.SECRET);
      assertThat(other.got()).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aServerThatSaysNothingIsLeft(String kind) throws Exception {
    try (Receiver server = new Receiver(g -> say(-1, ""))) {
      Delivery delivery =
          deliver(Kinds.desk(kind, home, server.address()).set("timeout", "1").channel());
      assertThat(delivery)
          .asInstanceOf(type(Later.class))
          .extracting(Later::why)
          .asString()
          .startsWith("channel.desk.")
          .endsWith("'127.0.0.1' did not answer within 'timeout', 1 s");
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void whereNobodyListensIsAskedLater(String kind) throws Exception {
    Receiver closed = new Receiver(Kinds::well);
    closed.close();
    assertThat(deliver(Kinds.desk(kind, home, closed.address()).channel()))
        .asInstanceOf(type(Later.class))
        .extracting(Later::why)
        .asString()
        .startsWith("channel.desk.")
        .contains("cannot reach '127.0.0.1': no connection, nobody listens at port ");
  }

  /** A server may repeat what it was asked. */
  @ParameterizedTest
  @FieldSource("ALL")
  void noSecretIsTold(String kind) throws Exception {
    try (Receiver server =
        new Receiver(
            g -> new Say(418, "", g.path() + g.fields() + " " + g.text() + "\u001b[31m"))) {
      Delivery delivery = deliver(Kinds.desk(kind, home, server.address()).channel());
      assertThat(delivery.toString()).doesNotContain(Kinds.SECRET).doesNotContain("\u001b");
      assertThat(((Refused) delivery).why().length()).isLessThan(350);
    }
  }

  /** In base64, wherever it lies in what is encoded. */
  @ParameterizedTest
  @FieldSource("ALL")
  void noSecretIsToldInAnotherForm(String kind) throws Exception {
    List<String> told = new ArrayList<>();
    try (Receiver server =
        new Receiver(
            g -> {
              String all = g.path() + " " + g.fields() + " " + g.text();
              Matcher whole = Pattern.compile("[a-z_-]*" + Kinds.SECRET).matcher(all);
              String some = whole.find() ? whole.group() : "none";
              List<String> said = new ArrayList<>();
              for (String before : List.of("", "a", "ab")) {
                byte[] bytes = (before + some + "/z").getBytes(StandardCharsets.UTF_8);
                said.add(Base64.getEncoder().encodeToString(bytes));
                said.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
              }
              told.addAll(said);
              return new Say(418, "", String.join(" ", said));
            })) {
      String why = deliver(Kinds.desk(kind, home, server.address()).channel()).toString();
      for (String one : told) {
        assertThat(why).doesNotContain(one).doesNotContain(one.substring(4, 12));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aSecretThatCannotBeReadIsAskedForLater(String kind) throws Exception {
    try (Receiver server = new Receiver(Kinds::well)) {
      Desk desk = Kinds.desk(kind, home, server.address());
      try (var files = java.nio.file.Files.list(home)) {
        for (Path file : files.toList()) {
          java.nio.file.Files.delete(file);
        }
      }
      assertThat(deliver(desk.channel()))
          .asInstanceOf(type(Later.class))
          .extracting(Later::why)
          .asString()
          .startsWith("channel.desk.")
          .contains("cannot read");
      assertThat(server.got()).isEmpty();
    }
  }

  @Test
  void aHostThatIsNoneIsAskedLater() throws Exception {
    Desk desk =
        new Desk(home, "slack").secret("url", "https://no-such-host.invalid/" + Kinds.SECRET);
    assertThat(deliver(desk.channel()))
        .isEqualTo(
            new Later(
                null,
                "channel.desk.url-file: cannot reach 'no-such-host.invalid': no such host; see"
                    + " whether the address is right"));
  }

  @Test
  void onlyCertificatesThatAreTrustedAreTaken() throws Exception {
    OwnCertificate.make(home, "localhost");
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(OwnCertificate.context(home)));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      String address = "https://localhost:" + server.getAddress().getPort() + "/" + Kinds.SECRET;
      Desk desk = new Desk(home, "slack").secret("url", address);
      assertThat(deliver(desk.channel()))
          .asInstanceOf(type(Later.class))
          .extracting(Later::why)
          .asString()
          .startsWith("channel.desk.url-file: cannot reach 'localhost': TLS failed: ")
          .doesNotContain(Kinds.SECRET);
      assertThat(deliver(desk.set("ca-file", "cert.pem").channel())).isEqualTo(new Sent(""));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anEndlessAnswerIsCut() throws Exception {
    try (Receiver server = new Receiver(g -> new Say(200, "", "x".repeat(5_000_000)))) {
      assertThat(deliver(Kinds.desk("slack", home, server.address()).channel()))
          .isEqualTo(new Sent(""));
    }
  }

  @Test
  void whatServicesSayOfTheirLimitsIsRead() throws Exception {
    service(
        "discord", "", "{\"message\": \"You are being rate limited.\", \"retry_after\": 2.5}", 3);
    service("matrix", "", "{\"errcode\": \"M_LIMIT_EXCEEDED\", \"retry_after_ms\": 90000}", 90);
    service("mastodon", "X-RateLimit-Reset: 2026-03-14T13:45:00.000Z\r\n", "{}", 300);
    service(
        "bluesky", "RateLimit-Reset: " + (Messages.AT.getEpochSecond() + 42) + "\r\n", "{}", 42);
  }

  private void service(String kind, String fields, String body, int seconds) throws Exception {
    try (Receiver server =
        new Receiver(g -> Kinds.isLast(g) ? new Say(429, fields, body) : Kinds.well(g))) {
      Later later = (Later) deliver(Kinds.desk(kind, home, server.address()).channel());
      assertThat(later.notBefore())
          .isBetween(
              Messages.AT.plusMillis(seconds * 1_000L - 500), Messages.AT.plusSeconds(seconds));
    }
  }

  @Test
  void anAddressThatIsNoneIsAnError() throws Exception {
    for (String address :
        List.of(
            "hooks.example",
            "ftp://x.example/" + Kinds.SECRET,
            "http://x.example/" + Kinds.SECRET)) {
      Delivery delivery = deliver(new Desk(home, "slack").secret("url", address).channel());
      assertThat(delivery)
          .asInstanceOf(type(Refused.class))
          .extracting(Refused::gone)
          .isEqualTo(true);
      assertThat(delivery.toString())
          .contains("channel.desk.url-file")
          .doesNotContain(Kinds.SECRET);
    }
  }
}
