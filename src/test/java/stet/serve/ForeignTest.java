package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.AT;
import static stet.serve.Sending.BOUNDARY;
import static stet.serve.Sending.EDITOR;
import static stet.serve.Sending.PAGE;
import static stet.serve.Sending.READER;
import static stet.serve.Sending.bytes;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.capture.Digest;
import stet.json.StetSchema;
import stet.memento.LoopbackArchive;
import stet.memento.LoopbackArchive.Answer;
import stet.serve.http.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Captures that others keep are shown beside a version, and nothing of them is kept. */
class ForeignTest {
  private static final String URI = "https://courier.example/pier";
  private static final String OLDER = PAGE.replace("from Tuesday on", "from Wednesday on");
  private static final String MADE = "Sun, 01 Mar 2026 10:00:00 GMT";
  private static final Access KEYS =
      Access.of(List.of("reader " + READER, "editor " + EDITOR), true);

  @TempDir Path home;
  private LoopbackArchive archive;
  private Served served;
  private String folder;

  @BeforeEach
  void make() throws IOException {
    new CollectionHome(home).make();
    archive = new LoopbackArchive();
    serve(Access.OWN_MACHINE, true);
    HttpResponse<String> sent = Sending.send(served, AT, "text/html", bytes(PAGE));
    JsonNode article = JsonMapper.shared().readTree(sent.body()).at("/captures/0/article/key");
    folder = "/a/" + article.asString() + "/";
  }

  /** Serves anew, since settings are read once. */
  private void serve(Access access, boolean allowed) throws IOException {
    if (served != null) {
      served.close();
    }
    String host = allowed ? archive.base().substring("http://".length()) : "";
    Files.writeString(
        home.resolve("stet.toml"), "fetch.min-delay = 0\nfetch.private-hosts = \"" + host + "\"\n");
    served = Served.of(home, access);
  }

  @AfterEach
  void stop() {
    served.close();
    archive.close();
    assertThat(served.faults()).isEmpty();
  }

  private String keep(String modifier, Answer answer) {
    String path = "/web/20260301100000" + modifier + "/" + URI;
    archive.put(path, answer);
    return archive.base() + "/web/20260301100000/" + URI;
  }

