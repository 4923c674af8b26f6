package stet.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import stet.watch.plan.Simulation.Past;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the change histories of {@code ../shared/data/versions}. */
final class Histories {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
  private static final Duration YEAR = Duration.ofDays(365);

  private Histories() {}

  /**
   * All histories. Each is followed from its first capture for a year at most, and no longer than
   * {@code quiet} beyond its last capture, in which nothing is taken to have happened.
   */
  static List<Past> read(Path folder, Duration quiet) throws IOException {
    List<Past> pasts = new ArrayList<>();
    JsonMapper json = JsonMapper.builder().build();
    try (Stream<Path> sets = Files.list(folder)) {
      for (Path set : sets.filter(s -> Files.exists(s.resolve("index.jsonl"))).sorted().toList()) {
        for (String line : Files.readAllLines(set.resolve("index.jsonl"))) {
          JsonNode article = json.readTree(line);
          String site = article.path("site").asString("");
          String outlet = set.getFileName() + (site.isEmpty() ? "" : "/" + site);
          pasts.add(past(outlet, article, quiet));
        }
      }
    }
    return pasts;
  }

  /** Whether a history belongs to the half on which numbers may be fitted. */
  static boolean fitting(Past past) {
    return stet.capture.Digest.of(past.outlet() + ' ' + past.id()).hex().charAt(0) < '8';
  }

  private static Past past(String outlet, JsonNode article, Duration quiet) {
    List<JsonNode> captures = new ArrayList<>();
    article.get("captures").forEach(captures::add);
    captures.sort(Comparator.comparing(c -> c.get("ts").asString()));
    Map<String, Integer> known = new HashMap<>();
    List<Instant> times = new ArrayList<>();
    List<Integer> states = new ArrayList<>();
    Instant last = Instant.EPOCH;
    for (JsonNode c : captures) {
      last = STAMP.parse(c.get("ts").asString(), Instant::from);
      JsonNode flag = c.get("text_changed");
      boolean same = flag != null && flag.isBoolean() && !flag.booleanValue();
      int state = known.computeIfAbsent(c.get("sha1").asString(), k -> known.size());
      boolean first = times.isEmpty();
      Instant previous = first ? Instant.EPOCH : times.get(times.size() - 1);
      boolean within = first || !last.isAfter(times.get(0).plus(YEAR));
      if (first || within && !same && states.get(states.size() - 1) != state) {
        times.add(first || last.isAfter(previous) ? last : previous.plusMillis(1));
        states.add(state);
      }
    }
    Instant year = times.get(0).plus(YEAR);
    Instant end = last.plus(quiet);
    return new Past(
        outlet, article.get("id").asString(), times, states, end.isBefore(year) ? end : year);
  }
}
