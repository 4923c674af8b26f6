package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.cli.Cli;
import stet.fetch.Newsroom;
import stet.json.StetSchema;
import stet.serve.http.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A capture as it was archived, for those who only view and for those who read everything. */
class CaptureTest {
  private static final String[] READER = {"Authorization", "Bearer reader-token-0123456789"};
  private static final String STORY =
      """
      <!doctype html><html lang="en"><head><title>Bridge shut</title></head><body><article>
      <h1>Bridge shut after crack found</h1>
      <p>The harbour bridge of the fictional Port Alder was shut on Saturday, the port said.</p>
      <p>It was the first time in forty years that no car could cross the river by it.</p>
      <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
      </article></body></html>
      """;

  @TempDir static Path home;
  private static Newsroom newsroom;
  private static Served served;
  private static String key;
  private static List<String> names;

  @BeforeAll
  static void serve() throws IOException {
    newsroom = new Newsroom();
    new CollectionHome(home).make();
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + newsroom.authority() + "\"\nmin-delay = 0\n");
    newsroom.on(
        "/bridge/",
        Newsroom.answer(
            "301 Moved Permanently", "Location: " + newsroom.url("/bridge") + "\r\n", new byte[0]));
    newsroom.page(
        "/bridge",
        "Content-Type: text/html; charset=utf-8\r\nSet-Cookie: session=letmein\r\n"
            + "X-Note: <b>bold</b>\r\n",
        STORY.getBytes(StandardCharsets.UTF_8));
    Cli.run(Clock.systemUTC(), "track", newsroom.url("/bridge/"), "--home", home);
    Cli.Result fetched = Cli.run(Clock.systemUTC(), "fetch", "--home", home);
    assertThat(fetched.code()).as(fetched.out() + fetched.err()).isZero();
    served = Served.of(home, Access.of(List.of("reader " + READER[1].substring(7)), true));
    JsonNode articles = json("/api/v1/articles?q=bridge");
    key = articles.at("/articles/0/article/key").asString();
    names =
        json("/api/v1/articles/" + key + "/captures")
            .path("captures")
            .valueStream()
            .map(c -> c.path("capture"))
            .map(c -> c.path("warc_file").asString() + "-" + c.path("warc_offset").asLong())
            .toList();
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
    newsroom.close();
    assertThat(served.faults()).isEmpty();
  }

  private static JsonNode json(String path, String... with) throws IOException {
    return JsonMapper.shared().readTree(served.get(path, with).body());
  }

  private static String last() {
    return names.get(names.size() - 1);
  }

  private static Document page(String path, String... with) throws IOException {
    HttpResponse<String> answer = served.get(path, with);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body(), served.at(path));
  }

  @Test
  void everyLinkOnTheWayLeadsSomewhere() throws IOException {
    Document list = page("/a/" + key + "/captures");
    assertThat(list.select("ul.lines li")).hasSize(names.size()).hasSize(2);
    assertThat(list.text()).contains("A redirect, a step on the way", "Shows version 1.");
    for (String from : List.of("/a/" + key + "/", "/a/" + key + "/v1.html")) {
      assertThat(page(from).select("a[href=captures]")).as(from).hasSize(1);
    }
    Element own = page("/a/" + key + "/v1.html").selectFirst("a[href^=c/]");
    assertThat(own.absUrl("href")).isEqualTo(served.at("/a/" + key + "/c/" + last()));
    Document capture = page("/a/" + key + "/c/" + last());
    for (Element link : capture.select("main a[href], link[rel=alternate]")) {
      String path = link.absUrl("href").substring(served.at("").length());
      assertThat(served.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(capture.select("main .views a").eachText())
        .containsExactly("Version 1", "To be read", "As archived", "Download its bytes");
    assertThat(served.get("/a/" + key + "/captures?after=" + names.get(0)).body())
        .contains(last())
        .doesNotContain("c/" + names.get(0));
    assertThat(served.get("/a/" + key + "/captures?after=x").statusCode()).isEqualTo(400);
  }

  @Test
  void itTellsWhatIsArchived() throws IOException {
    Document capture = page("/a/" + key + "/c/" + last());
    assertThat(capture.text())
        .contains("Redirects that led to it", newsroom.url("/bridge/"), "HTTP/1.1 200 OK")
        .contains("GET /bridge HTTP/1.1", "<b>bold</b>", "HTTP status 200", "sha256:");
    String told = served.get("/api/v1/articles/" + key + "/captures/" + last()).body();
    assertThat(StetSchema.problems("kept_capture", told)).isEmpty();
    JsonNode data = JsonMapper.shared().readTree(told);
    assertThat(data.at("/redirects/0/uri").asString()).isEqualTo(newsroom.url("/bridge/"));
    assertThat(data.at("/redirects").size()).isEqualTo(1);
    assertThat(data.at("/response/line").asString()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(data.path("block").asString()).matches("sha256:[0-9a-f]{64}");
    assertThat(data.path("payload_size").asInt()).isEqualTo(STORY.length());
    JsonNode step = json("/api/v1/articles/" + key + "/captures/" + names.get(0));
    assertThat(step.path("reason").asString()).isEqualTo("redirect");
    assertThat(step.path("redirects").size()).isZero();
  }

  @Test
  void whatLetsSomebodyInIsKeptFromThoseWhoOnlyView() throws IOException {
    String page = "/a/" + key + "/c/" + last();
    String data = "/api/v1/articles/" + key + "/captures/" + last();
    for (String path : List.of(page, data)) {
      assertThat(served.get(path).body()).contains("Set-Cookie").doesNotContain("letmein");
      assertThat(served.get(path, READER).body()).contains("Set-Cookie", "letmein");
    }
  }

  @Test
  void itsBytesAreADownloadAndNothingElse() throws IOException {
    HttpResponse<String> answer = served.get("/a/" + key + "/c/" + last() + "/payload");
    assertThat(answer.body()).isEqualTo(STORY);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"capture.bin\"");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("sandbox;");
  }

  @Test
  void aNameIsComparedAndNeverAPath() throws IOException {
    String other = last().replaceAll("-\\d+$", "-1");
    for (String name : List.of("..%2F..%2Fstet.toml-0", other, "stet.toml-0", "x", last() + "0")) {
      for (String path :
          List.of(
              "/a/" + key + "/c/" + name,
              "/a/" + key + "/c/" + name + "/payload",
              "/api/v1/articles/" + key + "/captures/" + name)) {
        assertThat(served.get(path).statusCode()).as(path).isIn(400, 404);
      }
    }
  }
}
