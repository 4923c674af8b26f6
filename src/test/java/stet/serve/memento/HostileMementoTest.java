package stet.serve.memento;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.Capture;
import stet.serve.Served;
import stet.serve.http.Access;

/** What others archived can neither act under an address of this server nor write its headers. */
class HostileMementoTest {
  private static final String SITE = "https://portaldercourier.example/";
  private static final String HOSTILE =
      """
      <!doctype html><html lang="en" onload="x()"><head><title>Bridge</title>
      <base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=/logout">
      <link rel="stylesheet" href="/stet.css"><style>body{background:url(//evil.example/)}</style>
      <script>x()</script></head><body onload="x()" style="background:url(//evil.example/)">
      <article><h1 onclick="x()">Bridge shut after crack found</h1>
      <p>The harbour bridge of the fictional Port Alder was shut, <a href="/a/">the port</a> said.</p>
      <img src="https://evil.example/a.png" alt="A pier"><img src="data:image/gif;base64,R0lGOD" alt="dot">
      <form action="/logout" method="post"><p>Kept words of a form.</p><button>Send</button>
      <input name="q"></form><iframe src="/"></iframe><object data="/x"></object>
      <svg><script>x()</script><image href="//evil.example/"/></svg>
      <math><mtext><style><img src=x onerror="x()"></style></mtext></math>
      <noscript><p title="</noscript><img src=x onerror=x()>">Later</p></noscript>
      <a href="javascript:x()">link</a><video src="//evil.example/v" poster="//evil.example/p"></video>
      <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
      </article></body></html>
      """;

  private static final String LONG = SITE + "a".repeat(2_400);

  @TempDir static Path home;
  static Served served;

  @BeforeAll
  static void serve() throws IOException {
    List<Capture> captures = new ArrayList<>();
    captures.add(Kept.page(SITE + "hostile", 0, HOSTILE));
    byte[] coded = gzip(Kept.story("A crack was found in a pier.").getBytes(UTF_8));
    String html = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n";
    captures.add(Kept.answer(SITE + "gzip", 0, "200 OK", html, coded));
    captures.add(Kept.answer(SITE + "lie", 0, "200 OK", html, HOSTILE.getBytes(UTF_8)));
    for (String type :
        List.of("text/javascript", "text/css", "image/svg+xml", "text/plain", "image/png")) {
      String fields = "Content-Type: " + type + "\r\nRefresh: 0;url=/logout\r\n";
      captures.add(
          Kept.answer(SITE + type.replace('/', '-'), 0, "200 OK", fields, "x()".getBytes(UTF_8)));
    }
    captures.add(Kept.page(LONG, 0, Kept.story("A crack was found in a pier.")));
    for (String name : FORGING) {
      captures.add(Kept.page(SITE + name, 0, Kept.story("A crack was found in a pier.")));
    }
    Kept.keep(home, captures);
    served = Served.of(home, Access.OWN_MACHINE);
  }

