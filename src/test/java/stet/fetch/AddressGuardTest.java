package stet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.Exchange.Failure;
import stet.fetch.FetchOutcome.Answered;
import stet.fetch.FetchOutcome.Failed;

/**
 * Ways to make a program ask a machine that it should not. {@code TRAP} stands for the port of a
 * server on loopback that counts who comes.
 */
class AddressGuardTest {
  private final Newsroom trap = new Newsroom();
  private final Newsroom newsroom = new Newsroom();
  private Desk desk;

  /** What the names of this test resolve to; literals resolve as they do everywhere. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("news.example", List.of("127.0.0.1")),
          Map.entry("inside.example", List.of("10.1.2.3")),
          Map.entry("loop.example", List.of("127.0.0.1")),
          Map.entry("six.example", List.of("::1")),
          Map.entry("mixed.example", List.of("93.184.215.14", "127.0.0.1")),
          Map.entry("mixed-six.example", List.of("2606:2800:21f::1", "fd00::1")),
          Map.entry("metadata.example", List.of("169.254.169.254")),
          Map.entry("localhost", List.of("127.0.0.1", "::1")),
          Map.entry("sub.localhost", List.of("127.0.0.1")),
          Map.entry("xn--bcher-kva.example", List.of("127.0.0.1")));

  @BeforeEach
  void open() {
    trap.page("/", "secret").page("/admin", "secret");
    desk =
        new Desk(
            Desk.hastyOptions(newsroom)
                .withAllowedPrivateHosts(Set.of("news.example:" + newsroom.port())),
            AddressGuardTest::resolve);
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
    newsroom.close();
    trap.close();
  }

  private static List<InetAddress> resolve(String host) throws UnknownHostException {
    List<InetAddress> found = new ArrayList<>();
    for (String address : NAMES.getOrDefault(host, List.of(host))) {
      boolean literal = address.matches("\\[?[0-9a-f:.]+\\]?");
      if (!literal) {
        throw new UnknownHostException(host);
      }
      found.add(InetAddress.getByName(address));
    }
    return found;
  }

  private void refused(String uri) {
    desk.clock.pass(Duration.ofHours(1));
    FetchOutcome outcome = desk.get(uri);
    assertThat(outcome).as(uri).isInstanceOf(Failed.class);
    assertThat(((Failed) outcome).failure())
        .as(((Failed) outcome).detail())
        .isEqualTo(Failure.ADDRESS_REFUSED);
    assertThat(trap.connections()).as("connections for %s", uri).isZero();
  }

  @ParameterizedTest
  @FieldSource("stet.fetch.PrivateForms#ALL")
  void noFormOfAnAddressReachesIt(String form) {
    refused(form.replace("TRAP", Integer.toString(trap.port())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:TRAP/admin",
        "//127.0.0.1:TRAP/admin",
        "\\\\127.0.0.1:TRAP\\admin",
        "http:127.0.0.1:TRAP/admin",
        "HTTP://LoCaLhOsT:TRAP/admin",
        "http://localhost:TRAP/admin",
        "http://news.example:TRAP/admin",
        "http://news.example@127.0.0.1:TRAP/admin",
        "http://127.0.0.1:TRAP#@news.example/",
        "http://[::ffff:127.0.0.1]:TRAP/admin",
        "http://2130706433:TRAP/admin",
        "https://loop.example:TRAP/",
        "/again?to=http://127.1:TRAP/",
        "file:///etc/passwd",
        "ftp://127.0.0.1:TRAP/",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://metadata.example/latest"
      })
  void noRedirectReachesIt(String location) {
    String target = location.replace("TRAP", Integer.toString(trap.port()));
    newsroom.redirect("/start", target);
    newsroom.on(
        "/again",
        visit ->
            visit.say(
                Newsroom.answer(
                    "301 Moved",
                    "Location: " + visit.path().split("to=")[1] + "\r\n",
                    new byte[0])));
    refused("http://news.example:" + newsroom.port() + "/start");
    assertThat(newsroom.asked()).contains("GET /start HTTP/1.1");
  }

  @Test
  void robotsRedirectDoesNotReachItEither() {
    newsroom.redirect("/robots.txt", "http://127.0.0.1:" + trap.port() + "/");
    newsroom.page("/start", "hello");
    FetchOutcome outcome = desk.get("http://news.example:" + newsroom.port() + "/start");
    assertThat(((Failed) outcome).failure()).isEqualTo(Failure.ROBOTS_UNREACHABLE);
    assertThat(trap.connections()).isZero();
  }

  @Test
  void keptConnectionIsNotUsedForAnotherHost() {
    newsroom.page("/a", "hello");
    assertThat(desk.get("http://news.example:" + newsroom.port() + "/a"))
        .isInstanceOf(Answered.class);
    refused("http://loop.example:" + newsroom.port() + "/a");
    assertThat(newsroom.connections()).isEqualTo(1);
  }

  @Test
  void hostThatIsAllowedIsReached() {
    for (String allowed : new String[] {"loop.example", "loop.example:" + trap.port()}) {
      FetchOptions options = Desk.hastyOptions(newsroom).withAllowedPrivateHosts(Set.of(allowed));
      try (Desk other = new Desk(options, AddressGuardTest::resolve)) {
        Answered outcome = (Answered) other.get("http://loop.example:" + trap.port() + "/");
        assertThat(outcome.status()).isEqualTo(200);
      }
    }
    assertThat(trap.connections()).isEqualTo(2);
  }

  @Test
  void passwordsAreNowhere() {
    newsroom.page("/a", "hello");
    newsroom.redirect("/b", "http://eve:hunter2@news.example:" + newsroom.port() + "/a");
    for (String uri :
        new String[] {
          "http://bob:hunter2@news.example:" + newsroom.port() + "/a",
          "http://news.example:" + newsroom.port() + "/b",
          "ftp://bob:hunter2@news.example/"
        }) {
      FetchOutcome outcome = desk.get(uri);
      if (outcome instanceof Failed failed) {
        assertThat(failed.detail()).doesNotContain("hunter2");
      }
      for (var capture : outcome.captures()) {
        assertThat(capture.uri() + capture.source()).doesNotContain("hunter2");
      }
    }
    assertThat(String.join("", newsroom.requests()))
        .doesNotContain("hunter2")
        .doesNotContainIgnoringCase("authorization");
  }
}
