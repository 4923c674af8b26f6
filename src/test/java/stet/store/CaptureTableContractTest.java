package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import stet.archive.WarcLocation;
import stet.article.ArticleDigest;
import stet.article.Cut;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Payload;
import stet.sqlite.OfTables;
import stet.timeline.CaptureRef;
import stet.timeline.Sighting;

@OfTables("capture")
class CaptureTableContractTest extends StoreContract {
  private static final String A = "https://courier.example/a";

  @Test
  void whatIsWrittenIsRead() {
    long article = article("a");
    long state = state("Bridge shut");
    Capture shown = capture(A, DAWN, "one");
    Capture gone = capture(A, DAWN.plusSeconds(60), "two");
    long first = shown(article, shown, state);
    long second = other(article, gone, "not-found", "page not found");

    assertThat(tables.captures().sightings(article))
        .containsExactly(
            new Sighting(
                first,
                ref(shown),
                new Sighting.Shown(state, ArticleDigest.compared(version("Bridge shut"))),
                "",
                ""),
            new Sighting(second, ref(gone), null, "not-found", "page not found"));
    assertThat(tables.captures().has(shown)).isTrue();
    assertThat(tables.captures().find(A, DAWN)).containsExactly(PLACE);
    assertThat(tables.captures().locations(article)).containsExactly(PLACE, PLACE);
    assertThat(tables.captures().statesAt(A)).containsExactly(state);
    assertThat(tables.captures().shows(first)).isTrue();
    assertThat(tables.captures().shows(second)).isFalse();
    assertThat(tables.captures().any(article)).isTrue();
    assertThat(tables.captures().count()).isEqualTo(2);
    assertThat(tables.captures().articlesSeen("courier.example", DAWN, DAWN)).isEqualTo(1);
  }

  private static CaptureRef ref(Capture c) {
    return new CaptureRef(
        c.at(), "file page.html", c.payload().digest().labelled(), PLACE.file(), PLACE.offset());
  }

  @Test
  void aCutPageIsNoSightingOfItsStateWhileItCountsAsOne() {
    long article = article("a");
    Cut cut = new Cut(List.of(Cut.Sign.values()), "Read more", 900);
    tables.addresses().add(A);
    CaptureTable.Outcome outcome = new CaptureTable.Outcome(state("Bridge"), null, null, cut);
    long id = tables.captures().add(article, A, capture(A, DAWN, "one"), PLACE, outcome);
    assertThat(tables.captures().sightings(article).get(0).cut()).isEqualTo(cut);

    tables.captures().setCutOff(article, Set.of(id));
    Sighting read = tables.captures().sightings(article).get(0);
    assertThat(read.shown()).isNull();
    assertThat(read.reason() + ' ' + read.detail()).isEqualTo(Sighting.CUT_OFF + " Read more");
    assertThat(tables.captures().readings(article).get(0).shown()).isNotNull();

    tables.captures().setCutOff(article, Set.of());
    assertThat(tables.captures().sightings(article)).isEqualTo(tables.captures().readings(article));
  }

  /** Times with and without a fraction are text in the database and do not sort by themselves. */
  @Test
  void noOrderOfArrivalChangesTheOrder() {
    List<Capture> captures = new ArrayList<>();
    for (int second = 0; second < 4; second++) {
      for (int nanos : new int[] {0, 1, 500_000_000, 999_999_999}) {
        Instant at = DAWN.plusSeconds(second).plusNanos(nanos);
        captures.add(numbered(at, 0, "b.html", "x"));
        captures.add(numbered(at, 1, "a.html", "x"));
        captures.add(numbered(at, 0, "b.html", "y"));
      }
    }
    List<String> expected = null;
    for (int seed = 0; seed < 12; seed++) {
      Collections.shuffle(captures, new Random(seed));
      long article = article("a" + seed);
      for (Capture c : captures) {
        other(article, c.as(A + seed, c.source()), "not-found", "");
      }
      List<String> told =
          tables.captures().sightings(article).stream()
              .map(s -> s.ref().at() + s.ref().source() + s.ref().digest())
              .toList();
      expected = expected == null ? told : expected;
      assertThat(told).isEqualTo(expected);
      assertThat(tables.captures().sightings(article)).extracting(s -> s.ref().at()).isSorted();
    }
  }

  private static Capture numbered(Instant at, int ordinal, String name, String text) {
    return new Capture(
        A,
        at,
        ordinal,
        "",
        Payload.of(text.getBytes(StandardCharsets.UTF_8)),
        new SavedFile(name, TimeBasis.NAME, ""));
  }

  @Test
  void whatIsAbsentIsEmpty() {
    CaptureTable table = tables.captures();
    assertThat(table.has(capture(A, DAWN, "one"))).isFalse();
    assertThat(table.find(A, DAWN)).isEmpty();
    assertThat(table.sightings(99)).isEmpty();
    assertThat(table.readings(99)).isEmpty();
    assertThat(table.locations(99)).isEmpty();
    assertThat(table.statesAt(A)).isEmpty();
    assertThat(table.shows(99)).isFalse();
    assertThat(table.any(99)).isFalse();
    assertThat(table.count()).isZero();
    assertThat(table.articlesSeen("courier.example", DAWN, DAWN)).isZero();
    table.move(A, 99);
    table.setCutOff(99, Set.of());
  }

  @Test
  void aCaptureIsOneRowAndRefersToRowsThatAreThere() {
    long article = article("a");
    long state = state("Bridge");
    Capture c = capture(A, DAWN, "one");
    shown(article, c, state);
    refused(() -> shown(article, c, state));
    Capture later = capture(A, DAWN.plusSeconds(1), "one");
    refused(() -> shown(99, later, state));
    refused(() -> shown(article, later, 99));
    CaptureTable.Outcome both = new CaptureTable.Outcome(state, "not-found", "", null);
    CaptureTable.Outcome neither = new CaptureTable.Outcome(null, null, null, null);
    refused(() -> tables.captures().add(article, A, later, PLACE, both));
    refused(() -> tables.captures().add(article, A, later, PLACE, neither));
  }

  @Test
  void capturesMoveWithTheirAddress() {
    long article = article("a");
    long other = article("b");
    shown(article, capture(A, DAWN, "one"), state("Bridge"));
    tables.captures().move(A, other);
    assertThat(tables.captures().any(article)).isFalse();
    assertThat(tables.captures().sightings(other)).hasSize(1);
  }

  @Test
  void hostileTextSurvives() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      String text = HOSTILE.get(i);
      long article = article("a" + i);
      Capture c =
          new Capture(
              "https://courier.example/" + text,
              DAWN,
              0,
              text,
              Payload.of(new byte[0]),
              new SavedFile(text, TimeBasis.NAME, ""));
      other(article, c, text, text);
      assertThat(tables.captures().has(c)).isTrue();
      assertThat(tables.captures().find(c.uri(), DAWN)).hasSize(1);
      Sighting read = tables.captures().sightings(article).get(0);
      assertThat(read.reason()).isEqualTo(stored(text));
      assertThat(read.detail()).isEqualTo(stored(text));
      assertThat(read.ref().source()).isEqualTo("file " + stored(text));
    }
  }

  @Test
  void theFileOfACaptureIsMadeKnown() {
    long article = article("a");
    shown(article, capture(A, DAWN, "one"), state("Bridge"));
    assertThat(tables.warcFiles().indexedLengths()).containsOnlyKeys(PLACE.file());
    assertThat(tables.captures().find(A, DAWN).get(0))
        .isEqualTo(new WarcLocation(PLACE.file(), PLACE.offset(), PLACE.length()));
  }
}
