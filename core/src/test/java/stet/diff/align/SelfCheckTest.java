package stet.diff.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stet.diff.Delta;
import stet.diff.Hunk;
import stet.diff.hunk.BlockHunks;
import stet.diff.hunk.Spelling;
import stet.diff.hunk.Told;
import stet.diff.judge.Revisions;

/** What the differ does about a pass that says what is not so. */
class SelfCheckTest {
  private static final String BEFORE =
      """
      The ferry to Lund Island sails at noon.
      Harbour fees rise in spring.
      Two piers were closed after the storm on Monday.
      The council meets again in June, the mayor said.""";

  private static final String AFTER =
      """
      The ferry to Lund Island sails at ten.
      Two piers were closed after the storm on Tuesday.
      The council meets again in July, the mayor said.
      Tickets cost more from May on.""";

  /** Ways in which a pass can be wrong. */
  enum Fault {
    CROSSES(al -> al.link(al.a.size - 2, 3, 0)),
    OTHER_WORD(
        al -> {
          al.unlink(2);
          al.link(2, al.toB[1] + 9, 0);
        }),
    HALF_A_PAIR_OLD(al -> al.toB[5] = al.b.size - 1),
    HALF_A_PAIR_NEW(al -> al.toA[al.b.size - 1] = 0),
    ALL_TURNED_ROUND(
        al -> {
          for (int i = 0; i < Math.min(al.a.size, al.b.size); i++) {
            al.link(i, al.b.size - 1 - i, 0);
          }
        });

    private final Consumer<Alignment> damage;

    Fault(Consumer<Alignment> damage) {
      this.damage = damage;
    }
  }

  private static TextDiffer.Plan after(String pass, Fault fault) {
    return (al, vocabulary, trim) -> {
      List<TextDiffer.Pass> passes = new ArrayList<>();
      for (TextDiffer.Pass p : TextDiffer.passes(al, vocabulary, trim)) {
        passes.add(p);
        if (p.name().equals(pass)) {
          passes.add(new TextDiffer.Pass("broken", () -> fault.damage.accept(al)));
        }
      }
      return passes;
    };
  }

  @ParameterizedTest
  @EnumSource
  void whatALatePassBrokeIsUndoneThereAndCounted(Fault fault) {
    TextDiffer.Plan plan = after("slide", fault);
    Told<Delta> runs = Told.deltas(TextDiffer.compare(BEFORE, AFTER, plan));
    assertThat(Revisions.beforeText(runs.parts())).isEqualTo(BEFORE);
    assertThat(Revisions.afterText(runs.parts())).isEqualTo(AFTER);
    assertThat(runs.undone()).isNotEmpty().containsOnly("broken");
    Told<Hunk> hunks = Told.hunks(TextDiffer.compare(BEFORE, AFTER, plan));
    assertThat(Revisions.before(hunks.parts())).isEqualTo(BEFORE);
    assertThat(Revisions.after(hunks.parts())).isEqualTo(AFTER);
    // What stood before the pass is there again.
    assertThat(runs.parts()).isEqualTo(Told.deltas(BEFORE, AFTER).parts());
  }

  @ParameterizedTest
  @EnumSource
  void whatAnEarlyPassBrokeIsUndoneToo(Fault fault) {
    for (String pass : List.of("anchors", "slots", "tidy")) {
      Told<Hunk> hunks = Told.hunks(TextDiffer.compare(BEFORE, AFTER, after(pass, fault)));
      assertThat(Revisions.before(hunks.parts())).isEqualTo(BEFORE);
      assertThat(Revisions.after(hunks.parts())).isEqualTo(AFTER);
    }
  }

  /** As the differ was when a capitalised word could be taken for a whole line. */
  @Test
  void aTellingThatDoesNotSpellIsToldAgainWithLess() {
    String before = "Tickets cost more.\nPlaza\nA line in both texts here.\nThe end is near.";
    String after = "Fares rose.\nA line in both texts here.\nPlaza SS.MM.\nThe end is far.";
    TextDiffer.Result result = TextDiffer.compare(before, after);
    Alignment al = result.alignment();
    int line = 0;
    while (!al.a.isLine(line)) {
      line++;
    }
    int word = 0;
    while (!al.b.raw(word).equals("Plaza")) {
      word++;
    }
    al.unlink(line);
    al.link(line, word, 0);
    assertThat(Revisions.after(BlockHunks.of(result))).isNotEqualTo(after);
    Told<Hunk> hunks = Told.hunks(result);
    assertThat(Revisions.before(hunks.parts())).isEqualTo(before);
    assertThat(Revisions.after(hunks.parts())).isEqualTo(after);
    assertThat(hunks.undone()).isNotEmpty().containsOnly("tell");
    // The last line was whole, so it still is.
    assertThat(hunks.parts()).anyMatch(h -> h instanceof Hunk.Changed);
  }

  @Test
  void aSoundComparisonUndoesNothing() {
    assertThat(Told.deltas(BEFORE, AFTER).undone()).isEmpty();
    assertThat(Told.hunks(BEFORE, AFTER).undone()).isEmpty();
  }

  @Test
  void spellingTellsWhereATextGoesWrong() {
    List<Delta> runs = List.of(Delta.kept("ab "), Delta.deleted("cd"), Delta.inserted("ef"));
    assertThat(Spelling.ofDeltas(runs, "ab cd", Spelling.Side.OLD)).isEqualTo(Spelling.SPELLED);
    assertThat(Spelling.ofDeltas(runs, "ab ef", Spelling.Side.NEW)).isEqualTo(Spelling.SPELLED);
    assertThat(Spelling.ofDeltas(runs, "ab cx", Spelling.Side.OLD)).isEqualTo(3);
    assertThat(Spelling.ofDeltas(runs, "ab cd.", Spelling.Side.OLD)).isEqualTo(5);
    assertThat(Spelling.ofDeltas(runs, "ab", Spelling.Side.NEW)).isEqualTo(0);
  }
}
