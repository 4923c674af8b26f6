package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import stet.diff.Counts;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.store.EditTable.Place;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;

/** It has no table of its own: it asks those of revisions. */
class EditTableContractTest extends StoreContract {
  private void revision(long article, int number, Instant at, String changes) {
    tables
        .revisions()
        .add(
            article,
            new RevisionTable.Row(
                number,
                new Window(DAWN, at),
                new Counts(1, 0, 0, 9),
                changes,
                List.of(new Label(Kind.SILENT, ""))));
  }

  private List<Place> newest(EditFilter filter) {
    return tables.edits().newest(filter, null, Set.of(), 99);
  }

  private static EditFilter words(String words) {
    return new EditFilter(Set.of(), Set.of(), Set.of(), "", null, null, words, 0, false);
  }

  @Test
  void theNewestComeFirstWhateverTheOrderOfWriting() {
    long a = article("a");
    Instant half = DAWN.plusSeconds(5).plusMillis(500);
    revision(a, 3, DAWN.plusSeconds(6), "{}");
    revision(a, 2, half, "{}");
    long b = article("b");
    revision(b, 2, DAWN.plusSeconds(5), "{}");
    assertThat(newest(EditFilter.ALL))
        .containsExactly(
            new Place(DAWN.plusSeconds(6), a, 3),
            new Place(half, a, 2),
            new Place(DAWN.plusSeconds(5), b, 2));
    assertThat(tables.edits().newest(EditFilter.ALL, new Place(half, a, 2), Set.of(), 1))
        .containsExactly(new Place(DAWN.plusSeconds(5), b, 2));
  }

  /** Its edits lie behind those of others, where no look at the newest comes to. */
  @Test
  void anOutletThatEndedLongAgoIsFoundWholeWhateverTheBounds() {
    long old = article("old");
    long now =
        tables
            .articles()
            .idOf(new TrackedArticle("now", "https://quay.example/now", "quay.example"));
    for (int i = 2; i < 9; i++) {
      revision(old, i, DAWN.plusSeconds(i), "{}");
      revision(now, i, DAWN.plusSeconds(100 + i), "{}");
    }
    for (String outlet : List.of("courier.example", "quay.example")) {
      EditFilter filter =
          new EditFilter(Set.of(outlet), Set.of(), Set.of(), "", null, null, "", 0, false);
      for (Place before : new Place[] {null, new Place(DAWN.plusSeconds(105), now, 5)}) {
        List<Place> all = new EditTable(sql, 99, 99).newest(filter, before, Set.of(), 5);
        for (int span : new int[] {1, 3, 5, 9, 14}) {
          assertThat(new EditTable(sql, 1, span).newest(filter, before, Set.of(), 5))
              .as("%s, %s, %d", outlet, before, span)
              .isEqualTo(all);
        }
      }
    }
  }

  /** Few revisions have it, or many: the list is the same, and so is where it goes on. */
  @Test
  void aLabelIsFoundAlikeWhetherRareOrNot() {
    long article = article("a");
    for (int i = 2; i < 9; i++) {
      revision(article, i, DAWN.plusSeconds(i), "{}");
    }
    for (Kind kind : List.of(Kind.SILENT, Kind.POSTED, Kind.COSMETIC, Kind.NUMBER)) {
      boolean disclosure = kind.family() == Label.Family.DISCLOSURE;
      EditFilter filter =
          new EditFilter(
              Set.of(),
              disclosure ? Set.of(kind) : Set.of(),
              disclosure ? Set.of() : Set.of(kind),
              "",
              null,
              null,
              "",
              0,
              false);
      for (Place before : new Place[] {null, new Place(DAWN.plusSeconds(6), article, 6)}) {
        for (Set<String> held : List.of(Set.<String>of(), Set.of("a"), Set.of("b"))) {
          assertThat(new EditTable(sql, 99, 99).newest(filter, before, held, 3))
              .as("%s, %s, %s", kind, before, held)
              .isEqualTo(new EditTable(sql, 1, 99).newest(filter, before, held, 3));
        }
      }
    }
  }

  @Test
  void signsAroundAWordAreNoPartOfIt() {
    revision(article("a"), 2, DAWN, "it cost 1,200 euros");
    assertThat(newest(words("“euros”!"))).hasSize(1);
    assertThat(newest(words("1,200"))).hasSize(1);
    assertThat(newest(words("1,300"))).isEmpty();
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(newest(EditFilter.ALL)).isEmpty();
    assertThat(newest(words("bridge"))).isEmpty();
    Place none = new Place(DAWN, 99, 2);
    assertThat(tables.edits().newest(EditFilter.ALL, none, Set.of("a"), 1)).isEmpty();
  }

  @Test
  void whatIsRemovedIsNotFound() {
    long a = article("a");
    revision(a, 2, DAWN.plusSeconds(6), "{}");
    tables.revisions().removeFrom(a, 2);
    assertThat(newest(EditFilter.ALL)).isEmpty();
  }

  @Test
  void hostileWordsAreLookedForAsTheyStand() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      revision(article("a" + i), 2, DAWN.plusSeconds(i), HOSTILE.get(i));
    }
    for (int i = 0; i < HOSTILE.size(); i++) {
      int number = i;
      assertThat(newest(words(HOSTILE.get(i))))
          .extracting(Place::at)
          .contains(DAWN.plusSeconds(number));
    }
    assertThat(newest(words("not there"))).isEmpty();
  }
}
