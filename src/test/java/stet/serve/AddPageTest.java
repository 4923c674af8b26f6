package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.fetch.Newsroom;
import stet.json.StetSchema;
import stet.serve.http.Access;
import stet.watch.store.WatchStore;

/** What is pasted is looked at at once, and nothing is asked that must not be. */
class AddPageTest {
  private static final String EDITOR = "editor-token-0123456789";
  private static final String READER = "reader-token-0123456789";
  private static final Access KEYS =
      Access.of(List.of("reader " + READER, "editor " + EDITOR), false);

  private static final String STORY =
      """
      <!doctype html><html lang="en"><head><title>Bridge shut</title></head><body><article>
      <h1>Bridge shut after crack found</h1>
      <p>The harbour bridge of the fictional Port Alder was shut on Saturday, the port said.</p>
      <p>It was the first time in forty years that no car could cross the river by it.</p>
      <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
      </article></body></html>
      """;

  private static final String FEED =
      """
      <?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>
      <item><link>https://courier.example/a</link></item>
      <item><link>https://courier.example/b</link></item></channel></rss>
      """;

  @TempDir Path home;
  private Newsroom newsroom;
  private Newsroom neighbour;

  @BeforeEach
  void make() throws IOException {
    new CollectionHome(home).make();
    newsroom = new Newsroom();
    neighbour = new Newsroom();
    neighbour.page("/secret", STORY);
    newsroom.page("/bridge", STORY).page("/feed.xml", FEED);
    newsroom.redirect("/elsewhere", neighbour.url("/secret"));
    newsroom.page(
        "/robots.txt", "Content-Type: text/plain\r\n", bytes("User-agent: *\nDisallow: /p"));
    String teasers =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    "<h2><a href='/news/the-bridge-is-shut-"
                        + i
                        + "'>The bridge was shut again</a></h2><p>The harbour bridge of the"
                        + " fictional Port Alder was shut on Saturday, the port said.</p>")
            .collect(Collectors.joining());
    newsroom.page("/section", "<html><body>" + teasers + "</body></html>");
    newsroom.on("/trouble", Newsroom.answer("500 Trouble", "", new byte[0]));
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + newsroom.authority() + "\"\nmin-delay = 0\n");
  }

  @AfterEach
  void stop() throws IOException {
    newsroom.close();
    neighbour.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String token(Served served) throws IOException {
    return Jsoup.parse(served.get("/add").body()).selectFirst("input[name=token]").val();
  }

  private static Document posted(Served served, String form) throws IOException {
    HttpResponse<String> response =
        served.post("/add", "token=" + encoded(token(served)) + "&" + form);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Jsoup.parse(response.body(), served.at("/add"));
  }

  private static Document added(Served served, String... urls) throws IOException {
    return posted(served, "urls=" + encoded(String.join("\r\n", urls)));
  }

  private static String said(Document page, String url) {
    for (Element line : page.select("#found li")) {
      if (line.selectFirst("bdi").text().equals(url)) {
        return line.text();
      }
    }
    throw new AssertionError("nothing is said of " + url + " in " + page.select("#found").text());
  }

  private boolean isTracked(String url) {
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      return store.isTracked(url);
    }
  }

  @Test
  void whatIsThereIsSaidOfEachAddressAtOnce() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      String bridge = newsroom.url("/bridge");
      String robots = newsroom.url("/private/x");
      String[] all = {
        bridge,
        bridge + "#top",
        newsroom.url("/feed.xml"),
        newsroom.url("/section"),
        newsroom.url("/gone"),
        robots,
        newsroom.url("/elsewhere"),
        // The last of its host, which is then left alone for a while.
        newsroom.url("/trouble"),
        neighbour.url("/secret"),
        "ftp://courier.example/x",
        "<script>alert(1)</script>",
        "http://no-such-host.invalid/x"
      };
      Document page = added(served, all);
      assertThat(said(page, bridge)).startsWith("Tracked ").contains("Bridge shut after crack");
      assertThat(said(page, newsroom.url("/feed.xml"))).contains("A feed with 2 articles");
      assertThat(said(page, newsroom.url("/section")))
          .startsWith("No article")
          .contains("12 links");
      assertThat(said(page, newsroom.url("/gone"))).startsWith("Refused").contains("status 404");
      assertThat(said(page, newsroom.url("/trouble"))).contains("not looked at", "status 500");
      assertThat(said(page, robots)).startsWith("Refused").contains("robots.txt");
      assertThat(said(page, neighbour.url("/secret"))).startsWith("Refused").contains("loopback");
      assertThat(said(page, newsroom.url("/elsewhere")))
          .startsWith("Refused")
          .contains("loopback", "fetch.private-hosts");
      assertThat(said(page, "ftp://courier.example/x")).startsWith("Refused");
      assertThat(said(page, "<script>alert(1)</script>")).startsWith("Refused");
      assertThat(said(page, "http://no-such-host.invalid/x")).contains("no such host");
      assertThat(page.select("#found li")).hasSize(11);

      assertThat(neighbour.asked()).isEmpty();
      assertThat(newsroom.asked()).noneMatch(line -> line.contains("/private"));
      assertThat(newsroom.asked()).filteredOn(line -> line.contains("/bridge")).hasSize(1);
      try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
        assertThat(store.tracked().count(false)).isEqualTo(2);
        assertThat(store.tracked().find(bridge).orElseThrow().state().outcome().id())
            .isEqualTo("first");
        assertThat(store.feeds()).isEmpty();
      }
      assertThat(said(added(served, bridge), bridge)).startsWith("Tracked already");
      assertThat(newsroom.asked()).filteredOn(line -> line.contains("/bridge")).hasSize(1);
      assertThat(served.faults()).isEmpty();
    }
  }

  /** The look was the first check: its capture is there, and the article has its page. */
  @Test
  void anArticleThatWasLookedAtIsKept() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      String url = newsroom.url("/bridge");
      HttpResponse<String> before = served.get("/find?url=" + encoded(url));
      assertThat(before.headers().firstValue("Location")).hasValue("add?url=" + encoded(url));
      assertThat(served.get("/api/v1/find?url=" + encoded(url)).statusCode()).isEqualTo(404);
      added(served, url);
      HttpResponse<String> found = served.get("/find?url=" + encoded(url + "?utm_source=x"));
      assertThat(found.statusCode()).isEqualTo(303);
      assertThat(found.headers().firstValue("Location").orElse("")).matches("a/[a-z0-9]+/");
      HttpResponse<String> data = served.get("/api/v1/find?url=" + encoded(url));
      assertThat(StetSchema.problems("found_article", data.body())).isEmpty();
      assertThat(data.body()).contains("Bridge shut after crack found", "\"versions\":1");
    }
  }

  @Test
  void listsAndOtherPagesAreTakenWhenSomebodySaysSo() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      String feed = newsroom.url("/feed.xml");
      String section = newsroom.url("/section");
      Document offers = added(served, feed, section);
      assertThat(offers.select("input[name=feed][checked]").eachAttr("value"))
          .containsExactly(feed);
      assertThat(offers.select("input[name=anyway]").eachAttr("value")).containsExactly(section);
      Document done = posted(served, "feed=" + encoded(feed) + "&anyway=" + encoded(section));
      assertThat(said(done, feed)).startsWith("Watched");
      assertThat(said(done, section)).startsWith("Tracked");
      assertThat(isTracked(section)).isTrue();
      assertThat(said(added(served, feed), feed)).startsWith("Watched already");
      // An address in that field is guarded as any other.
      Document refused = posted(served, "feed=" + encoded(neighbour.url("/secret")));
      assertThat(said(refused, neighbour.url("/secret"))).startsWith("Refused");
    }
  }

  @Test
  void thoseBehindTheFirstFiftyAreTrackedUnseen() throws IOException {
    String[] urls =
        IntStream.range(0, 55).mapToObj(i -> newsroom.url("/" + i)).toArray(String[]::new);
    for (int i = 0; i < 55; i++) {
      newsroom.page("/" + i, STORY);
    }
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      Document page = added(served, urls);
      assertThat(page.select("#found .lead").text()).contains("55 addresses newly tracked");
      assertThat(said(page, urls[49])).doesNotContain("not looked at");
      assertThat(said(page, urls[50])).contains("not looked at", "Only the first 50");
      assertThat(
              newsroom.asked().stream()
                  .filter(l -> !l.contains("robots"))
                  .collect(Collectors.toList()))
          .hasSize(50);
    }
  }

  /** A host that must not be asked soon is not asked, and nobody waits for it. */
  @Test
  void delaysBetweenRequestsHold() throws IOException {
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + newsroom.authority() + "\"\nmin-delay = 3600\n");
    newsroom.page("/second", STORY);
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      Document page = added(served, newsroom.url("/bridge"), newsroom.url("/second"));
      assertThat(said(page, newsroom.url("/second"))).contains("must not be asked until 2026-");
      assertThat(isTracked(newsroom.url("/second"))).isTrue();
      // What was learnt of the host outlives the request.
      newsroom.page("/third", STORY);
      assertThat(said(added(served, newsroom.url("/third")), newsroom.url("/third")))
          .contains("must not be asked until");
      assertThat(newsroom.asked()).noneMatch(l -> l.contains("/second") || l.contains("/third"));
    }
  }

  @Test
  void whoComesFromAfarHasNothingAskedThatOnlyThisMachineReaches() throws IOException {
    try (Served served = Served.of(home, KEYS)) {
      String[] auth = {"Authorization", "Bearer " + EDITOR};
      for (String url :
          List.of(
              newsroom.url("/bridge"),
              "http://localhost:" + newsroom.port() + "/bridge",
              "http://127.1:" + newsroom.port() + "/bridge",
              "http://[::ffff:127.0.0.1]:" + newsroom.port() + "/bridge",
              "http://169.254.169.254/latest")) {
        HttpResponse<String> page = served.post("/add", "urls=" + encoded(url), auth);
        assertThat(Jsoup.parse(page.body()).select("#found li").text())
            .as(url)
            .startsWith("Refused")
            .doesNotContain("private-hosts");
        String json = "{\"urls\":[\"" + url + "\"],\"feeds\":[\"" + url + "\"]}";
        assertThat(served.postJson("/api/v1/track", json, auth).body())
            .as(url)
            .doesNotContain("\"tracked\"", "\"watched\"");
      }
      assertThat(newsroom.connections()).isZero();
    }
  }

  @Test
  void onlyEditorsAdd() throws IOException {
    try (Served served = Served.of(home, KEYS)) {
      String[] reader = {"Authorization", "Bearer " + READER};
      assertThat(served.get("/add", reader).statusCode()).isEqualTo(403);
      assertThat(served.post("/add", "urls=x", reader).statusCode()).isEqualTo(403);
      assertThat(served.get("/", reader).body()).doesNotContain("href=\"add\"");
      assertThat(served.get("/", "Authorization", "Bearer " + EDITOR).body())
          .contains("href=\"add\"");
      assertThat(served.get("/find?url=https://courier.example/x", reader).statusCode())
          .isEqualTo(404);
    }
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      assertThat(served.post("/add", "urls=" + encoded(newsroom.url("/bridge"))).statusCode())
          .isEqualTo(403);
      assertThat(newsroom.connections()).isZero();
    }
  }

  @Test
  void findLeadsNowhereElse() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      for (String wrong : List.of("", "javascript:alert(1)", "//evil.example/", "1", "a/../b")) {
        assertThat(served.get("/find?url=" + encoded(wrong)).statusCode()).as(wrong).isEqualTo(400);
      }
      for (String url :
          List.of("https://evil.example/", "http://x\r\nSet-Cookie: a=b", "https://a/?b=c&d#e")) {
        HttpResponse<String> led = served.get("/find?url=" + encoded(url));
        assertThat(led.headers().firstValue("Location").orElse("")).startsWith("add?url=http");
        assertThat(led.headers().firstValue("Set-Cookie")).isEmpty();
        Document page =
            Jsoup.parse(served.get("/" + led.headers().firstValue("Location").get()).body());
        assertThat(page.selectFirst("textarea").wholeText().strip())
            .startsWith(url.substring(0, 8));
      }
    }
  }

  /** Another site's link brings no cookie along, so a page of ours goes on in its own name. */
  @Test
  void aBookmarkWorksForWhoHasLoggedIn() throws IOException {
    try (Served served = Served.of(home, KEYS)) {
      HttpResponse<String> bounced =
          served.get("/find?url=https://courier.example/x", "Sec-Fetch-Site", "cross-site");
      assertThat(bounced.statusCode()).isEqualTo(200);
      Document page = Jsoup.parse(bounced.body(), served.at("/find"));
      String next = "find/here?url=https%3A%2F%2Fcourier.example%2Fx";
      assertThat(page.selectFirst("meta[http-equiv=refresh]").attr("content"))
          .isEqualTo("0;url=" + next);
      HttpResponse<String> led = served.get("/" + next, "Authorization", "Bearer " + EDITOR);
      assertThat(led.headers().firstValue("Location"))
          .hasValue("../add?url=https%3A%2F%2Fcourier.example%2Fx");
      assertThat(served.get("/" + next).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void theBookmarkNamesThisServer() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      Element link = Jsoup.parse(served.get("/add").body()).selectFirst("a.button");
      assertThat(link.attr("href"))
          .isEqualTo(
              "javascript:void(open('"
                  + served.at("/")
                  + "find?url='+encodeURIComponent(location.href)))");
    }
  }
}
