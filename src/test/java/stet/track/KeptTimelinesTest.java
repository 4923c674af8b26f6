package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.timeline.KeptTimeline;

class KeptTimelinesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);
  private static final String OTHER = "https://port-alder-courier.example/ferry";
  private static final String CRACK = "Inspectors found a hairline crack in the northern pylon.";
  private static final String LARGER = "Inspectors found an 11-centimetre crack in the pylon.";

  @TempDir Path home;

  private void accept(Capture... captures) throws IOException {
    Collection.init(home);
    try (Collection.Writer writer = Collection.openForWriting(home, CLOCK, Duration.ZERO)) {
      writer.tracker().accept(List.of(captures));
    }
  }

  private Map<String, String> fingerprints() {
    Map<String, String> found = new TreeMap<>();
    try (Collection collection = Collection.open(home)) {
      for (var each = collection.timelines().changes().all(); each.hasNext(); ) {
        KeptTimeline kept = each.next();
        assertThat(kept.read()).isEqualTo(collection.timelines().of(id(collection, kept)));
        found.put(kept.article().uri(), kept.fingerprint());
      }
    }
    return found;
  }

  private static long id(Collection collection, KeptTimeline kept) {
    return collection.timelines().find(kept.article().uri()).orElseThrow().id();
  }

  @Test
  void aCaptureChangesTheFingerprintOfItsOwnArticleOnly() throws IOException {
    accept(Pages.story(Pages.BRIDGE, 0, CRACK), Pages.story(OTHER, 0, CRACK));
    Map<String, String> first = fingerprints();

    accept(Pages.story(Pages.BRIDGE, 30, CRACK));
    Map<String, String> seenAgain = fingerprints();
    accept(Pages.story(Pages.BRIDGE, 60, LARGER));
    Map<String, String> revised = fingerprints();
    accept(Pages.gone(Pages.BRIDGE, 90));
    Map<String, String> gone = fingerprints();

    assertThat(List.of(first, seenAgain, revised, gone))
        .extracting(f -> f.get(Pages.BRIDGE))
        .doesNotHaveDuplicates();
    assertThat(List.of(first, seenAgain, revised, gone))
        .extracting(f -> f.get(OTHER))
        .containsOnly(first.get(OTHER));
  }

  @Test
  void aRebuiltCollectionHasTheSameFingerprints() throws IOException {
    accept(Pages.story(OTHER, 0, CRACK), Pages.story(Pages.BRIDGE, 60, LARGER));
    accept(Pages.story(Pages.BRIDGE, 30, CRACK), Pages.gone(Pages.BRIDGE, 90));
    Map<String, String> before = fingerprints();

    Collection.rebuild(home, Duration.ZERO, Progress.NONE);

    assertThat(fingerprints()).isEqualTo(before).hasSize(2);
  }
}
