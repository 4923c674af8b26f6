package stet.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.EDITOR;
import static stet.serve.Sending.READER;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.cli.Cli;
import stet.fetch.Newsroom;
import stet.serve.http.Access;
import stet.watch.store.WatchStore;

/** The button on an article's page by which an editor has it checked out of turn. */
class CheckOnPageTest {
  private static final String PATH = "/news/harbour-bridge-shut-after-crack";
  private static final String MOVED = "/2026/03/harbour-bridge-shut-after-crack";
  private static final String[] KEY = {"Authorization", "Bearer " + EDITOR};

  @TempDir Path home;
  private Newsroom newsroom;
  private Served served;
  private String url;

  /** A tracked article of which one version is kept. */
  @BeforeEach
  void make() throws IOException {
    new CollectionHome(home).make();
    newsroom = new Newsroom();
    url = newsroom.url(PATH);
    newsroom.page(PATH, CheckNowTest.story("forty"));
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + newsroom.authority() + "\"\nmin-delay = 0\n");
    Path saved = home.resolve("saved.html");
    Files.writeString(saved, CheckNowTest.story("forty"));
    Cli.run("import", "--home", home, "--url", url, "--captured-at", "2026-03-01T09:00:00Z", saved);
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      store.track(List.of(url), Instant.parse("2026-04-02T10:00:00Z"));
    }
    served = Served.of(home, Access.OWN_MACHINE);
  }

  @AfterEach
  void stop() throws IOException {
    served.close();
    newsroom.close();
    assertThat(served.faults()).isEmpty();
  }

  private static String folder(Served served, String url, String... with) throws IOException {
    HttpResponse<String> found = served.get("/find/here?url=" + WriteSamples.encoded(url), with);
    assertThat(found.statusCode()).isEqualTo(303);
    return "/" + found.headers().firstValue("Location").orElseThrow().replaceAll("^(\\.\\./)+", "");
  }

  private Document page(String path) throws IOException {
    HttpResponse<String> answer = served.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body(), served.at(path));
  }

  /** Presses the button; what the page then says. */
  private Document pressed(Document page) throws IOException {
    Element form = page.selectFirst("#checked form");
    StringBuilder sent = new StringBuilder("act=check");
    for (Element field : form.select("input[type=hidden]")) {
      sent.append('&').append(field.attr("name")).append('=');
      sent.append(WriteSamples.encoded(field.val()));
    }
    String action = form.absUrl("action").substring(served.at("").length());
    HttpResponse<String> done = served.post(action, sent.toString());
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    String to = done.headers().firstValue("Location").orElseThrow();
    assertThat(to).startsWith("../a/").endsWith("#checked");
    return page(to.substring(2).replaceAll("#.*", ""));
  }

  private static String told(Document page) {
    return page.select("#checked [role=status]").text();
  }

  @Test
  void aCheckComesBackToTheArticleWithWhatItFound() throws IOException {
    Document before = page(folder(served, url));
    assertThat(before.select("#checked").text()).contains("Not checked yet", "Check now");
    assertThat(told(before)).isEmpty();
    assertThat(before.select(".now").text()).startsWith("One version seen");

    Document same = pressed(before);
    assertThat(told(same)).contains("Nothing changed", "The next check is due 2 Apr 2026");
    assertThat(same.select("#checked form").text()).contains("Last check", "nothing changed");

    newsroom.page(PATH, CheckNowTest.story("fifty"));
    Document changed = pressed(same);
    assertThat(told(changed)).contains("The text changed");
    // How many is not said: on a clock that stands the captures are told apart by bytes alone.
    assertThat(changed.select(".now").text()).contains(" revision");

    newsroom.on(PATH, Newsroom.answer("404 Not Found", "", "no".getBytes(UTF_8)));
    assertThat(told(pressed(changed))).contains("no such page is there");
  }

  /** What a check showed stands in no address, so that nobody can make somebody read it. */
  @Test
  void whatIsSaidCannotBeMadeUp() throws IOException {
    String folder = folder(served, url);
    assertThat(told(page(folder + "?checked=Nothing+changed"))).isEmpty();
    String form = "act=check&article=" + folder.split("/")[2] + "&uri=" + WriteSamples.encoded(url);
    assertThat(served.post("/watch/tracked", form).statusCode()).isEqualTo(403);
    assertThat(newsroom.asked()).noneMatch(l -> l.contains(PATH));
    String token = page(folder).selectFirst("#checked input[name=token]").val();
    String other = "act=check&article=..%2F..%2Fx&uri=x&token=" + token;
    assertThat(served.post("/watch/tracked", other).statusCode()).isEqualTo(404);
  }

  @Test
  void whereAWatchRunsItIsLeftToThat() throws IOException {
    try (FileChannel lock =
        FileChannel.open(
            home.resolve("watch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(lock.tryLock()).isNotNull();
      Document handed = pressed(page(folder(served, url)));
      assertThat(told(handed)).contains("due at once; the watch that runs checks it");
      assertThat(newsroom.asked()).noneMatch(l -> l.contains(PATH));
    }
  }

  /** The address that is tracked need not be the article's own. */
  @Test
  void anArticleIsCheckedUnderTheAddressThatIsTracked() throws IOException {
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      store.untrack(url);
    }
    Document untracked = page(folder(served, url));
    assertThat(untracked.select("#checked form")).isEmpty();
    assertThat(untracked.select("#checked").text()).contains("not tracked", "Track it");
    String add = untracked.selectFirst("#checked a").absUrl("href");
    assertThat(page(add.substring(served.at("").length())).select("textarea").text()).contains(url);

    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      store.track(List.of(newsroom.url(MOVED)), Instant.parse("2026-04-02T10:00:00Z"));
    }
    newsroom.redirect(MOVED, url);
    String form =
        "act=check&token="
            + page("/watch").selectFirst("#tracked input[name=token]").val()
            + "&uri="
            + WriteSamples.encoded(newsroom.url(MOVED));
    assertThat(served.post("/watch/tracked", form).statusCode()).isEqualTo(200);
    Document aliased = page(folder(served, url));
    assertThat(aliased.select("#checked").text()).contains("Tracked as " + newsroom.url(MOVED));
    assertThat(told(pressed(aliased))).contains("Nothing changed");
  }

  @Test
  void readersAndReportsHaveNoButton(@TempDir Path site) throws IOException {
    try (Served keys =
        Served.of(home, Access.of(List.of("reader " + READER, "editor " + EDITOR), true))) {
      String folder = folder(keys, url, KEY);
      assertThat(keys.get(folder, KEY).body()).contains("Check now");
      assertThat(keys.get(folder, "Authorization", "Bearer " + READER).body())
          .doesNotContain("Check now", "id=\"checked\"");
      assertThat(keys.get(folder).body()).doesNotContain("Check now", "id=\"checked\"");
    }
    Cli.run("report", "--home", home, "--output", site);
    List<Path> pages;
    try (var files = Files.walk(site)) {
      pages = files.filter(f -> f.toString().endsWith(".html")).toList();
    }
    assertThat(pages).hasSizeGreaterThan(3);
    for (Path page : pages) {
      assertThat(Files.readString(page)).doesNotContain("Check now", "id=\"checked\"");
    }
  }
}
