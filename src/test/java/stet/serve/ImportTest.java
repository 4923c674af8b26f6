package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.AT;
import static stet.serve.Sending.BOUNDARY;
import static stet.serve.Sending.PAGE;
import static stet.serve.Sending.assertTidy;
import static stet.serve.Sending.bytes;
import static stet.serve.Sending.counts;
import static stet.serve.Sending.send;
import static stet.serve.Sending.until;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.cli.Cli;
import stet.serve.http.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that editors send are taken in, and nothing else that is sent does any harm. */
class ImportTest {
  @TempDir Path home;
  @TempDir Path other;

  @BeforeEach
  void make() throws IOException {
    new CollectionHome(home).make();
  }

  @Test
  void aPageThatIsSentIsSafeAndToldWhenTheAnswerComes() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE);
        Socket news = new Socket("127.0.0.1", served.port())) {
      news.setSoTimeout(30_000);
      news.getOutputStream().write(bytes("GET /news HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      InputStream told = news.getInputStream();
      assertThat(until(told, ": here")).contains("200 OK");
      HttpResponse<String> sent = send(served, AT, "text/html; charset=utf-8", bytes(PAGE));
      assertThat(counts(sent).path("added").asInt()).isEqualTo(1);
      JsonNode capture = JsonMapper.shared().readTree(sent.body()).at("/captures/0");
      assertThat(capture.path("uri").asString()).isEqualTo("https://courier.example/pier");
      assertThat(capture.path("captured_at").asString()).isEqualTo("2026-03-14T12:00:00Z");
      assertThat(capture.path("outcome").asString()).isEqualTo("article");
      assertThat(until(told, "data: ")).contains("data: ");
      String key = capture.at("/article/key").asString();
      assertThat(served.get("/a/" + key + "/v1.html").body()).contains("Boats may land");
      assertThat(counts(send(served, AT, "text/html", bytes(PAGE))).path("already_here").asInt())
          .isEqualTo(1);
      assertThat(served.faults()).isEmpty();
    }
    assertTidy(home);
    assertThat(Cli.run("verify", "--home", home, "--rebuild").code()).isZero();
  }

  @Test
  void withoutATimeItIsWhenItCame() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      HttpResponse<String> sent =
          send(served, "url=https://courier.example/pier", "text/html", bytes(PAGE));
      assertThat(sent.body()).contains("\"captured_at\":\"" + Served.CLOCK.instant() + '"');
    }
  }

  @Test
  void webArchivesOfEveryKindComeToTheSameCollection() throws IOException {
    Served.fill(other);
    Path wacz = other.resolve("all.wacz");
    Cli.run("export", "--home", other, "--format", "wacz", "--output", wacz);
    List<Path> warcs;
    try (Stream<Path> all = Files.list(other.resolve("snapshots"))) {
      warcs = all.filter(f -> f.toString().contains(".warc")).toList();
    }
    assertThat(warcs).hasSize(1);
    String articles;
    try (Served filled = Served.of(other, Access.OWN_MACHINE)) {
      articles = filled.get("/api/v1/articles").body();
    }
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      HttpResponse<String> warc =
          send(
              served,
              "name=x.warc.gz",
              "application/octet-stream",
              Files.readAllBytes(warcs.get(0)));
      int added = counts(warc).path("added").asInt();
      assertThat(added).isGreaterThan(20);
      assertThat(served.get("/api/v1/articles").body()).isEqualTo(articles);
      // The bytes tell by themselves what they are.
      JsonNode again =
          counts(send(served, "", "application/octet-stream", Files.readAllBytes(wacz)));
      assertThat(again.path("already_here").asInt()).isEqualTo(added);
      assertThat(again.path("added").asInt()).isZero();
      assertThat(served.faults()).isEmpty();
    }
  }

  @Test
  void theFormTakesAFileAndSaysWhatCameOfIt() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      Document form = Jsoup.parse(served.get("/import").body(), served.at("/import"));
      String action = form.selectFirst("form[method=post]").absUrl("action");
      String path = action.substring(served.at("").length());
      HttpResponse<String> done = form(served, path, PAGE, "../../../evil.html");
      assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
      Document page = Jsoup.parse(done.body(), served.at("/import"));
      assertThat(page.selectFirst("[role=status]").text()).startsWith("1 capture added");
      String article = page.selectFirst("#main ul a").absUrl("href");
      assertThat(served.get(article.substring(served.at("").length())).statusCode()).isEqualTo(200);
      HttpResponse<String> again = form(served, path, PAGE, "x.html");
      assertThat(Jsoup.parse(again.body()).selectFirst("[role=status]").text())
          .startsWith("0 captures added")
          .contains("1 was here already");
      assertThat(form(served, "/import", PAGE, "x.html").statusCode()).isEqualTo(403);
      assertThat(form(served, path + "x", PAGE, "x.html").statusCode()).isEqualTo(403);
      assertThat(form(served, path, "", "").statusCode()).isEqualTo(400);
      assertThat(form(served, path, PAGE, "x.exe").statusCode()).isEqualTo(400);
      assertThat(served.faults()).isEmpty();
    }
    assertTidy(home);
    try (Stream<Path> all = Files.walk(home)) {
      assertThat(all.map(Path::toString)).noneMatch(f -> f.contains("evil"));
    }
  }

  private static HttpResponse<String> form(Served served, String path, String page, String name)
      throws IOException {
    String type = name.endsWith(".html") ? "text/html" : "application/octet-stream";
    String content =
        part("url\"", "", "https://courier.example/pier")
            + part("file\"; filename=\"" + name + "\"", "\r\nContent-Type: " + type, page)
            + part("time\"", "", "2026-03-14T12:00:00+01:00")
            + "--"
            + BOUNDARY
            + "--\r\n";
    return served.send(
        served
            .request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(content)));
  }

  private static String part(String disposition, String type, String content) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\""
        + disposition
        + type
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  @Test
  void aFormThatMakesNoSenseIsRefused() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      String action =
          Jsoup.parse(served.get("/import").body()).selectFirst("form[method=post]").attr("action");
      String many = part("x\"", "", "y").repeat(100) + "--" + BOUNDARY + "--\r\n";
      String twice = part("file\"", "", "a").repeat(2) + "--" + BOUNDARY + "--\r\n";
      String cut = part("file\"; filename=\"a.html\"", "", PAGE);
      String wide = part("url\"", "", "y".repeat(10_000)) + "--" + BOUNDARY + "--\r\n";
      for (String wrong : List.of("", "nonsense", many, twice, cut, wide)) {
        for (String type :
            List.of("multipart/form-data; boundary=" + BOUNDARY, "multipart/form-data")) {
          HttpResponse<String> refused =
              served.send(
                  served
                      .request("/" + action)
                      .header("Content-Type", type)
                      .POST(BodyPublishers.ofString(wrong)));
          assertThat(refused.statusCode()).as(wrong + refused.body()).isIn(400, 413, 415);
        }
      }
      assertThat(served.faults()).isEmpty();
    }
    assertTidy(home);
  }
}
