package stet.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stet.capture.Digest;
import stet.timeline.KeptTimeline;
import stet.timeline.KeptTimelines;
import stet.timeline.Timeline;

/** Timelines that change between updates of a site; tells which of them were looked at and read. */
final class Newsroom implements KeptTimelines {
  final List<String> looked = new ArrayList<>();
  final List<String> read = new ArrayList<>();

  /** What is added to fingerprints without a number, by the article's key. */
  final Map<String, String> marks = new HashMap<>();

  String origin = "one database";
  String failAt = "";

  /** The article whose rows make no sense. */
  String unreadable = "";

  private final Map<String, Timeline> timelines = new LinkedHashMap<>();
  private final Map<String, Long> numbers = new LinkedHashMap<>();
  private long latest;

  /** Takes these for what the collection holds now; what differs from before gets a number. */
  void set(List<Timeline> now) {
    Map<String, Timeline> before = new HashMap<>(timelines);
    timelines.clear();
    for (Timeline timeline : now) {
      String key = timeline.article().key();
      timelines.put(key, timeline);
      Timeline old = before.remove(key);
      if (old == null || !fingerprint(old).equals(fingerprint(timeline))) {
        numbers.put(key, ++latest);
      }
    }
    before.keySet().forEach(gone -> numbers.put(gone, ++latest));
  }

  private static String fingerprint(Timeline timeline) {
    return Digest.of(timeline.toString()).hex();
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public long latest() {
    return latest;
  }

  @Override
  public Iterator<KeptTimeline> all() {
    return timelines.keySet().stream().map(k -> find(k).orElseThrow()).iterator();
  }

  @Override
  public List<String> since(long number) {
    return numbers.entrySet().stream()
        .filter(e -> e.getValue() > number)
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Optional<KeptTimeline> find(String key) {
    if (key.equals(failAt)) {
      throw new IllegalStateException("power cut");
    }
    looked.add(key);
    return Optional.ofNullable(timelines.get(key)).map(this::kept);
  }

  @Override
  public Set<String> unnumbered() {
    return Set.copyOf(marks.keySet());
  }

  private KeptTimeline kept(Timeline timeline) {
    String key = timeline.article().key();
    return new KeptTimeline(
        timeline.article(),
        fingerprint(timeline) + marks.getOrDefault(key, ""),
        () -> {
          if (key.equals(unreadable)) {
            throw new IllegalStateException("no JSON");
          }
          read.add(key);
          return timeline;
        });
  }
}
