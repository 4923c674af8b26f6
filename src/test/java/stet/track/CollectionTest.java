package stet.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.archive.WarcArchive;
import stet.capture.Capture;
import stet.diff.Label;
import stet.sqlite.DatabaseException;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

class CollectionTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);

  private static final String CRACK = "Inspectors found a hairline crack in the northern pylon.";
  private static final String LARGER =
      "Inspectors found an 11-centimetre crack in the northern pylon.";

  @TempDir Path home;

  private List<Accepted> accept(Path where, List<Capture> captures) throws IOException {
    new CollectionFolder(where).make();
    try (CollectionWriter writer = CollectionWriter.open(where, CLOCK, Duration.ZERO)) {
      return writer.tracker().accept(captures);
    }
  }

  private static Timeline timeline(Path where, String uri) {
    try (Collection collection = Collection.open(where)) {
      return collection.timelines().of(collection.timelines().find(uri).orElseThrow().id());
    }
  }

  private static List<Capture> life() {
    return List.of(
        Pages.story(Pages.BRIDGE, 0, CRACK),
        Pages.story(Pages.BRIDGE, 30, CRACK),
        Pages.story(Pages.BRIDGE, 60, LARGER),
        Pages.gone(Pages.BRIDGE, 90),
        Pages.story(Pages.BRIDGE, 120, LARGER),
        Pages.story(Pages.BRIDGE, 150, CRACK));
  }

  @Test
  void theWholeFlowRuns() throws IOException {
    accept(home, life());
    Timeline timeline = timeline(home, Pages.BRIDGE);
    assertThat(timeline.captures()).isEqualTo(6);
    assertThat(timeline.versions()).extracting(SeenVersion::checks).containsExactly(2, 2, 1);
    assertThat(timeline.entries())
        .extracting(e -> (Object) e.getClass().getSimpleName())
        .containsExactly(
            "FirstSeen", "Unchanged", "Revised", "NotAnArticle", "Returned", "Revised");
    Entry.Revised edit = timeline.revisions().get(0);
    assertThat(edit.window().notBefore()).isEqualTo(Pages.DAWN.plusSeconds(1800));
    assertThat(edit.window().notAfter()).isEqualTo(Pages.DAWN.plusSeconds(3600));
    assertThat(edit.labels().get(0).kind()).isEqualTo(Label.Kind.NO_UPDATE_TIME);
    assertThat(timeline.revisions().get(1).labels())
        .extracting(Label::kind)
        .contains(Label.Kind.REVERT);
  }

  @Test
  void aLabelOfAnotherTimeIsNamed() throws IOException, SQLException {
    accept(home, life());
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("stet.db"));
        Statement statement = c.createStatement()) {
      statement.execute("UPDATE label SET kind = 'wrath' WHERE kind = 'no-update-time'");
    }
    assertThatThrownBy(() -> timeline(home, Pages.BRIDGE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("'wrath'")
        .hasMessageContaining("stet rebuild");
  }

  @Test
  void theSameCapturesTwiceAddNothing() throws IOException {
    accept(home, life());
    String before = fingerprint(home);
    long bytes = archiveSize(home);
    assertThat(accept(home, life()))
        .extracting(Accepted::outcome)
        .containsOnly(Accepted.Outcome.ALREADY_HERE);
    assertThat(fingerprint(home)).isEqualTo(before);
    assertThat(archiveSize(home)).isEqualTo(bytes);
  }

  @Test
  void noOrderOfImportChangesATimeline() throws IOException {
    accept(home.resolve("sorted"), life());
    String expected = describe(timeline(home.resolve("sorted"), Pages.BRIDGE));
    for (int seed = 0; seed < 8; seed++) {
      Path shuffled = home.resolve("shuffled-" + seed);
      List<Capture> captures = new ArrayList<>(life());
      Collections.shuffle(captures, new Random(seed));
      for (Capture capture : captures) {
        accept(shuffled, List.of(capture));
      }
      assertThat(describe(timeline(shuffled, Pages.BRIDGE))).isEqualTo(expected);
    }
  }

  private static String describe(Timeline timeline) {
    StringBuilder out = new StringBuilder();
    for (SeenVersion v : timeline.versions()) {
      out.append(v.number()).append(v.state()).append(v.first().digest());
      out.append(v.lastSeen()).append(v.checks()).append('\n');
    }
    timeline.entries().forEach(e -> out.append(e).append('\n'));
    return out.toString();
  }

  @Test
  void rebuildGivesTheSameRowsWhateverTheBatches() throws IOException {
    List<Capture> captures = new ArrayList<>(life());
    captures.add(Pages.story("https://portaldercourier.example/ferry", 10, LARGER));
    Collections.shuffle(captures, new Random(7));
    accept(home, captures.subList(0, 3));
    accept(home, captures.subList(3, 4));
    accept(home, captures.subList(4, captures.size()));
    String before = fingerprint(home);
    assertThat(Rebuilder.rebuild(home, Duration.ZERO, Progress.NONE).captures())
        .isEqualTo(captures.size());
    assertThat(fingerprint(home)).isEqualTo(before);
    try (Collection collection = Collection.open(home)) {
      assertThat(collection.verify(Audit.Level.REBUILD, Progress.NONE).findings()).isEmpty();
    }
  }

  @Test
  void capturesThatAKilledProcessArchivedButDidNotIndexAreTakenIn() throws IOException {
    accept(home, life().subList(0, 2));
    appendWithoutIndex(life().subList(2, 4));
    tear(5);
    try (Collection collection = Collection.open(home)) {
      Audit audit = collection.verify(Audit.Level.DIGESTS, Progress.NONE);
      assertThat(audit.findings()).isEmpty();
      assertThat(audit.remarks()).isNotEmpty();
    }
    try (CollectionWriter writer = CollectionWriter.open(home, CLOCK, Duration.ZERO)) {
      assertThat(writer.recovery().captures()).isEqualTo(2);
      assertThat(writer.recovery().unfinished()).hasSize(1);
      writer.tracker().accept(life());
    }
    Path whole = home.resolve("whole");
    accept(whole, life());
    assertThat(describe(timeline(home, Pages.BRIDGE)))
        .isEqualTo(describe(timeline(whole, Pages.BRIDGE)));
  }

  private void appendWithoutIndex(List<Capture> captures) throws IOException {
    WarcArchive archive = new WarcArchive(home.resolve("snapshots"));
    java.util.Map<String, Long> sizes = new java.util.TreeMap<>();
    for (String file : archive.files()) {
      sizes.put(file, archive.size(file));
    }
    try (var writer = archive.openForAppend(CLOCK, d -> java.util.Optional.empty(), sizes)) {
      writer.append(captures);
    }
  }

  /** Ends the newest WARC file with the beginning of a record, as a kill in mid-write does. */
  private void tear(int bytes) throws IOException {
    WarcArchive archive = new WarcArchive(home.resolve("snapshots"));
    List<String> files = archive.files();
    Path newest = home.resolve("snapshots").resolve(files.get(files.size() - 1));
    byte[] start = java.util.Arrays.copyOf(Files.readAllBytes(newest), bytes);
    Files.write(newest, start, StandardOpenOption.APPEND);
  }

  @Test
  void rebuildNamesWhatItCannotReadAndKeepsTheRest() throws IOException {
    accept(home, life());
    WarcArchive archive = new WarcArchive(home.resolve("snapshots"));
    Path file = home.resolve("snapshots").resolve(archive.files().get(0));
    long third;
    try (var scan = archive.scan(archive.files().get(0), 0)) {
      scan.next();
      scan.next();
      third = scan.next().location().offset();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) third + 60] ^= 1;
    Files.write(file, bytes);
    Rebuilder.Rebuilt rebuilt = Rebuilder.rebuild(home, Duration.ZERO, Progress.NONE);
    assertThat(rebuilt.captures()).isEqualTo(life().size() - 1);
    assertThat(rebuilt.damage()).singleElement().asString().contains("passed over");
  }

  @Test
  void oneWriterAtATime() throws IOException {
    new CollectionFolder(home).make();
    try (CollectionWriter writer = CollectionWriter.open(home, CLOCK, Duration.ZERO)) {
      assertThatThrownBy(() -> CollectionWriter.open(home, CLOCK, Duration.ofMillis(120)))
          .isInstanceOfSatisfying(
              CollectionException.class,
              e -> assertThat(e.problem()).isEqualTo(CollectionException.Problem.LOCKED));
      writer.tracker().accept(life());
      assertThat(timeline(home, Pages.BRIDGE).captures()).isEqualTo(6);
    }
    CollectionWriter.open(home, CLOCK, Duration.ZERO).close();
  }

  @Test
  void aFolderWithoutACollectionIsSaidToBeOne() {
    assertThatThrownBy(() -> Collection.open(home.resolve("nowhere")))
        .isInstanceOf(CollectionException.class)
        .hasMessageContaining("stet init");
  }

  @Test
  void twoFoldersOfOneAddressAndTwoArticlesStayApart() throws IOException {
    accept(
        home,
        List.of(
            Pages.story("https://portaldercourier.example/x#stet-folder=a", 0, CRACK),
            Pages.story("https://portaldercourier.example/x#stet-folder=b", 0, LARGER),
            Pages.story("https://PortAlderCourier.example:443/y?utm_source=rss&id=1#top", 0, CRACK),
            Pages.story("https://portaldercourier.example/y?id=1", 5, CRACK)));
    try (Collection collection = Collection.open(home)) {
      assertThat(collection.timelines().count()).isEqualTo(3);
    }
    assertThat(timeline(home, "https://portaldercourier.example/y?id=1").captures()).isEqualTo(2);
  }

  private static String fingerprint(Path where) {
    try (Collection collection = Collection.open(where)) {
      return collection.fingerprints().toString();
    }
  }

  private static long archiveSize(Path where) throws IOException {
    WarcArchive archive = new WarcArchive(where.resolve("snapshots"));
    long bytes = 0;
    for (String file : archive.files()) {
      bytes += archive.size(file);
    }
    return bytes;
  }

  @Test
  void takesNothingOverFromAnInitThatWasKilled() throws IOException {
    Path killed = Files.createDirectories(home.resolve("killed"));
    Files.writeString(killed.resolve("stet.db.making"), "half a database");
    assertThat(new CollectionFolder(killed).isThere()).isFalse();
    assertThat(new CollectionFolder(killed).make()).isTrue();
    assertThat(new CollectionFolder(killed).make()).isFalse();
    assertThat(killed.resolve("stet.db.making")).doesNotExist();
    try (Collection made = Collection.open(killed)) {
      assertThat(made.timelines().count()).isZero();
    }
  }
}