  private String keep(String html) {
    return keep("id_", Answer.memento(URI, MADE, bytes(html)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> look(String memento, String... headers) throws IOException {
    return served.get(folder + "foreign?memento=" + encoded(memento), headers);
  }

  private int captures() throws IOException {
    String captures =
        served.get("/api/v1" + folder.replace("/a/", "/articles/") + "captures").body();
    return JsonMapper.shared().readTree(captures).path("captures").size();
  }

  @Test
  void aCaptureStandsBesideAVersionAndIsNotKept() throws IOException {
    String state = served.get("/api/v1/articles").body();
    HttpResponse<String> response = look(keep(OLDER));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Document page = Jsoup.parse(response.body(), served.at(folder + "foreign"));
    assertThat(page.select(".inline > :not(.two) del").text()).isEqualTo("Wednesday");
    assertThat(page.select(".inline > :not(.two) ins").text()).isEqualTo("Tuesday");
    assertThat(page.select(".inline > .r.two")).isNotEmpty();
    String said = page.select(".elsewhere").text();
    assertThat(said)
        .contains("Not part of this collection", "2026-03-01T10:00:00Z")
        .contains(Digest.of(bytes(OLDER)).labelled(), archive.base());
    assertThat(page.select(".chip")).isEmpty();
    assertThat(page.selectFirst("#main").text().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("silent", "stealth");
    assertThat(captures()).isEqualTo(1);
    assertThat(served.get("/api/v1/articles").body()).isEqualTo(state);
    assertThat(archive.answered()).noneMatch(p -> p.startsWith("/web/20260301100000/"));
  }

  @Test
  void aLaterOneStandsBehindTheVersion() throws IOException {
    String later = keep("id_", Answer.memento(URI, "Wed, 01 Apr 2026 10:00:00 GMT", bytes(OLDER)));
    Document page = Jsoup.parse(look(later).body());
    assertThat(page.select(".inline > :not(.two) ins").text()).isEqualTo("Wednesday");
    assertThat(page.select(".inline > :not(.two) del").text()).isEqualTo("Tuesday");
  }

  @Test
  void anArchiveThatGivesNothingAsArchivedIsAskedForWhatItHas() throws IOException {
    String memento = keep("", Answer.memento(URI, MADE, bytes(OLDER)));
    assertThat(look(memento).statusCode()).isEqualTo(200);
    assertThat(archive.answered())
        .containsSubsequence("/web/20260301100000id_/" + URI, "/web/20260301100000/" + URI);
  }

  @Test
  void whatAnArchivePutIntoAPageIsNoDifference() throws IOException {
    String toolbar =
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>Kept by an archive.</p>"
            + "<!-- END WAYBACK TOOLBAR INSERT -->";
    String shown = OLDER.replace("<article>", toolbar + "<article>");
    String page = look(keep("", Answer.memento(URI, MADE, bytes(shown)))).body();
    assertThat(page)
        .contains("without what the archive had put in", Digest.of(bytes(OLDER)).labelled())
        .doesNotContain("Kept by an archive");
  }

  @Test
  void whatIsNoMementoIsNotShown() throws IOException {
    String secret = archive.base() + "/secret";
    archive.put("/secret", new Answer(200, Map.of("Content-Type", "text/html"), bytes(PAGE)));
    HttpResponse<String> refused = look(secret);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).doesNotContain("Boats may land");
    assertThat(look(keep("id_", Answer.memento(URI, MADE, bytes("")))).statusCode()).isEqualTo(422);
    for (String wrong :
        List.of("ftp://courier.example/", "nonsense", "http://a b/", "file:///etc/passwd")) {
      assertThat(look(wrong).statusCode()).as(wrong).isEqualTo(422);
    }
  }

  @Test
  void robotsAreKeptTo() throws IOException {
    archive.put("/robots.txt", Answer.text(200, "User-agent: *\nDisallow: /web/\n"));
    HttpResponse<String> refused = look(keep(OLDER));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("robots.txt");
    assertThat(archive.answered()).containsOnly("/robots.txt");
  }

  @Test
  void noMachineIsAskedThatOnlyThisOneCanReach() throws IOException {
    serve(Access.OWN_MACHINE, false);
    for (String host :
        List.of("localhost", "127.0.0.1", "[::1]", "0x7f.1", "127.0.0.1.nip.example")) {
      String memento = keep(OLDER).replace("localhost", host);
      assertThat(look(memento).statusCode()).as(host).isEqualTo(422);
    }
    assertThat(archive.answered()).isEmpty();
  }

  @Test
  void aLinkOfAnotherSiteAsksNobody() throws IOException {
    String memento = keep(OLDER);
    HttpResponse<String> form = look(memento, "Sec-Fetch-Site", "cross-site");
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(form.body()).selectFirst("input[name=memento]").val())
        .isEqualTo(memento);
    assertThat(archive.answered()).isEmpty();
    assertThat(look(memento, "Sec-Fetch-Site", "same-origin").body()).contains("Not part of this");
    assertThat(archive.answered()).isNotEmpty();
  }

  @Test
  void onlyEditorsHaveItAsked() throws IOException {
    assertThat(served.get(folder).body()).contains("action=\"foreign\"");
    serve(KEYS, true);
    String memento = keep(OLDER);
    String diff = "/api/v1" + folder.replace("/a/", "/articles/") + "diff";
    String json = "{\"memento\": \"" + memento + "\"}";
    String reader = "Bearer " + READER;
    assertThat(served.get(folder).body()).doesNotContain("action=\"foreign\"");
    assertThat(served.get(folder, "Authorization", "Bearer " + EDITOR).body())
        .contains("action=\"foreign\"");
    assertThat(look(memento).statusCode()).isEqualTo(403);
    assertThat(look(memento, "Authorization", reader).statusCode()).isEqualTo(403);
    assertThat(served.postJson(diff, json, "Authorization", reader).statusCode()).isEqualTo(403);
    assertThat(archive.answered()).isEmpty();
    // Who comes with a token is somebody on the network, for whom the settings allow no neighbour.
    HttpResponse<String> asked = look(memento, "Authorization", "Bearer " + EDITOR);
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(archive.answered()).isEmpty();
  }

  @Test
  void itIsAddedWhereThatIsAskedFor() throws IOException {
    Document page = Jsoup.parse(look(keep(OLDER)).body(), served.at(folder + "foreign"));
    String token = page.selectFirst(".elsewhere input[name=token]").val();
    String memento = page.selectFirst(".elsewhere input[name=memento]").val();
    String form = "memento=" + encoded(memento);
    assertThat(served.post(folder + "foreign-add", form).statusCode()).isEqualTo(403);
    assertThat(captures()).isEqualTo(1);
    HttpResponse<String> added = served.post(folder + "foreign-add", form + "&token=" + token);
    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(added.headers().firstValue("Location")).hasValue("../../" + folder.substring(1));
    assertThat(captures()).isEqualTo(2);
    assertThat(served.get(folder + "v1.html").body()).contains("Wednesday");
    assertThat(served.get(folder + "v2.html").body()).contains("Tuesday");
    served.post(folder + "foreign-add", form + "&token=" + token);
    assertThat(captures()).isEqualTo(2);
  }

  @Test
  void aSavedPageStandsBesideAVersionToo() throws IOException {
    Document form =
        Jsoup.parse(served.get(folder + "foreign").body(), served.at(folder + "foreign"));
    String action = form.selectFirst("form[method=post]").absUrl("action");
    String path = action.substring(served.at("").length());
    HttpResponse<String> response = upload(path, OLDER);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Document page = Jsoup.parse(response.body(), served.at(folder + "foreign"));
    assertThat(page.select(".inline > :not(.two) del").text()).isEqualTo("Wednesday");
    String again = page.selectFirst(".elsewhere a").absUrl("href");
    Document imports = Jsoup.parse(served.get(again.substring(served.at("").length())).body());
    assertThat(imports.selectFirst("input[name=url]").val()).isEqualTo(URI);
    assertThat(upload(folder + "foreign", OLDER).statusCode()).isEqualTo(403);
    assertThat(upload(path, "").statusCode()).isEqualTo(422);
    assertThat(captures()).isEqualTo(1);
  }

  private HttpResponse<String> upload(String path, String html) throws IOException {
    String part =
        "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.html\"\r\n"
            + "Content-Type: text/html\r\n\r\n%2$s\r\n--%1$s\r\n"
            + "Content-Disposition: form-data; name=\"version\"\r\n\r\n1\r\n--%1$s--\r\n";
    return served.send(
        served
            .request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(String.format(part, BOUNDARY, html))));
  }

  @Test
  void programsAreToldTheSame() throws IOException {
    String diff = "/api/v1" + folder.replace("/a/", "/articles/") + "diff";
    HttpResponse<String> json = served.postJson(diff, "{\"memento\": \"" + keep(OLDER) + "\"}");
    assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
    assertThat(StetSchema.problems("foreign_comparison", json.body())).isEmpty();
    JsonNode told = JsonMapper.shared().readTree(json.body());
    assertThat(told.at("/foreign/stands").asString()).isEqualTo("before");
    assertThat(told.at("/foreign/in_collection").asBoolean()).isFalse();
    assertThat(json.body()).doesNotContain("label");
    HttpResponse<String> html =
        served.send(
            served
                .request(diff + "?time=2026-03-01T10:00:00Z")
                .header("Content-Type", "text/html")
                .POST(BodyPublishers.ofString(OLDER)));
    assertThat(StetSchema.problems("foreign_comparison", html.body())).isEmpty();
    assertThat(JsonMapper.shared().readTree(html.body()).path("revision"))
        .isEqualTo(told.path("revision"));
    assertThat(captures()).isEqualTo(1);
  }
}
