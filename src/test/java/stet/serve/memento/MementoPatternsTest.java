package stet.serve.memento;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stet.serve.Served;
import stet.serve.http.Access;

/**
 * Which patterns of datetime negotiation (RFC 7089 section 4) hold: 4.2.1, a TimeGate beside the
 * original resource that redirects to mementos with addresses of their own. Each row is asked by
 * GET and by HEAD.
 */
class MementoPatternsTest {
  private static final String PAGE = "https://portaldercourier.example/harbour/bridge?id=7&x=a'b";

  /** Where the page has moved, which is the article's own address now; browsers write %27. */
  private static final String ORIGINAL =
      "https://www.portaldercourier.example/harbour/bridge?id=7&x=a%27b";

  private static final String IN_PATH = PAGE.replace("'", "%27");
  private static final String NOON = "Sat, 14 Mar 2026 12:00:00 GMT";

  @TempDir static Path home;
  static Served served;

  /** Pages at 6:00, 7:00 and 9:00; a redirect at 8:00, an error at 10:00, the end at 11:00. */
  @BeforeAll
  static void serve() throws IOException {
    Kept.keep(
        home,
        List.of(
            Kept.page(PAGE, 0, Kept.story("A crack was found in a pier.")),
            Kept.page(PAGE, 60, Kept.story("Two cracks were found in a pier.")),
            Kept.answer(PAGE, 120, "302 Found", "Location: " + ORIGINAL + "\r\n", new byte[0]),
            Kept.page(PAGE, 180, Kept.story("No crack was found in any pier.")),
            Kept.answer(PAGE, 240, "503 Busy", "Content-Type: text/plain\r\n", new byte[] {'x'}),
            Kept.answer(PAGE, 300, "410 Gone", "Content-Type: text/plain\r\n", new byte[] {'x'})));
    served = Served.of(home, Access.OWN_MACHINE);
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  /** What an answer must be like. */
  interface Check {
    void of(HttpResponse<String> response, Map<String, List<String>> links);
  }

  /**
   * @param section of RFC 7089
   * @param says what holds
   * @param accept the value of Accept-Datetime; empty for none
   */
  record Row(String section, String says, String path, String accept, int status, Check check) {
    @Override
    public String toString() {
      return section + ": " + says;
    }
  }

  private static String memento(String digits) {
    return served.at("/memento/" + digits + "/" + IN_PATH);
  }

  private static Check leadsTo(String digits) {
    return (r, links) -> {
      assertThat(header(r, "Location")).isEqualTo(memento(digits));
      assertThat(header(r, "Vary").toLowerCase(java.util.Locale.ROOT)).contains("accept-datetime");
      assertThat(header(r, "Memento-Datetime")).isEmpty();
      assertThat(links.get("original")).containsExactly(ORIGINAL);
      assertThat(links.get("timemap")).contains(served.at("/timemap/link/" + ORIGINAL));
      assertThat(links.get("first")).containsExactly(memento("20260314060000"));
      assertThat(links.get("last")).containsExactly(memento("20260314090000"));
      assertThat(links.get("memento")).contains(memento(digits));
    };
  }

  private static Check isNone() {
    return (r, links) -> {
      assertThat(header(r, "Memento-Datetime")).isEmpty();
      assertThat(header(r, "Location")).isEmpty();
      assertThat(links).isEmpty();
    };
  }

  static Stream<Row> rows() {
    String gate = "/timegate/" + IN_PATH;
    String encoded =
        "/timegate/" + java.net.URLEncoder.encode(PAGE, java.nio.charset.StandardCharsets.UTF_8);
    return Stream.of(
        new Row(
            "4.1, 4.3",
            "do not hold: a page of ours is no original resource",
            "/",
            NOON,
            200,
            (r, links) -> {
              assertThat(header(r, "Memento-Datetime")).isEmpty();
              assertThat(header(r, "Vary")).doesNotContainIgnoringCase("accept-datetime");
            }),
        new Row(
            "4.2.1",
            "the TimeGate redirects to the nearest",
            gate,
            "Sat, 14 Mar 2026 06:29:59 GMT",
            302,
            leadsTo("20260314060000")),
        new Row(
            "4.2.1",
            "the TimeGate redirects to the nearest after",
            gate,
            "Sat, 14 Mar 2026 06:30:01 GMT",
            302,
            leadsTo("20260314070000")),
        new Row(
            "4.2.1",
            "the older of two that are equally near",
            gate,
            "Sat, 14 Mar 2026 08:00:00 GMT",
            302,
            leadsTo("20260314070000")),
        new Row(
            "4.2.1",
            "an address in which all is encoded",
            encoded,
            NOON,
            302,
            leadsTo("20260314090000")),
        new Row(
            "4.2.1",
            "the other scheme",
            gate.replace("https:", "http:"),
            NOON,
            302,
            leadsTo("20260314090000")),
        new Row(
            "4.2.1",
            "tracking parameters aside",
            gate + "&utm_source=x",
            NOON,
            302,
            leadsTo("20260314090000")),
        new Row(
            "4.2.1",
            "a memento tells its time and its neighbours",
            "/memento/20260314070000/" + IN_PATH,
            "",
            200,
            isSecond("")),
        new Row(
            "4.2.1",
            "a memento does not negotiate",
            "/memento/20260314070000/" + IN_PATH,
            NOON,
            200,
            isSecond("")),
        new Row(
            "4.2.1",
            "the bytes as archived are a memento, too",
            "/memento/20260314070000id_/" + IN_PATH,
            "",
            200,
            isSecond("id_")),
        new Row(
            "4.2.2, 4.2.3",
            "do not hold: no TimeGate answers with a memento itself",
            gate,
            NOON,
            302,
            (r, links) -> assertThat(header(r, "Content-Location")).isEmpty()),
        new Row(
            "4.4",
            "a time without a memento leads to the nearest",
            "/memento/20260314070001/" + IN_PATH,
            "",
            302,
            isIntermediate("20260314070000")),
        new Row(
            "4.4",
            "a time that is not whole, too",
            "/memento/202603140850/" + IN_PATH,
            "",
            302,
            isIntermediate("20260314090000")),
        new Row(
            "4.5.2",
            "the TimeGate answers after the original has gone",
            gate,
            "Sat, 14 Mar 2026 11:00:00 GMT",
            302,
            leadsTo("20260314090000")),
        new Row(
            "4.5.3",
            "before the first: the first",
            gate,
            "Thu, 01 Jan 1970 00:00:00 GMT",
            302,
            leadsTo("20260314060000")),
        new Row(
            "4.5.3",
            "after the last: the last",
            gate,
            "Fri, 01 Jan 2100 00:00:00 GMT",
            302,
            leadsTo("20260314090000")),
        new Row("4.5.3", "no time: the most recent", gate, "", 302, leadsTo("20260314090000")),
        new Row("4.5.3", "no time in the header", gate, "yesterday", 400, isNone()),
        new Row("4.5.3", "a time in another form", gate, "2026-03-14T12:00:00Z", 400, isNone()),
        new Row(
            "4.5.4",
            "a redirect is no memento",
            "/memento/20260314080000/" + IN_PATH,
            "",
            302,
            isIntermediate("20260314070000")),
        new Row(
            "4.5.5",
            "an error is no memento",
            "/memento/20260314100000/" + IN_PATH,
            "",
            302,
            isIntermediate("20260314090000")),
        new Row(
            "4.2.1",
            "a page that is not known",
            "/timegate/https://elsewhere.example/",
            NOON,
            404,
            isNone()),
        new Row(
            "4.2.1",
            "a page that is not known has no TimeMap",
            "/timemap/link/https://elsewhere.example/",
            "",
            404,
            isNone()),
        new Row(
            "4.2.1",
            "digits that are no time",
            "/memento/20261399000000/" + IN_PATH,
            "",
            400,
            isNone()),
        new Row("4.2.1", "no address at all", "/timegate/", "", 404, isNone()),
        new Row(
            "4.2.1",
            "the number of an article is no address of a page",
            "/timegate/1",
            "",
            404,
            isNone()),
        new Row("5", "the TimeMap", "/timemap/link/" + IN_PATH, "", 200, isTimeMap()),
        new Row(
            "5",
            "the TimeMap as JSON",
            "/timemap/json/" + IN_PATH,
            "",
            200,
            (r, links) -> assertThat(header(r, "Content-Type")).startsWith("application/json")));
  }

  private static Check isSecond(String modifier) {
    return (r, links) -> {
      assertThat(header(r, "Memento-Datetime")).isEqualTo("Sat, 14 Mar 2026 07:00:00 GMT");
      assertThat(header(r, "Vary")).doesNotContainIgnoringCase("accept-datetime");
      assertThat(links.get("original")).containsExactly(ORIGINAL);
      assertThat(links.get("timegate")).containsExactly(served.at("/timegate/" + ORIGINAL));
      assertThat(links.get("first")).containsExactly(memento("20260314060000" + modifier));
      assertThat(links.get("prev")).containsExactly(memento("20260314060000" + modifier));
      assertThat(links.get("next")).containsExactly(memento("20260314090000" + modifier));
      assertThat(links.get("last")).containsExactly(memento("20260314090000" + modifier));
      assertThat(header(r, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    };
  }

  private static Check isIntermediate(String digits) {
    return (r, links) -> {
      assertThat(header(r, "Location")).isEqualTo(memento(digits));
      assertThat(header(r, "Memento-Datetime")).isEmpty();
      assertThat(header(r, "Vary")).doesNotContainIgnoringCase("accept-datetime");
      assertThat(links.get("original")).containsExactly(ORIGINAL);
    };
  }

  private static Check isTimeMap() {
    return (r, links) -> {
      assertThat(header(r, "Content-Type")).isEqualTo("application/link-format");
      if (r.request().method().equals("GET")) {
        Map<String, List<String>> map = Kept.links(r.body());
        assertThat(map.get("original")).containsExactly(ORIGINAL);
        assertThat(map.get("timegate")).containsExactly(served.at("/timegate/" + ORIGINAL));
        assertThat(map.get("self")).containsExactly(served.at("/timemap/link/" + ORIGINAL));
        assertThat(map.get("memento"))
            .containsExactly(
                memento("20260314060000"), memento("20260314070000"), memento("20260314090000"));
      }
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void holds(Row row) throws IOException {
    for (String method : List.of("GET", "HEAD")) {
      HttpRequest.Builder request =
          row.accept().isEmpty()
              ? served.request(row.path())
              : served.request(row.path(), "Accept-Datetime", row.accept());
      HttpResponse<String> response =
          served.send(request.method(method, HttpRequest.BodyPublishers.noBody()));
      assertThat(response.statusCode()).as(method).isEqualTo(row.status());
      row.check().of(response, Kept.links(header(response, "Link")));
      if (method.equals("HEAD")) {
        assertThat(response.body()).isEmpty();
      }
    }
  }

  private static String header(HttpResponse<String> response, String name) {
    return String.join(", ", response.headers().allValues(name));
  }
}
