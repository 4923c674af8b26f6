package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.json.StetSchema;
import stet.watch.store.WatchStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs get of a served collection. */
class ApiTest {
  private static final String LINES = "application/x-ndjson";

  @TempDir static Path home;
  static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.sample(home);
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private static JsonNode json(String path) throws IOException {
    HttpResponse<String> response = served.get(path);
    assertThat(response.statusCode()).as("%s %s", path, response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  private static List<JsonNode> lines(String path) throws IOException {
    HttpResponse<String> response = served.get(path, "Accept", LINES);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(LINES);
    return StetSchema.objects(response.body());
  }

  /** All items of a list, part by part, as the body and the header lead on. */
  private static List<String> walked(String path, String name) throws IOException {
    List<String> items = new ArrayList<>();
    String at = served.at(path);
    for (int parts = 0; parts < 500; parts++) {
      HttpResponse<String> response = served.get(at.substring(served.at("").length()));
      JsonNode part = JsonMapper.shared().readTree(response.body());
      part.path(name).forEach(item -> items.add(item.toString()));
      String link = response.headers().firstValue("Link").orElse("");
      if (part.path("next").isNull()) {
        assertThat(link).isEmpty();
        return items;
      }
      String next = part.path("next").asString();
      assertThat(link).isEqualTo("<" + next + ">; rel=\"next\"");
      at = URI.create(at).resolve(next).toString();
    }
    throw new AssertionError("there is no end of " + path);
  }

  private static String key() throws IOException {
    for (JsonNode article : json("/api/v1/articles?limit=1000").path("articles")) {
      if (article.at("/counts/versions").asInt() >= 3) {
        return article.at("/article/key").asString();
      }
    }
    throw new AssertionError("no article with three versions");
  }

  @Test
  void partsOfAListMakeUpTheWholeInAnyFormAndSize() throws IOException {
    String captures = "/api/v1/articles/" + key() + "/captures";
    for (Map.Entry<String, String> list :
        Map.of("/api/v1/edits", "edits", "/api/v1/articles", "articles", captures, "captures")
            .entrySet()) {
      List<String> whole = walked(list.getKey(), list.getValue());
      assertThat(whole).hasSizeGreaterThan(2).doesNotHaveDuplicates();
      assertThat(walked(list.getKey() + "?limit=1", list.getValue())).isEqualTo(whole);
      List<String> lines = new ArrayList<>();
      for (JsonNode line : lines(list.getKey())) {
        assertThat(line.path("schema").asString()).isEqualTo("stet/1");
        lines.add(line.toString().replace("\"schema\":\"stet/1\",", ""));
      }
      assertThat(lines).isEqualTo(whole);
    }
  }

  @Test
  void linesThatEndEarlySayWhereTheyGoOn() throws IOException {
    List<JsonNode> first = lines("/api/v1/articles?limit=2");
    assertThat(first).hasSize(3);
    assertThat(StetSchema.problems("continued", first.get(2))).isEmpty();
    List<JsonNode> all = lines("/api/v1/articles");
    List<JsonNode> rest = lines("/api/v1/" + first.get(2).path("next").asString());
    assertThat(rest.get(0)).isEqualTo(all.get(2));
  }

  @Test
  void editsAreRankedInParts() throws IOException {
    List<String> newest = walked("/api/v1/edits", "edits");
    for (String order : List.of("telling", "words")) {
      String address = "/api/v1/edits?sort=" + order;
      assertThat(walked(address, "edits")).containsExactlyInAnyOrderElementsOf(newest);
      List<Integer> heights = new ArrayList<>();
      for (JsonNode edit : json(address).path("edits")) {
        JsonNode counts = edit.path("counts");
        int words = 0;
        for (String kind : List.of("inserted", "deleted", "moved")) {
          words += counts.path(kind).asInt();
        }
        heights.add(order.equals("words") ? words : edit.path("telling").asInt());
      }
      assertThat(heights).hasSizeGreaterThan(3).isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void anArticleIsAPlaceInTheListByItsKeyToo() throws IOException {
    JsonNode all = json("/api/v1/articles").path("articles");
    String key = all.at("/0/article/key").asString();
    assertThat(json("/api/v1/articles?after=" + key).path("articles").get(0)).isEqualTo(all.get(1));
  }

  @Test
  void aCaptureTellsWhatItShowed() throws IOException {
    int none = 0;
    for (JsonNode article : json("/api/v1/articles").path("articles")) {
      String key = article.at("/article/key").asString();
      int version = 0;
      for (JsonNode capture : json("/api/v1/articles/" + key + "/captures").path("captures")) {
        // Files say nothing of an answer.
        assertThat(capture.path("http_status").isNull()).isTrue();
        none += capture.path("version").isNull() ? 1 : 0;
        assertThat(capture.path("reason").asString().isEmpty())
            .isEqualTo(!capture.path("version").isNull());
        version = Math.max(version, capture.path("version").asInt(0));
      }
      assertThat(version).isEqualTo(article.at("/counts/versions").asInt());
    }
    assertThat(none).isEqualTo(2);
  }

  @Test
  void editsAreChosenAsOnThePage() throws IOException {
    List<String> all = walked("/api/v1/edits", "edits");
    List<String> silent = walked("/api/v1/edits?label=silent", "edits");
    assertThat(silent).isNotEmpty().hasSizeLessThan(all.size()).isSubsetOf(all);
    assertThat(silent).allMatch(e -> e.contains("\"label\":\"silent\""));
    assertThat(walked("/api/v1/edits?since=2999-01-01", "edits")).isEmpty();
    for (String wrong :
        List.of(
            "label=headline",
            "since=tomorrow",
            "before=1",
            "least=-1",
            "limit=101",
            "sort=best",
            "sort=telling&before=1")) {
      HttpResponse<String> refused = served.get("/api/v1/edits?" + wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
      assertThat(StetSchema.problems("problem", refused.body())).isEmpty();
    }
  }

  @Test
  void whatIsFoundComesInPartsToo() throws IOException {
    List<String> whole = walked("/api/v1/search?q=the", "matches");
    assertThat(whole).hasSizeGreaterThan(2);
    assertThat(walked("/api/v1/search?q=the&limit=1", "matches")).isEqualTo(whole);
    assertThat(json("/api/v1/search?q=the").at("/counts/articles").asInt()).isEqualTo(whole.size());
    String said =
        json("/api/v1/articles/" + key() + "/versions/1").at("/state/body/0/text").asString();
    String other = said.replaceFirst(" \\S+ ", " xyzzy ");
    JsonNode near =
        json("/api/v1/search?as=quotation&q=" + URLEncoder.encode(other, StandardCharsets.UTF_8));
    assertThat(near.path("matches")).isEmpty();
    assertThat(near.path("nearest")).isNotEmpty();
  }

  /** Each page names its own data, and that is what the API says at another address. */
  @Test
  void everyPageHasItsTwin() throws IOException {
    String folder = "/a/" + key() + "/";
    String api = "/api/v1/articles/" + key();
    for (List<String> twin :
        List.of(
            List.of("/?label=silent", "/edits.json?label=silent", "/api/v1/edits?label=silent"),
            List.of("/search?q=ferry", "/search.json?q=ferry", "/api/v1/search?q=ferry"),
            List.of("/outlets.html", "/outlets.json", "/api/v1/outlets"),
            List.of("/watch", "/watch.json", "/api/v1/status"),
            List.of(folder + "1..3", folder + "1..3.json", api + "/diff/1..3"),
            List.of(folder + "r2.html", folder + "r2.json", api + "/diff/1..2"),
            List.of(folder + "v3.html", folder + "v3.json", api + "/versions/3"))) {
      Element link =
          Jsoup.parse(served.get(twin.get(0)).body(), served.at(twin.get(0)))
              .selectFirst("link[rel=alternate][type=application/json]");
      assertThat(link).as(twin.get(0)).isNotNull();
      assertThat(link.absUrl("href")).isEqualTo(served.at(twin.get(1)));
      assertThat(json(twin.get(1))).as(twin.get(1)).isEqualTo(json(twin.get(2)));
    }
    assertThat(StetSchema.problems("reported_article", json(folder + "article.json"))).isEmpty();
  }

  @Test
  void refusalsAreDataWhateverIsAccepted() throws IOException {
    for (String path :
        List.of(
            "/api/v1/nothing",
            "/api/v1/articles/none",
            "/a/none/v1.json",
            "/edits.json?limit=x",
            "/api/v1/search")) {
      HttpResponse<String> refused = served.get(path, "Accept", "text/html");
      assertThat(refused.headers().firstValue("Content-Type"))
          .as(path)
          .hasValue("application/problem+json");
      assertThat(StetSchema.problems("problem", refused.body())).as(path).isEmpty();
    }
  }

  @Test
  void whoHasTheAnswerAlreadyIsNotSentItAgain() throws IOException {
    String tag = served.get("/api/v1/edits").headers().firstValue("ETag").orElseThrow();
    assertThat(served.get("/api/v1/edits", "If-None-Match", tag).statusCode()).isEqualTo(304);
    // Lines are another form of the same list.
    HttpResponse<String> lines = served.get("/api/v1/edits", "If-None-Match", tag, "Accept", LINES);
    assertThat(lines.statusCode()).isEqualTo(200);
    String other = lines.headers().firstValue("ETag").orElseThrow();
    assertThat(served.get("/api/v1/edits", "If-None-Match", other, "Accept", LINES).statusCode())
        .isEqualTo(304);
  }

  @Test
  void linesAreLetGoOfHoweverOftenTheyAreAskedFor() throws IOException {
    for (int i = 0; i < 12; i++) {
      assertThat(lines("/api/v1/edits")).isNotEmpty();
      HttpResponse<String> head =
          served.send(
              served
                  .request("/api/v1/edits", "Accept", LINES)
                  .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
      assertThat(head.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void addressesAreTrackedAndEachRefusalHasItsReason() throws IOException {
    String good = "https://courier.example/harbour";
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "urls",
                    List.of(
                        good,
                        good,
                        "ftp://courier.example/x",
                        "https://me:secret@courier.example:25/x",
                        "http://127.0.0.1:8080/x",
                        "http://[::1]/x",
                        "http://0x7f.1/x",
                        "http://news.localhost/x",
                        "http://169.254.169.254/latest")));
    HttpResponse<String> tracked = served.postJson("/api/v1/track", body);
    assertThat(tracked.statusCode()).isEqualTo(200);
    assertThat(StetSchema.problems("tracked", tracked.body())).isEmpty();
    assertThat(tracked.body()).doesNotContain("secret");
    JsonNode list = JsonMapper.shared().readTree(tracked.body()).path("addresses");
    assertThat(outcomes(list))
        .containsExactly(
            "tracked",
            "already-tracked",
            "refused",
            "refused",
            "refused",
            "refused",
            "refused",
            "refused",
            "refused");
    for (JsonNode each : list) {
      assertThat(each.path("detail").asString().isEmpty())
          .isEqualTo(!each.path("outcome").asString().equals("refused"));
    }
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      assertThat(store.tracked().count(false)).isEqualTo(1);
      assertThat(store.isTracked(good)).isTrue();
    }
    String one = "{\"urls\":[\"" + good + "\",\"nonsense\"]}";
    assertThat(outcomes(sent("/api/v1/untrack", one)))
        .containsExactly("no-longer-tracked", "refused");
    assertThat(outcomes(sent("/api/v1/untrack", one))).containsExactly("not-tracked", "refused");
  }

  private static JsonNode sent(String path, String body) throws IOException {
    return JsonMapper.shared().readTree(served.postJson(path, body).body()).path("addresses");
  }

  private static List<String> outcomes(JsonNode list) {
    List<String> outcomes = new ArrayList<>();
    list.forEach(each -> outcomes.add(each.path("outcome").asString()));
    return outcomes;
  }

  @Test
  void whatIsNoListOfAddressesIsRefused() throws IOException {
    for (String body :
        List.of("", "x", "[]", "{}", "{\"urls\":[]}", "{\"urls\":\"x\"}", "{\"urls\":[null]}")) {
      assertThat(served.postJson("/api/v1/track", body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(served.post("/api/v1/track", "urls=https://courier.example/x").statusCode())
        .isEqualTo(403);
    HttpResponse<String> foreign =
        served.postJson(
            "/api/v1/track",
            "{\"urls\":[\"https://courier.example/y\"]}",
            "Origin",
            "https://evil.example");
    assertThat(foreign.statusCode()).isEqualTo(403);
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      assertThat(store.isTracked("https://courier.example/y")).isFalse();
    }
  }
}
