package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.archive.ArchiveWriter;
import stet.archive.WarcArchive;
import stet.capture.Capture;
import stet.timeline.KeptTimeline;
import stet.timeline.KeptTimelines;

class KeptTimelinesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);
  private static final String OTHER = "https://port-alder-courier.example/ferry";
  private static final String CRACK = "Inspectors found a hairline crack in the northern pylon.";
  private static final String LARGER = "Inspectors found an 11-centimetre crack in the pylon.";

  @TempDir Path home;

  private void accept(Capture... captures) throws IOException {
    new CollectionFolder(home).make();
    try (CollectionWriter writer = CollectionWriter.open(home, CLOCK, Duration.ZERO)) {
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

    Rebuilder.rebuild(home, Duration.ZERO, Progress.NONE);

    assertThat(fingerprints()).isEqualTo(before).hasSize(2);
  }

  private List<String> changedSince(long number) {
    try (Collection collection = Collection.open(home)) {
      KeptTimelines changes = collection.timelines().changes();
      return changes.since(number).stream()
          .map(key -> changes.find(key).map(k -> k.article().uri()).orElse("gone"))
          .toList();
    }
  }

  private long latest() {
    try (Collection collection = Collection.open(home)) {
      return collection.timelines().changes().latest();
    }
  }

  private String origin() {
    try (Collection collection = Collection.open(home)) {
      return collection.timelines().changes().origin();
    }
  }

  @Test
  void whatChangedHasANumberGreaterThanAllBefore() throws IOException {
    accept(Pages.story(Pages.BRIDGE, 60, CRACK), Pages.story(OTHER, 0, CRACK));
    long first = latest();
    assertThat(changedSince(0)).containsExactlyInAnyOrder(Pages.BRIDGE, OTHER);
    assertThat(changedSince(first)).isEmpty();

    accept(Pages.story(Pages.BRIDGE, 30, LARGER));
    assertThat(changedSince(first)).as("a late capture").containsExactly(Pages.BRIDGE);
    long second = latest();
    accept(Pages.story(Pages.BRIDGE, 30, LARGER));
    assertThat(changedSince(second)).as("the same capture again").isEmpty();
    accept(Pages.gone(OTHER, 90));

    assertThat(changedSince(second)).containsExactly(OTHER);
    assertThat(changedSince(first)).containsExactly(Pages.BRIDGE, OTHER);
  }

  /** One address turns out to stand for another: one article wins captures, one is no more. */
  @Test
  void anArticleThatIsTakenIntoAnotherHasANumberAndSoHasTheOther() throws IOException {
    String mobile = Pages.BRIDGE.replace("https://", "https://m.");
    accept(Pages.story(mobile, 0, CRACK), Pages.story(OTHER, 0, CRACK));
    accept(Pages.story(Pages.BRIDGE, 10, CRACK));
    long before = latest();

    String canonical = "<head><link rel=\"canonical\" href=\"" + Pages.BRIDGE + "\">";
    accept(
        Pages.page(
            mobile,
            30,
            new String(
                    Pages.story(mobile, 30, LARGER).payload().open().readAllBytes(),
                    StandardCharsets.UTF_8)
                .replace("<head>", canonical)));

    assertThat(changedSince(before)).containsExactlyInAnyOrder("gone", Pages.BRIDGE);
  }

  @Test
  void aRebuiltDatabaseAndOneThatACrashLeftHaveAnotherOrigin() throws IOException {
    accept(Pages.story(Pages.BRIDGE, 0, CRACK));
    String first = origin();
    accept(Pages.story(Pages.BRIDGE, 30, LARGER));
    assertThat(origin()).isEqualTo(first);

    Rebuilder.rebuild(home, Duration.ZERO, Progress.NONE);
    String rebuilt = origin();
    assertThat(rebuilt).isNotEqualTo(first);
    assertThat(changedSince(0)).containsExactly(Pages.BRIDGE);

    appendWithoutIndex(Pages.story(OTHER, 0, CRACK));
    accept();
    assertThat(origin()).isNotEqualTo(rebuilt);
  }

  /** As when power fails after captures are forced to disk and before the database is. */
  private void appendWithoutIndex(Capture capture) throws IOException {
    WarcArchive archive = new WarcArchive(home.resolve("snapshots"));
    Map<String, Long> sizes = new TreeMap<>();
    for (String file : archive.files()) {
      sizes.put(file, archive.size(file));
    }
    try (ArchiveWriter writer = archive.openForAppend(CLOCK, digest -> Optional.empty(), sizes)) {
      writer.append(List.of(capture));
    }
  }

  /** The order of writing is told by the numbers alone, and verify does not ask for it. */
  @Test
  void numbersAreNoPartOfWhatIsCompared() throws IOException {
    accept(Pages.story(Pages.BRIDGE, 0, CRACK));
    accept(Pages.story(OTHER, 0, CRACK));
    accept(Pages.story(Pages.BRIDGE, 30, LARGER));

    try (Collection collection = Collection.open(home)) {
      assertThat(collection.verify(Audit.Level.REBUILD, Progress.NONE).findings()).isEmpty();
      assertThat(collection.fingerprints()).doesNotContainKeys("article_change", "identity");
    }
  }
}
