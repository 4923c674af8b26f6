package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import stet.article.ArticleVersion;
import stet.diff.judge.Revisions;
import stet.diff.standard.Differs;

/** The laws of the differ, on random texts with random edits. */
class DiffLawsTest {
  private final Differ differ = Differs.standard();

  @Property(tries = 4000)
  void bothTextsCanBeReadFromTheRuns(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> before = Texts.paragraphs(random, 8);
    List<String> after = Texts.mutate(before, random);
    List<Delta> deltas = differ.diff(String.join("\n", before), String.join("\n", after));
    assertThat(Revisions.beforeText(deltas)).isEqualTo(String.join("\n", before));
    assertThat(Revisions.afterText(deltas)).isEqualTo(String.join("\n", after));
    everyMoveHasTwoEnds(deltas);
  }

  @Property(tries = 4000)
  void revisionsApplyForwardsAndBack(@ForAll long seed) {
    Random random = new Random(seed);
    ArticleVersion before = Texts.version(Texts.paragraphs(random, 8));
    ArticleVersion after =
        Texts.version(Texts.mutate(before.body().stream().map(b -> b.text()).toList(), random));
    Revision revision = differ.diff(before, after);
    assertThat(Revisions.apply(BodyText.of(before), revision)).isEqualTo(BodyText.of(after));
    assertThat(Revisions.restore(BodyText.of(after), revision)).isEqualTo(BodyText.of(before));
    String json = RevisionJson.write(revision);
    assertThat(RevisionJson.read(json, before)).isEqualTo(revision);
  }

  @Property(tries = 500)
  void nothingChangesBetweenATextAndItself(@ForAll long seed) {
    ArticleVersion version = Texts.version(Texts.paragraphs(new Random(seed), 8));
    Revision revision = differ.diff(version, version);
    assertThat(revision.isEmpty()).isTrue();
    assertThat(revision.hunks()).hasSize(version.body().size());
    assertThat(revision.counts().changed()).isZero();
  }

  @Property(tries = 300)
  void theLocaleChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    String before = String.join("\n", Texts.paragraphs(random, 6));
    String after = String.join("\n", Texts.mutate(List.of(before.split("\n")), random));
    List<Delta> here = differ.diff(before, after);
    Locale was = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(Differs.standard().diff(before, after)).isEqualTo(here);
    } finally {
      Locale.setDefault(was);
    }
  }

  /** Which side of a tie is chosen may differ, but not whether anything changed. */
  @Property(tries = 1000)
  void aChangeIsAChangeInBothDirections(@ForAll long seed) {
    Random random = new Random(seed);
    String before = String.join("\n", Texts.paragraphs(random, 6));
    String after = String.join("\n", Texts.mutate(List.of(before.split("\n")), random));
    assertThat(differ.diff(before, after).stream().anyMatch(Delta::isChange))
        .isEqualTo(differ.diff(after, before).stream().anyMatch(Delta::isChange));
  }

  /** What came one way went the other way, whichever of two equal words was kept. */
  @Property(tries = 500)
  void wordsAreCountedAlikeInBothDirections(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> before = Texts.paragraphs(random, 6);
    List<String> after = Texts.mutate(before, random);
    Counts there = differ.diff(Texts.version(before), Texts.version(after)).counts();
    Counts back = differ.diff(Texts.version(after), Texts.version(before)).counts();
    assertThat(there.inserted() - there.deleted()).isEqualTo(back.deleted() - back.inserted());
    assertThat(there.kept() + there.moved() + there.inserted())
        .isEqualTo(back.kept() + back.moved() + back.deleted());
  }

  @Property(tries = 20)
  void threadsDoNotDisturbEachOther(@ForAll long seed) {
    Random random = new Random(seed);
    String before = String.join("\n", Texts.paragraphs(random, 8));
    String after = String.join("\n", Texts.mutate(List.of(before.split("\n")), random));
    List<Delta> alone = differ.diff(before, after);
    assertThat(IntStream.range(0, 16).parallel().mapToObj(k -> differ.diff(before, after)))
        .allMatch(alone::equals);
  }

  private static void everyMoveHasTwoEnds(List<Delta> deltas) {
    deltas.stream()
        .filter(d -> d.move() != 0)
        .mapToInt(Delta::move)
        .distinct()
        .forEach(
            move -> {
              assertThat(deltas)
                  .anyMatch(d -> d.move() == move && d.kind() == Delta.Kind.MOVED_FROM);
              assertThat(deltas).anyMatch(d -> d.move() == move && d.kind() == Delta.Kind.MOVED_TO);
            });
  }
}
