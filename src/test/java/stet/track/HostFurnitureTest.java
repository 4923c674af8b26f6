package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
import stet.capture.Capture;
import stet.diff.Label.Kind;
import stet.store.EditFilter;
import stet.timeline.Timeline;

/** What stands in several stories of an outlet is its furniture; the stories are made up. */
class HostFurnitureTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);
  private static final String HOST = "https://portaldercourier.example/";
  private static final String LINE = "Port Alder, harbour wall, by the old lamp: where we write.";
  private static final String NEWS = "The port said on Sunday that the crack had grown overnight.";

  @TempDir Path home;

  private static Capture page(String address, String subject, int minutes, String... more) {
    StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><head><title>");
    html.append(subject).append(" is in the news</title></head><body><article><h1>");
    html.append(subject).append(" is in the news</h1>");
    for (String what : List.of("was shut on Saturday", "will open in May", "cost four millions")) {
      html.append("<p>").append(subject).append(' ').append(what);
      html.append(", the port authority of the fictional Port Alder said on Saturday.</p>");
    }
    for (String paragraph : more) {
      html.append("<p>").append(paragraph).append("</p>");
    }
    return Pages.page(address, minutes, html.append("</article></body></html>").toString());
  }

  /** Stories that show the line from the first. */
  private static List<Capture> others(int count, String host) {
    List<Capture> captures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      captures.add(page(host + "story-" + i, "Pier number " + (i + 1), i, LINE));
    }
    return captures;
  }

  /** A story to which the line comes, then news, and which then loses the line. */
  private static List<Capture> life() {
    String address = HOST + "bridge";
    return List.of(
        page(address, "The bridge", 10),
        page(address, "The bridge", 20, LINE),
        page(address, "The bridge", 30, LINE, NEWS),
        page(address, "The bridge", 40, NEWS));
  }

  private void accept(Path where, List<Capture> captures) throws IOException {
    new CollectionFolder(where).make();
    try (CollectionWriter writer = CollectionWriter.open(where, CLOCK, Duration.ZERO)) {
      writer.tracker().accept(captures);
    }
  }

  private static List<Boolean> cosmetic(Path where) {
    try (Collection collection = Collection.open(where)) {
      Timeline timeline =
          collection
              .timelines()
              .of(collection.timelines().find(HOST + "bridge").orElseThrow().id());
      return timeline.revisions().stream()
          .map(r -> r.labels().get(0).kind() == Kind.COSMETIC)
          .toList();
    }
  }

  @Test
  void aLineOfThreeOtherStoriesIsFurnitureAndNewsIsNot() throws IOException {
    accept(home, life());
    accept(home, others(2, HOST));
    assertThat(cosmetic(home)).containsExactly(false, false, false);
    accept(home, others(3, HOST));
    assertThat(cosmetic(home)).containsExactly(true, false, true);
  }

  @Test
  void noOrderOfImportAndNoRebuildChangesIt() throws IOException {
    List<Capture> captures = new ArrayList<>(life());
    captures.addAll(others(3, HOST));
    for (int seed = 0; seed < 4; seed++) {
      Path where = home.resolve("order-" + seed);
      Collections.shuffle(captures, new Random(seed));
      for (Capture capture : captures) {
        accept(where, List.of(capture));
      }
      assertThat(cosmetic(where)).containsExactly(true, false, true);
    }
    Path where = home.resolve("order-0");
    Rebuilder.rebuild(where, Duration.ZERO, Progress.NONE);
    assertThat(cosmetic(where)).containsExactly(true, false, true);
  }

  @Test
  void storiesOfAnotherOutletTeachNothing() throws IOException {
    accept(home, life());
    accept(home, others(5, "https://quaypost.example/"));
    assertThat(cosmetic(home)).containsExactly(false, false, false);
  }

  /** An edit of a story that stands under four addresses is an edit at each of them. */
  @Test
  void copiesOfTheStoryTeachNothing() throws IOException {
    accept(home, life());
    for (int i = 0; i < 5; i++) {
      accept(home, List.of(page(HOST + "edition-" + i, "The bridge", 50 + i, LINE)));
    }
    assertThat(cosmetic(home)).containsExactly(false, false, false);
  }

  /**
   * What others teach of a story is no change of its own, and a report has to look all the same.
   */
  @Test
  void aReportIsToldOfWhatWasLearned() throws IOException {
    accept(home, life());
    String before = fingerprint();
    long latest = latest();
    accept(home, others(3, HOST));
    assertThat(fingerprint()).isNotEqualTo(before);
    try (Collection collection = Collection.open(home)) {
      String key = collection.timelines().find(HOST + "bridge").orElseThrow().article().key();
      assertThat(collection.timelines().changes().since(latest)).contains(key).hasSize(4);
      assertThat(collection.timelines().changes().since(latest())).isEmpty();
    }
  }

  @Test
  void whoRemembersWhatWasToldIsToldOfWhatWasLearned() throws IOException {
    Edits.Told<Kind> told = new Edits.Told<>();
    accept(home, life());
    List<Kind> before = told(told);
    assertThat(before).doesNotContain(Kind.COSMETIC);
    accept(home, others(3, HOST));
    assertThat(told(told)).containsExactly(Kind.COSMETIC, before.get(1), Kind.COSMETIC);
  }

  private List<Kind> told(Edits.Told<Kind> told) {
    try (Collection collection = Collection.open(home)) {
      return collection
          .timelines()
          .edits()
          .newest(EditFilter.ALL, null, 9, told, e -> e.revised().labels().get(0).kind())
          .edits();
    }
  }

  private long latest() {
    try (Collection collection = Collection.open(home)) {
      return collection.timelines().changes().latest();
    }
  }

  private String fingerprint() {
    try (Collection collection = Collection.open(home)) {
      String key = collection.timelines().find(HOST + "bridge").orElseThrow().article().key();
      return collection.timelines().changes().find(key).orElseThrow().fingerprint();
    }
  }
}
