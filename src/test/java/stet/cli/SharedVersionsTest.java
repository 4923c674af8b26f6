package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.diff.Counts;
import stet.diff.Label;
import stet.timeline.Timeline;
import stet.track.Collection;

/** Small histories that were once called what they are not, as the commands take them in. */
class SharedVersionsTest {
  private static final Path CASES = Path.of("../shared/cases/versions");

  /** What each history is: its revisions' first label and counts of words. */
  private static final Map<String, String> RIGHT =
      Map.ofEntries(
          Map.entry("28-nfc-nfd", ""),
          Map.entry("29-soft-hyphen-zwj", ""),
          Map.entry("36-list-reorder", "NO_UPDATE_TIME +0 -0 ~4"),
          Map.entry("38-teaser-truncated", ""),
          Map.entry("d-old-banner", ""),
          Map.entry("edit-a-last-cut", "NO_UPDATE_TIME +0 -48 ~0"),
          Map.entry("h-author-bio", ""),
          Map.entry("live-oldest-falls-off", "POSTED +52 -0 ~0"),
          Map.entry("notice-misstated", "NOTICED +1 -1 ~0"),
          Map.entry("updated-day-is-the-edit-day", "CANNOT_TELL +1 -1 ~0"),
          Map.entry("updated-time-only", "STAMPED +1 -1 ~0"),
          Map.entry("wall-a-register", ""),
          Map.entry("wall-c-jsonld", ""));

  @TempDir Path home;

  @Test
  void eachIsCalledWhatItIs() {
    assumeTrue(Files.isDirectory(CASES), "../shared/cases is not here");
    assertThat(Cli.run("import", "--home", home, CASES).code()).isZero();
    Map<String, String> found = new LinkedHashMap<>();
    try (Collection collection = Collection.open(home)) {
      collection.timelines().all().forEachRemaining(t -> found.put(name(t), told(t)));
    }
    assertThat(found).containsAllEntriesOf(RIGHT);
  }

  private static String name(Timeline timeline) {
    String uri = timeline.article().uri();
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  private static String told(Timeline timeline) {
    return timeline.revisions().stream()
        .map(r -> first(r.labels()) + words(r.revision().counts()))
        .collect(Collectors.joining("; "));
  }

  private static String first(List<Label> labels) {
    return labels.stream().map(Label::kind).min(Comparator.naturalOrder()).orElseThrow().name();
  }

  private static String words(Counts c) {
    return " +" + c.inserted() + " -" + c.deleted() + " ~" + c.moved();
  }
}
