package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stet.SealedContract;
import stet.article.ArticleVersion;
import stet.diff.judge.Revisions;

class HunkContractTest extends SealedContract<Hunk> {
  private static final ArticleVersion BEFORE =
      Texts.version(
          List.of(
              "The bridge is shut.",
              "It is old.",
              "It was painted.",
              "One ferry. Two boats.",
              "Three buses.",
              "Four trains.",
              "A long. Way",
              "round.",
              "Words that moved."));

  HunkContractTest() {
    super(Hunk.class);
  }

  private static Delta k(String text) {
    return Delta.kept(text);
  }

  private static Delta d(String text) {
    return Delta.deleted(text);
  }

  private static Delta i(String text) {
    return Delta.inserted(text);
  }

  @Override
  protected List<Hunk> samples() {
    return List.of(
        new Hunk.Kept(0, 0, List.of(k("The bridge is shut."))),
        new Hunk.Moved(1, 8, 1, List.of(k("Words that moved."))),
        new Hunk.Changed(1, 2, List.of(k("It is "), d("old"), i("new"), k("."))),
        new Hunk.Deleted(2, List.of(d("It was painted."))),
        new Hunk.Inserted(3, List.of(i("It will be painted."))),
        new Hunk.Split(
            3, List.of(4, 5), List.of(k("One ferry."), d(" "), i("\n"), k("Two boats."))),
        new Hunk.Merged(
            List.of(4, 5), 6, List.of(k("Three buses."), d("\n"), i(" "), k("Four trains."))),
        new Hunk.Reflowed(
            List.of(6, 7),
            List.of(7, 8),
            List.of(k("A long."), d(" "), i("\n"), k("Way"), d("\n"), i(" "), k("round."))),
        new Hunk.MovedAway(1, 8, 1));
  }

  private Revision revision() {
    return new Revision(samples(), List.of(), new Counts(4, 4, 3, 15));
  }

  /** It is kept so in the database; a kind that cannot be read back would end in a rebuild. */
  @Test
  void aRevisionOfAllKindsIsReadAsItWasWritten() {
    String json = RevisionJson.write(revision());
    assertThat(RevisionJson.read(json, BEFORE)).isEqualTo(revision());
    assertThat(RevisionJson.write(RevisionJson.read(json, BEFORE))).isEqualTo(json);
  }

  @Test
  void appliedToTheOldTextTheyGiveTheNewOneAndBack() {
    String now =
        """
        The bridge is shut.
        Words that moved.
        It is new.
        It will be painted.
        One ferry.
        Two boats.
        Three buses. Four trains.
        A long.
        Way round."""
            .stripIndent();
    assertThat(Revisions.apply(BodyText.of(BEFORE), revision())).isEqualTo(now);
    assertThat(Revisions.restore(now, revision())).isEqualTo(BodyText.of(BEFORE));
  }

  @Test
  void eachHasANameOfItsOwnAndAllButOneChangeSomething() {
    List<Hunk> all = samples();
    Set<String> names = all.stream().map(Hunk::kind).collect(Collectors.toSet());
    assertThat(names).hasSameSizeAs(all).allMatch(n -> n.matches("[a-z]+"));
    assertThat(all.stream().filter(h -> !h.isChange()).map(Hunk::kind)).containsExactly("kept");
  }

  @Test
  void blocksAreNamedInOrder() {
    for (Hunk hunk : samples()) {
      assertThat(hunk.before()).isSorted().doesNotHaveDuplicates();
      assertThat(hunk.after()).isSorted().doesNotHaveDuplicates();
    }
  }
}