  private static final List<String> FORGING =
      List.of(
          "a\r\nSet-Cookie: forged=1",
          "b>; rel=\"original\", <https://evil.example/",
          "c\"; rel=\"timegate",
          "d/ü/渡",
          "e\u2028f\u0085g");

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private static HttpResponse<byte[]> raw(String name) throws IOException {
    String url = served.at("/memento/20260314060000id_/" + SITE + name);
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(url)).header("Accept-Encoding", "gzip").build(),
              HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void isBoxed(HttpResponse<?> response) {
    String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(response.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(policy)
        .startsWith("sandbox; default-src 'none';")
        .contains("form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("allow-", "'self'", "script-src", "'unsafe", "http");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("Refresh")).isEmpty();
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
        .hasValue("same-origin");
  }

  @Test
  void aPageThatIsShownHasNothingThatActs() throws IOException {
    HttpResponse<String> response = served.get("/memento/20260314060000/" + SITE + "hostile");
    assertThat(response.statusCode()).isEqualTo(200);
    isBoxed(response);
    Document page = Jsoup.parse(response.body());
    assertThat(page.select("script, base, link, iframe, object, form, input, button, svg, math"))
        .isEmpty();
    assertThat(page.select("video, meta[http-equiv], main a, main style, main meta")).isEmpty();
    assertThat(page.select("main [style], [onload], [onclick], [onerror], [poster]")).isEmpty();
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("[src]").eachAttr("src"))
        .containsExactly("data:image/gif;base64,R0lGOD");
    assertThat(page.select("main h1").text()).isEqualTo("Bridge shut after crack found");
    assertThat(page.select("main").text()).contains("the port said.", "Kept words of a form.");
    assertThat(page.select("main img").first().attr("alt")).isEqualTo("A pier");
    assertThat(page.select("#stet").text())
        .contains("2026-03-14T06:00:00Z", SITE + "hostile", "Source: live");
  }

  @Test
  void bytesAreGivenAsTheyWereArchivedAndAsADownload() throws IOException {
    HttpResponse<byte[]> response = raw("hostile");
    isBoxed(response);
    byte[] body = response.body();
    if (response.headers().firstValue("Content-Encoding").isPresent()) {
      body =
          new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes();
    }
    assertThat(new String(body, UTF_8)).isEqualTo(HOSTILE);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(response.headers().firstValue("Content-Disposition")).hasValue("attachment");
  }

  @Test
  void codedBytesStayCodedWhereTheCodingIsTrue() throws IOException {
    HttpResponse<byte[]> coded = raw("gzip");
    assertThat(coded.headers().allValues("Content-Encoding")).containsExactly("gzip");
    byte[] plain = Kept.story("A crack was found in a pier.").getBytes(UTF_8);
    assertThat(coded.body()).isEqualTo(gzip(plain));
    assertThat(served.get("/memento/20260314060000/" + SITE + "gzip").body())
        .contains("A crack was found in a pier.");
    HttpResponse<String> lie = served.get("/memento/20260314060000id_/" + SITE + "lie");
    assertThat(lie.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(lie.body()).isEqualTo(HOSTILE);
  }

  /** Neither a script nor a style sheet that a page of ours would take. */
  @ParameterizedTest
  @CsvSource({
    "text-javascript, application/octet-stream, attachment",
    "text-css, application/octet-stream, attachment",
    "image-svg+xml, application/octet-stream, attachment",
    "text-plain, text/plain,",
    "image-png, image/png,"
  })
  void onlyWhatCanDoNothingIsShownUnderItsType(String name, String type, String disposition)
      throws IOException {
    HttpResponse<byte[]> response = raw(name);
    assertThat(response.statusCode()).isEqualTo(200);
    isBoxed(response);
    assertThat(new String(response.body(), UTF_8)).isEqualTo("x()");
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(response.headers().firstValue("Content-Disposition").orElse(null))
        .isEqualTo(disposition);
    assertThat(served.get("/memento/20260314060000/" + SITE + name).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void noAddressForgesAHeader(int number) throws IOException {
    String encoded =
        java.net.URLEncoder.encode(SITE + FORGING.get(number), UTF_8).replace("+", "%20");
    for (String path :
        List.of("/timegate/", "/memento/20260314060000/", "/memento/20260314060000id_/")) {
      HttpResponse<String> response = served.get(path + encoded);
      assertThat(response.statusCode()).as(path).isIn(200, 302);
      assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
      var links = Kept.links(response.headers().firstValue("Link").orElseThrow());
      assertThat(links.get("original")).hasSize(1).allMatch(l -> l.startsWith(SITE));
      assertThat(links.get("timegate")).hasSize(1).allMatch(l -> l.startsWith(served.at("/")));
      assertThat(links.get("memento")).hasSize(1).allMatch(l -> l.startsWith(served.at("/")));
      // What stands in the links leads to the same memento.
      String own = links.get("memento").get(0).substring(served.at("").length());
      assertThat(served.get(own).statusCode()).as(own).isEqualTo(200);
    }
    var map = Kept.links(served.get("/timemap/link/" + encoded).body());
    assertThat(map.get("memento")).hasSize(1);
    assertThat(map.get("original")).hasSize(1);
  }

  /** Java's own client, as others, refuses heads that are too long. */
  @Test
  void aLongAddressLeavesRoomForTheFirstLinks() throws IOException {
    HttpResponse<String> response = served.get("/timegate/" + LONG);
    assertThat(response.statusCode()).isEqualTo(302);
    String header = response.headers().firstValue("Link").orElseThrow();
    assertThat(header).hasSizeLessThanOrEqualTo(6_000);
    assertThat(Kept.links(header)).containsOnlyKeys("original", "timegate");
    assertThat(served.get("/memento/20260314060000/" + LONG).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/memento/20260314060000/file:///etc/passwd",
        "/memento/20260314060000id_/../../../../etc/passwd",
        "/memento/20260314060000id_/..%2f..%2f..%2fetc%2fpasswd",
        "/memento/20260314060000id_/https://portaldercourier.example/%2e%2e/%2e%2e/stet.db",
        "/timemap/link/..;/..;/stet.db"
      })
  void noPathLeadsToAFile(String path) throws IOException {
    assertThat(served.get(path).statusCode()).isIn(400, 404);
  }

  /** Elsewhere paths that programs read in different ways are still refused. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/a//x", "/a/%2e%2e/x", "/a/x%2Fy", "/a/..;/x", "/%74imegate//x", "/a/%25x"})
  void otherPathsAreAsStrictAsBefore(String path) throws IOException {
    assertThat(served.get(path).statusCode()).as(path).isEqualTo(400);
  }
}
