package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.OwnProcess;
import stet.cli.Cli;
import stet.notes.Annotation;
import stet.notes.NoteStore;
import stet.watch.store.WatchStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server is killed in the middle of writes: what it had acknowledged is there afterwards.
 * {@code bench/kill-serve} kills it more often.
 */
class ServeKillTest {
  private static final int KILLS = Integer.getInteger("stet.serve.kills", 3);
  private static final int WRITERS = 4;

  @TempDir Path home;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(20260314);

  /** Notes that were acknowledged, by their names; null for those that were taken back. */
  private final Map<String, String> notes = new ConcurrentHashMap<>();

  private final Set<String> removed = ConcurrentHashMap.newKeySet();
  private final Set<String> tracked = ConcurrentHashMap.newKeySet();

  /** Notes of which the last state was asked for and not acknowledged: either state is right. */
  private final Map<String, String> perhaps = new ConcurrentHashMap<>();

  /** Whatever else was answered than that it was done. */
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  @Test
  void whatWasAcknowledgedIsThere() throws Exception {
    assertThat(Cli.run("import", "--home", home, "snapshots/sample").code()).isZero();
    int midWrite = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int before = notes.size() + tracked.size();
      killOne(kill);
      check();
      midWrite += notes.size() + tracked.size() > before ? 1 : 0;
    }
    System.out.printf(
        "%d kills of a server, %d of them after something new was acknowledged; of %d notes, %d"
            + " removals and %d tracked addresses none was lost%n",
        KILLS, midWrite, notes.size(), removed.size(), tracked.size());
    assertThat(refused).as(Files.readString(home.resolve("told"))).isEmpty();
    assertThat(midWrite).isGreaterThan(KILLS / 2);
    assertThat(Cli.run("verify", "--home", home).code()).isZero();
  }

  private void killOne(int kill) throws Exception {
    Process server =
        OwnProcess.stet("serve", "--home", home.toString(), "--port", "0")
            .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("told").toFile()))
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      URI at = URI.create(out.readLine().strip());
      String key = key(at);
      int before = notes.size() + tracked.size();
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        Thread thread = new Thread(() -> write(at, key, kill + "-" + writer));
        thread.start();
        writers.add(thread);
      }
      // On a busy machine the first write takes a while; then it is killed at any moment.
      for (int i = 0; i < 600 && notes.size() + tracked.size() == before; i++) {
        Thread.sleep(50);
      }
      Thread.sleep(random.nextInt(1_200));
      server.destroyForcibly().waitFor();
      for (Thread writer : writers) {
        writer.join();
      }
    } finally {
      server.destroyForcibly();
    }
  }

  private String key(URI at) throws Exception {
    HttpResponse<String> articles =
        client.send(
            HttpRequest.newBuilder(at.resolve("api/v1/articles?q=ferry")).build(),
            BodyHandlers.ofString());
    return JsonMapper.shared().readTree(articles.body()).at("/articles/0/article/key").asString();
  }

  /** Writes until the server is gone. */
  private void write(URI at, String key, String name) {
    try {
      for (int i = 0; ; i++) {
        String text = name + "-" + i;
        String said =
            "{\"article\": \"%s\", \"version\": 2, \"note\": \"%s\"}".formatted(key, text);
        String id = send(at, "POST", "annotations", said).path("annotation").asString();
        notes.put(id, text);
        String url = "https://courier.example/" + text;
        send(at, "POST", "track", "{\"urls\": [\"" + url + "\"]}");
        tracked.add(url);
        perhaps.put(id, text + " changed");
        send(at, "PUT", "annotations/" + id, "{\"note\": \"" + text + " changed\"}");
        notes.put(id, text + " changed");
        if (i % 3 == 2) {
          perhaps.put(id, "");
          send(at, "DELETE", "annotations/" + id, "");
          removed.add(id);
        }
        perhaps.remove(id);
      }
    } catch (IOException e) {
      // It was killed.
    } catch (AssertionError e) {
      refused.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode send(URI at, String method, String path, String json)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(at.resolve("api/v1/" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
    return answer.body().isEmpty()
        ? JsonMapper.shared().createObjectNode()
        : JsonMapper.shared().readTree(answer.body());
  }

  private void check() {
    try (NoteStore store = NoteStore.open(home.resolve(NoteStore.FILE));
        WatchStore watch = WatchStore.open(home.resolve(WatchStore.FILE))) {
      Map<String, String> there = new ConcurrentHashMap<>();
      for (Annotation annotation : store.all()) {
        there.put(annotation.id(), annotation.remark().text());
      }
      notes.forEach(
          (id, text) -> {
            String found = there.getOrDefault(id, "");
            if (removed.contains(id)) {
              assertThat(found).as("taken back").isEmpty();
            } else if (!found.equals(perhaps.get(id))) {
              assertThat(found).as(id).isEqualTo(text);
            }
          });
      for (String url : tracked) {
        assertThat(watch.trackEach(List.of(url), Served.CLOCK.instant())).containsExactly(false);
      }
    }
  }
}
