package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.BOUNDARY;
import static stet.serve.WriteSamples.encoded;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HostilePayloads;
import stet.serve.http.Route;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, and whatever stands in captured pages, nothing of it acts in an answer. */
class InjectionTest {
  private static final List<String> PARAMETERS =
      List.of(
          "q",
          "as",
          "words",
          "outlet",
          "language",
          "since",
          "until",
          "said",
          "state",
          "label",
          "kind",
          "least",
          "hide",
          "before",
          "after",
          "url",
          "time",
          "memento",
          "version",
          "limit",
          "article",
          "from",
          "to",
          "annotation",
          "author",
          "verdict",
          "x\"onload=x y");
  private static final int PAGES = 600;

  /** What is asked in a request does not depend on how much there is to be found. */
  private static final int FEW = 4;

  @TempDir static Path home;
  @TempDir static Path fewHome;

  /** Of all payloads. */
  private static Served served;

  /** Of {@link #FEW} of them, for requests that carry their own. */
  private static Served few;

  private static InertAnswers inert;
  private static InertAnswers fewInert;
  private static String key;
  private static final List<String> payloads = HostilePayloads.all();

  @BeforeAll
  static void serve() throws IOException {
    served = HostileCollection.served(home, payloads.size());
    few = HostileCollection.served(fewHome, FEW);
    inert = new InertAnswers(served);
    fewInert = new InertAnswers(few);
    key = HostileCollection.key(served);
  }

  @AfterAll
  static void stop() {
    served.close();
    few.close();
    assertThat(served.faults()).isEmpty();
    assertThat(few.faults()).isEmpty();
  }

  private static void ask(List<String> hits, String path, String... headers) throws IOException {
    hits.addAll(fewInert.faults(few.get(path, headers)));
  }

  private static String path(Route route, String key, String payload) {
    return "/"
        + route
            .pattern()
            .replace("{key}", payload.isEmpty() ? key : payload)
            .replaceAll(
                "\\{[^}]+\\}",
                java.util.regex.Matcher.quoteReplacement(payload.isEmpty() ? "1" : payload));
  }

  private static List<Route> reads() {
    return served.routes().stream()
        .filter(r -> r.method().equals("GET") && !r.pattern().equals("news"))
        .toList();
  }

  private static void told(String name, int tries, List<String> hits) {
    System.out.println(name + ": " + tries + " tries, " + hits.size() + " hits");
    assertThat(hits).isEmpty();
  }

  private static String encodedPart(String text) {
    return encoded(text).replace("+", "%20").replace("%2F", "_").replace("%5C", "_");
  }

  /** Each parameter of each page with several payloads, and each page with each payload. */
  @Test
  void nothingInAnAddressActs() throws IOException {
    List<String> hits = new ArrayList<>();
    int tries = 0;
    String key = HostileCollection.key(few);
    String[] html = {"Accept", "text/html"};
    for (Route route : reads()) {
      for (int i = 0; i < PARAMETERS.size(); i++) {
        String payload = payloads.get((i * 31 + route.pattern().length()) % payloads.size());
        String query = encoded(PARAMETERS.get(i)) + "=" + encoded(payload);
        ask(hits, path(route, key, "") + "?" + query, html);
        tries++;
      }
    }
    for (String payload : payloads) {
      String all = "";
      for (String free : List.of("q", "words", "outlet", "language", "said", "url", "time")) {
        all +=
            "&"
                + free
                + "="
                + encoded(free.equals("url") ? "https://a.example/" + payload : payload);
      }
      String one = List.of("add", "import", "find", "feed.xml").get(payload.length() % 4);
      for (String page : List.of("", "review", "search", one)) {
        ask(hits, "/" + page + "?" + all, html);
        tries++;
      }
      String cookie =
          java.util.Base64.getUrlEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
      ask(hits, "/review", "Cookie", "stet_author=" + cookie);
      ask(hits, "/search.json?q=" + encoded(payload));
      tries += 2;
    }
    told("Payloads in queries", tries, hits);
  }

  @Test
  void nothingInAPathActs() throws IOException {
    List<String> hits = new ArrayList<>();
    int tries = 0;
    for (Route route : reads()) {
      for (int i = 0; i < payloads.size() && route.pattern().contains("{"); i += 5) {
        ask(hits, path(route, "", encodedPart(payloads.get(i))), "Accept", "text/html");
        tries++;
      }
    }
    for (int i = 0; i < payloads.size(); i += 5) {
      for (String path :
          List.of(
              "/%s", "/a/b/%s", "/memento/2026/https://a.example/a/b/%s", "/timegate/x/y/%s/")) {
        ask(hits, path.formatted(encodedPart(payloads.get(i))), "Accept", "text/html");
        tries++;
      }
    }
    told("Payloads in paths", tries, hits);
  }

