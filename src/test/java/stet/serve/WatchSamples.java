package stet.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import stet.watch.store.WatchStore;

/** Requests of the API about what is watched, one for each status that they are answered with. */
final class WatchSamples {
  /** What changes with the clock, so that no copy of it stays good. */
  static final Set<String> WITHOUT_TAG = Set.of("get /status", "get /tracked");

  private WatchSamples() {}

  /** Has something tracked, so that a list has more than one part. */
  static void fill(Path home) {
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      List<String> two = List.of("https://courier.example/a", "https://courier.example/b");
      store.track(two, Served.CLOCK.instant());
    }
  }

  static List<OpenApiTest.Sample> all() {
    List<OpenApiTest.Sample> all = new ArrayList<>();
    all.addAll(OpenApiTest.reads("/status", "/status", "/status?limit=0"));
    all.addAll(OpenApiTest.reads("/tracked", "/tracked?limit=1", "/tracked?limit=0"));
    all.add(OpenApiTest.get("/tracked", "200", "/tracked", "Accept", "application/x-ndjson"));
    all.addAll(writes("/track"));
    all.addAll(writes("/check"));
    all.addAll(writes("/untrack"));
    return all;
  }

  private static List<OpenApiTest.Sample> writes(String path) {
    String json =
        "{\"urls\": [\"https://courier.example/x\", \"http://[::1]/\", \"x\"],"
            + " \"feeds\": [\"https://courier.example/feed.xml\"]}";
    return List.of(
        OpenApiTest.post(path, "200", json),
        OpenApiTest.post(path, "400", "{\"urls\": [7]}"),
        OpenApiTest.post(path, "401", json),
        OpenApiTest.post(path, "403", json, "Authorization", OpenApiTest.READER),
        OpenApiTest.post(path, "413", " ".repeat(1 << 20) + json),
        OpenApiTest.post(path, "415", json, "Content-Type", "application/xml"),
        new OpenApiTest.Sample("post " + path, "default", path, "DELETE", new String[0]));
  }
}
