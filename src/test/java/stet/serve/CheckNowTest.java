package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.fetch.Newsroom;
import stet.json.StetSchema;
import stet.serve.http.Access;
import stet.watch.store.WatchStore;

/** Checks that somebody asks for, out of turn and within what hosts ask for. */
class CheckNowTest {
  @TempDir Path home;
  private Newsroom newsroom;
  private String url;

  @BeforeEach
  void make() throws IOException {
    new CollectionHome(home).make();
    newsroom = new Newsroom();
    url = newsroom.url("/bridge");
    newsroom.page("/bridge", story("forty"));
    settings(0);
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      store.track(List.of(url), Served.CLOCK.instant().plusSeconds(3600));
    }
  }

  private void settings(int delay) throws IOException {
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \"" + newsroom.authority() + "\"\nmin-delay = " + delay + "\n");
  }

  @AfterEach
  void stop() throws IOException {
    newsroom.close();
  }

  static String story(String years) {
    return """
    <!doctype html><html lang="en"><head><title>Bridge shut</title></head><body><article>
    <h1>Bridge shut after crack found</h1>
    <p>The harbour bridge of the fictional Port Alder was shut on Saturday, the port said.</p>
    <p>It was the first time in %s years that no car could cross the river by it.</p>
    <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
    </article></body></html>
    """
        .formatted(years);
  }

  private String checked(Served served, String... auth) throws IOException {
    HttpResponse<String> answer =
        served.postJson("/api/v1/check", "{\"urls\":[\"" + url + "\"]}", auth);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(StetSchema.problems("checked", answer.body())).isEmpty();
    return answer.body();
  }

  @Test
  void whatIsNotDueYetIsCheckedAndKept() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      assertThat(checked(served)).contains("\"checked\"", "\"check\":\"first\"");
      newsroom.page("/bridge", story("fifty"));
      // Another time of day: two captures of one moment are told apart by their bytes alone.
      assertThat(checked(served)).contains("\"checked\"");
      assertThat(newsroom.asked()).filteredOn(l -> l.contains("/bridge")).hasSize(2);
      String other = "{\"urls\":[\"https://courier.example/none\",\"nonsense\"]}";
      assertThat(served.postJson("/api/v1/check", other).body())
          .contains("\"not-tracked\"", "\"refused\"");
      assertThat(served.faults()).isEmpty();
    }
  }

  @Test
  void delaysHoldAndWhatWaitsIsDue() throws IOException {
    settings(3600);
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      checked(served);
      assertThat(checked(served))
          .contains("\"waiting\"", "must not be asked", "\"due_at\":\"2026-");
      assertThat(newsroom.asked()).filteredOn(l -> l.contains("/bridge")).hasSize(1);
      assertThat(due()).isEqualTo(1);
    }
  }

  private long due() {
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      return store.tracked().countDue(Served.CLOCK.instant());
    }
  }

  @Test
  void aWatchThatRunsDoesIt() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE);
        FileChannel lock =
            FileChannel.open(
                home.resolve("watch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(lock.tryLock()).isNotNull();
      assertThat(due()).isZero();
      assertThat(checked(served)).contains("\"handed-over\"");
      assertThat(due()).isEqualTo(1);
      assertThat(newsroom.connections()).isZero();
    }
  }

  @Test
  void fromAfarARedirectLeadsToNoOtherPrivateHost() throws IOException {
    try (Newsroom neighbour = new Newsroom();
        Served served =
            Served.of(home, Access.of(List.of("editor editor-token-0123456789"), false))) {
      neighbour.page("/secret", story("sixty"));
      newsroom.redirect("/bridge", neighbour.url("/secret"));
      Files.writeString(
          home.resolve("stet.toml"),
          "[fetch]\nmin-delay = 0\nprivate-hosts = \""
              + newsroom.authority()
              + ","
              + neighbour.authority()
              + "\"\n");
      String answer = checked(served, "Authorization", "Bearer editor-token-0123456789");
      assertThat(answer).contains("\"check\":\"failed\"", "loopback");
      assertThat(neighbour.connections()).isZero();
    }
  }

  @Test
  void theWatchPageListsWhatIsTrackedAndHasButtons() throws IOException {
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      for (int i = 0; i < 60; i++) {
        store.track(List.of("https://courier.example/story-" + i), Served.CLOCK.instant());
      }
    }
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      Document first = Jsoup.parse(served.get("/watch").body(), served.at("/watch"));
      assertThat(first.select("#tracked li")).hasSize(50);
      String next = first.selectFirst("#tracked a[rel=next]").attr("href").replaceAll("#.*", "");
      Document rest = Jsoup.parse(served.get("/" + next).body());
      assertThat(rest.select("#tracked li")).hasSize(11);
      assertThat(first.select("#tracked bdi").eachText())
          .doesNotContainAnyElementsOf(rest.select("#tracked bdi").eachText());
      String form =
          "token="
              + first.selectFirst("#tracked input[name=token]").val()
              + "&uri="
              + URLEncoder.encode(url, StandardCharsets.UTF_8);
      HttpResponse<String> done = served.post("/watch/tracked", form + "&act=check");
      assertThat(Jsoup.parse(done.body()).text())
          .contains(url + ": An article was found there", "next check is due");
      assertThat(served.post("/watch/tracked", form + "&act=untrack").statusCode()).isEqualTo(303);
      assertThat(served.post("/watch/tracked", form + "&act=x").statusCode()).isEqualTo(400);
      try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
        assertThat(store.isTracked(url)).isFalse();
      }
    }
  }
}
