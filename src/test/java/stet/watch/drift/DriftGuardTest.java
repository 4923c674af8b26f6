package stet.watch.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import stet.watch.drift.DriftGuard.Change;
import stet.watch.drift.DriftGuard.Drift;

class DriftGuardTest {
  private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
  private static final String BOX = "Sign up for our newsletter";

  private static Change change(int article, int hours, Set<String> removed, Set<String> added) {
    Instant at = T0.plus(Duration.ofHours(hours));
    return new Change("a" + article, "a" + article + "@" + hours, at, removed, added);
  }

  private static List<Change> boxes(int articles) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      changes.add(change(i, i, Set.of(), Set.of(BOX)));
    }
    return changes;
  }

  @Test
  void holdsWhatMostArticlesGainInTheSameWords() {
    List<Drift> drifts = DriftGuard.find(boxes(8), (from, until) -> 10);
    assertThat(drifts).hasSize(1);
    assertThat(drifts.get(0).revisions()).hasSize(8);
    assertThat(drifts.get(0).sample()).isEqualTo("+ " + BOX);
    assertThat(drifts.get(0).line("paper.example"))
        .isEqualTo(
            "held 8 revisions of 'paper.example' as a change of its template: 8 of 10 articles"
                + " changed alike");
  }

  @Test
  void editsInDifferentWordsAreNoDriftHoweverMany() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      changes.add(change(i, i, Set.of("old words " + i), Set.of("new words " + i)));
    }
    assertThat(DriftGuard.find(changes, (from, until) -> 20)).isEmpty();
  }

  @Test
  void aFewAlikeAmongManyAreNoDrift() {
    assertThat(DriftGuard.find(boxes(6), (from, until) -> 40)).isEmpty();
    assertThat(DriftGuard.find(boxes(3), (from, until) -> 3)).isEmpty();
  }

  @Test
  void onlyWhatWasLookedAtSinceTheFirstCouldShowIt() {
    // A hundred articles were looked at the day before; since the first change five more than
    // those.
    DriftGuard.Checked checked = (from, until) -> from.isBefore(T0) ? 110 : 10;
    List<Drift> drifts = DriftGuard.find(boxes(5), checked);
    assertThat(drifts).hasSize(1);
    assertThat(drifts.get(0).checked()).isEqualTo(10);
    assertThat(DriftGuard.find(boxes(5), (from, until) -> 17)).isEmpty();
  }

  @Test
  void theSameWordsOverManyDaysAreNoDrift() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      changes.add(change(i, i * 24, Set.of(), Set.of("This story is developing.")));
    }
    assertThat(DriftGuard.find(changes, (from, until) -> 10)).isEmpty();
  }

  @Test
  void aStoryThatIsAlsoEditedInItsOwnWordsIsShown() {
    List<Change> changes = new ArrayList<>(boxes(8));
    Change edited =
        change(9, 3, Set.of("The mayor resigned."), Set.of(BOX, "The mayor stays.", "More."));
    changes.add(edited);
    List<Drift> drifts = DriftGuard.find(changes, (from, until) -> 10);
    assertThat(drifts.get(0).revisions()).hasSize(8).doesNotContain(edited.revision());
  }

  @Test
  void twoTemplatesInOneWeekAreTwoDrifts() {
    List<Change> changes = new ArrayList<>(boxes(8));
    for (int i = 0; i < 8; i++) {
      changes.add(change(i, 80 + i, Set.of(BOX), Set.of()));
    }
    assertThat(DriftGuard.find(changes, (from, until) -> 10))
        .hasSize(2)
        .allMatch(d -> d.revisions().size() == 8);
  }

  @Test
  void oneArticleThatChangesOftenIsNoDrift() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      changes.add(
          change(1, i, i % 2 == 0 ? Set.of() : Set.of(BOX), i % 2 == 0 ? Set.of(BOX) : Set.of()));
    }
    assertThat(DriftGuard.find(changes, (from, until) -> 5)).isEmpty();
  }
}
