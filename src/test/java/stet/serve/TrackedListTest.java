package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.EDITOR;
import static stet.serve.Sending.READER;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.fetch.HostState;
import stet.json.StetSchema;
import stet.serve.http.Access;
import stet.sqlite.Database;
import stet.sqlite.Opening;
import stet.watch.drift.DriftVerdict;
import stet.watch.store.WatchStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is tracked, for programs. */
class TrackedListTest {
  private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");
  private static final String LATER =
      "https://meridianwire.example/world/2026/04/14/sarn-fishing-talks";
  private static final String[] LINES = {"Accept", "application/x-ndjson"};

  @TempDir Path home;

  @BeforeEach
  void fill() {
    Served.fill(home);
  }

  private WatchStore store() {
    return WatchStore.open(home.resolve(WatchStore.FILE));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static List<String> states(JsonNode page) {
    List<String> states = new ArrayList<>();
    page.path("states").forEach(s -> states.add(s.asString()));
    return states;
  }

  /** One page in each state, and one of which nothing is kept. */
  @Test
  void eachPageSaysWhereItsChecksStand() throws IOException {
    try (WatchStore store = store()) {
      store.track(List.of(LATER), NOW.plusSeconds(3_600));
      store.track(List.of("https://due.example/a"), NOW);
      store.track(List.of("https://resting.example/a"), NOW.plusSeconds(60));
      store.track(List.of("https://failing.example/a"), NOW.plusSeconds(60));
      store.track(List.of("https://gone.example/a"), NOW);
      store.untrack("https://gone.example/a");
      Instant rests = NOW.plusSeconds(600);
      store
          .hosts()
          .save(
              new HostState(
                  "resting.example", rests, 2, Duration.ZERO, LocalDate.of(2026, 4, 2), 9));
    }
    asked("failing.example", "server-error", "the server answered 503");
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      HttpResponse<String> answer = served.get("/api/v1/tracked");
      assertThat(StetSchema.problems("tracked_list", answer.body())).isEmpty();
      JsonNode pages = json(answer).path("pages");
      assertThat(pages).hasSize(4);
      assertThat(pages.get(0).path("uri").asString()).isEqualTo("https://due.example/a");
      assertThat(states(pages.get(0))).containsExactly("due");
      assertThat(pages.get(0).path("article").isNull()).isTrue();
      assertThat(pages.get(0).path("checked_at").isNull()).isTrue();
      assertThat(states(pages.get(1))).containsExactly("failing");
      assertThat(pages.get(1).path("outcome").asString()).isEqualTo("server-error");
      assertThat(pages.get(1).path("detail").asString()).isEqualTo("the server answered 503");
      assertThat(pages.get(1).path("checked_at").asString()).isEqualTo("2026-04-02T08:00:00Z");
      assertThat(pages.get(1).path("failures").asInt()).isEqualTo(3);
      assertThat(pages.get(2).path("uri").asString()).isEqualTo(LATER);
      assertThat(states(pages.get(2))).isEmpty();
      assertThat(pages.get(2).path("due_at").asString()).isEqualTo("2026-04-02T10:00:00Z");
      String key = pages.get(2).at("/article/key").asString();
      assertThat(json(served.get("/api/v1/find?url=" + LATER)).at("/article/key").asString())
          .isEqualTo(key);
      assertThat(states(pages.get(3))).containsExactly("resting");
      assertThat(pages.get(3).path("rests_until").asString()).isEqualTo("2026-04-02T09:10:00Z");

      hold(key);
      JsonNode held = json(served.get("/api/v1/tracked")).path("pages").get(2);
      assertThat(states(held)).containsExactly("held");
      try (WatchStore store = store()) {
        store.drift().judge(1, DriftVerdict.RELEASED);
      }
      assertThat(states(json(served.get("/api/v1/tracked")).path("pages").get(2))).isEmpty();
      assertThat(served.faults()).isEmpty();
    }
  }

  /** A check that failed, as the watch notes it. */
  private void asked(String host, String outcome, String detail) {
    try (Database database = Opening.of(home.resolve(WatchStore.FILE)).toWrite()) {
      database
          .sql()
          .update(
              "UPDATE tracked SET asked_at = '2026-04-02T08:00:00Z', outcome = ?, detail = ?,"
                  + " failures = 3 WHERE host = ?",
              outcome,
              detail,
              host);
    }
  }