  /** What reviewers say, what is added and what files are called is shown on pages, too. */
  @Test
  void nothingThatIsSentActs() throws IOException {
    List<String> hits = new ArrayList<>();
    int tries = 0;
    String token = Jsoup.parse(served.get("/add").body()).selectFirst("input[name=token]").val();
    for (int i = 0; i < payloads.size(); i++) {
      String payload = payloads.get(i);
      Map<String, Object> quote = Map.of("removed", payload, "inserted", payload);
      Map<String, Object> said =
          Map.of(
              "article",
              key,
              "version",
              i % 2 + 2,
              "verdict",
              cut(payload, 60),
              "note",
              payload,
              "author",
              cut(payload, 100),
              "quote",
              quote);
      hits.addAll(
          inert.faults(
              served.postJson(
                  "/api/v1/annotations", JsonMapper.shared().writeValueAsString(said))));
      tries++;
      if (i % 4 == 0) {
        String at = "urls=" + encoded("http://127.0.0.1:1/" + payload + "\n" + payload);
        hits.addAll(inert.faults(served.post("/add", at + "&token=" + token)));
        hits.addAll(inert.faults(sent(payload, token)));
        hits.addAll(
            inert.faults(
                served.post(
                    "/notes",
                    "content="
                        + encoded(
                            "article.uri,window.not_after,note\n\""
                                + payload.replace("\"", "\"\"")
                                + "\",x,y")
                        + "&token="
                        + token)));
        tries += 3;
      }
    }
    for (String page :
        List.of(
            "a/" + key + "/",
            "a/" + key + "/r2.html",
            "a/" + key + "/r3.html",
            "review?state=all",
            "review?state=annotated",
            "notes",
            "notes.jsonld",
            "review.csv?state=all",
            "api/v1/annotations",
            "watch")) {
      hits.addAll(inert.faults(served.get("/" + page, "Accept", "text/html")));
      tries++;
    }
    assertThat(Jsoup.parse(served.get("/a/" + key + "/r2.html").body()).select(".notes").text())
        .contains("stetExecuted");
    told("Payloads in notes, addresses and names of files", tries, hits);
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  private static HttpResponse<String> sent(String name, String token) throws IOException {
    String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
    String plain = name.replace("\\", "\\\\").replace("\"", "\\\"");
    String body =
        part
            + "url\"\r\n\r\nhttps://courier.example/"
            + name
            + "\r\n"
            + part
            + "time\"\r\n\r\n"
            + name
            + "\r\n"
            + part
            + "file\"; filename=\""
            + plain
            + ".html\"\r\nContent-Type: "
            + cut(name, 40)
            + "\r\n\r\n<title>"
            + name
            + "</title>"
            + name
            + "\r\n--"
            + BOUNDARY
            + "--\r\n";
    return served.send(
        served
            .request("/import?token=" + token)
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(body)));
  }

  /** All pages of hostile articles, as far as links lead. */
  @Test
  void nothingThatWasCapturedActs() throws IOException {
    List<String> hits = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    List<String> open =
        new ArrayList<>(
            List.of(
                "/", "/outlets.html", "/review", "/search?q=harbour", "/api/v1/edits?limit=100"));
    for (int i = 0; i <= payloads.size() / 8; i++) {
      open.add("/timegate/https://courier.example/story-" + i);
    }
    String shown = "";
    for (int next = 0; next < open.size() && seen.size() < PAGES; next++) {
      String path = open.get(next);
      if (!seen.add(path)) {
        continue;
      }
      HttpResponse<String> answer = served.get(path);
      hits.addAll(inert.faults(answer));
      answer
          .headers()
          .firstValue("Location")
          .ifPresent(l -> lead(open, answer.uri().resolve(l).toString()));
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        for (Element link :
            Jsoup.parse(answer.body(), answer.uri().toString())
                .select("a[href], link[href], img[src]")) {
          lead(open, link.absUrl(link.hasAttr("href") ? "href" : "src"));
        }
        shown += answer.body().contains("stetExecuted") ? "x" : "";
      }
    }
    assertThat(shown).hasSizeGreaterThan(200);
    told("Pages of captured payloads", seen.size(), hits);
  }

  private static void lead(List<String> open, String url) {
    if (url.startsWith(served.at("/")) && !url.contains("/news")) {
      open.add(url.substring(served.at("").length()).replaceAll("#.*", ""));
    }
  }
}