  private void hold(String key) {
    try (Database database = Opening.of(home.resolve(WatchStore.FILE)).toWrite()) {
      database
          .sql()
          .update(
              "INSERT INTO drift (id, outlet, from_at, to_at, articles, checked, sample, verdict)"
                  + " VALUES (1, 'meridianwire.example', '2026-04-01T00:00:00Z',"
                  + " '2026-04-01T01:00:00Z', 3, 4, 'x', 'held')");
      database
          .sql()
          .update("INSERT INTO drift_revision VALUES (?, '2026-04-01T00:30:00Z', 1)", key);
    }
  }

  @Test
  void itIsReadInPartsOrAsLines() throws IOException {
    List<String> all = new ArrayList<>();
    try (WatchStore store = store()) {
      for (int i = 0; i < 1_203; i++) {
        all.add("https://courier.example/story-%04d?a=b&c".formatted(i));
      }
      store.track(all, NOW.plusSeconds(60));
    }
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      List<String> seen = new ArrayList<>();
      String next = "tracked?limit=500";
      for (int parts = 0; next != null; parts++) {
        assertThat(parts).isLessThan(3);
        HttpResponse<String> part = served.get("/api/v1/" + next);
        json(part).path("pages").forEach(p -> seen.add(p.path("uri").asString()));
        JsonNode after = json(part).path("next");
        next = after.isNull() ? null : after.asString();
        assertThat(part.headers().firstValue("Link").isPresent()).isEqualTo(next != null);
      }
      assertThat(seen).containsExactlyElementsOf(all);
      HttpResponse<String> lines = served.get("/api/v1/tracked?limit=1100", LINES);
      List<String> objects = lines.body().lines().toList();
      assertThat(objects).hasSize(1_101);
      assertThat(StetSchema.problems("tracked_page", objects.get(1_099))).isEmpty();
      assertThat(StetSchema.problems("continued", objects.get(1_100))).isEmpty();
      String rest = JsonMapper.shared().readTree(objects.get(1_100)).path("next").asString();
      assertThat(served.get("/api/v1/" + rest, LINES).body().lines()).hasSize(103);
      assertThat(served.faults()).isEmpty();
    }
  }

  /** Time alone makes a page due, so that no copy is said to be good. */
  @Test
  void noCopyOfItStaysGoodAndWithoutAWatchItIsEmpty() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      HttpResponse<String> none = served.get("/api/v1/tracked");
      assertThat(json(none).path("pages")).isEmpty();
      assertThat(none.headers().firstValue("ETag")).isEmpty();
      try (WatchStore store = store()) {
        store.track(List.of(LATER), NOW);
      }
      assertThat(json(served.get("/api/v1/tracked")).path("pages")).hasSize(1);
    }
  }

  @Test
  void theWatchPageLeadsToTheSameDataAndOnlyReadersGetIt() throws IOException {
    try (WatchStore store = store()) {
      for (int i = 0; i < 60; i++) {
        store.track(List.of("https://courier.example/story-" + (100 + i)), NOW);
      }
    }
    Access keys = Access.of(List.of("reader " + READER, "editor " + EDITOR), true);
    try (Served served = Served.of(home, keys)) {
      String[] reader = {"Authorization", "Bearer " + READER};
      for (String page : List.of("watch", "watch?after=https://courier.example/story-149")) {
        var html = Jsoup.parse(served.get("/" + page, reader).body(), served.at("/" + page));
        Set<String> shown = new HashSet<>(html.select("#tracked li bdi").eachText());
        String data = html.selectFirst("#tracked a[type=application/json]").absUrl("href");
        Set<String> told = new HashSet<>();
        json(served.get(data.substring(served.at("").length()), reader))
            .path("pages")
            .forEach(p -> told.add(p.path("uri").asString()));
        assertThat(told).isEqualTo(shown).hasSize(page.equals("watch") ? 50 : 10);
      }
      for (String address : List.of("/api/v1/tracked", "/tracked.json")) {
        assertThat(served.get(address).statusCode()).isEqualTo(403);
      }
    }
  }
}
