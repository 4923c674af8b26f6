package stet.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stet.copies.Labelled.Pair;
import stet.copies.RealTexts.Real;
import stet.copies.Verdict.Kind;

/**
 * How well copies are told from what only looks like them: on pairs made by rule from real pages
 * (rules were tuned on half of the sites; the other half is reported), and on pairs of real pages
 * that were read. A floor goes up when the figure rises; it goes down only with a reason in the
 * change that lowers it. With {@code -Dstet.copies.show=FILE} every pair judged wrongly is written
 * to a file.
 */
class CopyAccuracyTest {
  /** Pages in other languages than English among them. */
  private static final String[] SERIES = {
    "govuk-news",
    "fcdo-travel",
    "swissgov-press",
    "ca-cannabis",
    "nodejs",
    "ruby-news",
    "letsencrypt",
    "lctt-zh"
  };

  private static final String[] POLICIES = {"ota-contrib", "ota-france", "ota-pga"};

  /** Right and wrong ones of a half. */
  private static final class Score {
    int positives;
    int negatives;
    int found;
    int wrong;

    void add(boolean copy, boolean said) {
      positives += copy ? 1 : 0;
      negatives += copy ? 0 : 1;
      found += copy && said ? 1 : 0;
      wrong += !copy && said ? 1 : 0;
    }

    double precision() {
      return (double) found / (found + wrong);
    }

    double recall() {
      return (double) found / positives;
    }

    @Override
    public String toString() {
      return "%d of %d copies, %d of %d others; precision %.4f, recall %.4f"
          .formatted(found, positives, wrong, negatives, precision(), recall());
    }
  }

  @Test
  void copiesAreToldFromLookAlikes() {
    assumeTrue(
        Files.isDirectory(RealTexts.DATA.resolve("extract/fundus"))
            && Files.isDirectory(RealTexts.DATA.resolve("versions/govuk-news")),
        "../shared/data is not here");
    Labelled all =
        Labelled.of(RealTexts.labelled(), RealTexts.versions(SERIES), RealTexts.versions(POLICIES));
    Sketches sketches = new Sketches();
    all.texts.values().forEach(sketches::add);
    SketchIndex index = sketches.index();
    KeptTexts comparer = new KeptTexts(index.check(), id -> List.of(all.texts.get(id)));
    Map<Long, Integer> places = places(index);
    Score[] halves = {new Score(), new Score()};
    Map<String, Score> kinds = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Pair pair : all.pairs) {
      int a = places.get(pair.first());
      int b = places.get(pair.second());
      boolean said =
          index.enough(index.hits(a, b), a, b)
              && comparer.compare(pair.first(), pair.second()).kind() != Kind.NOT;
      halves[pair.report() ? 1 : 0].add(pair.copy(), said);
      kinds
          .computeIfAbsent(pair.report() + " " + pair.kind(), k -> new Score())
          .add(pair.copy(), said);
      if (said != pair.copy()) {
        wrong.add(pair + " " + all.named(pair));
      }
    }
    wrong.add(kinds.toString().replace("},", "\n"));
    Shown.write("pairs", wrong);
    String figures = "tuned: " + halves[0] + "; reported: " + halves[1];
    assertThat(halves[1].positives + halves[0].positives).as(figures).isGreaterThanOrEqualTo(600);
    assertThat(halves[1].negatives + halves[0].negatives).as(figures).isGreaterThanOrEqualTo(3000);
    assertThat(halves[1].precision()).as(figures).isGreaterThanOrEqualTo(0.99);
    assertThat(halves[1].recall()).as(figures).isGreaterThanOrEqualTo(0.99);
    Shown.write("figures", List.of(figures));
    stories(all, index, comparer);
  }

  /** A text that holds two stories belongs to one of them, so that some copies stay apart. */
  private static void stories(Labelled all, SketchIndex index, KeptTexts comparer) {
    Map<Long, Long> storyOf = new HashMap<>();
    Stories stories = StoryFinder.find(index, comparer);
    for (Story story : stories.stories()) {
      story.members().forEach(m -> storyOf.put(m.id(), story.centre()));
    }
    int together = 0;
    int positives = 0;
    Set<String> merged = new HashSet<>();
    int negatives = 0;
    for (Pair pair : all.pairs) {
      Long a = storyOf.get(pair.first());
      boolean same = a != null && a.equals(storyOf.get(pair.second()));
      if (pair.copy() && pair.report()) {
        positives++;
        together += same ? 1 : 0;
      } else if (!pair.copy()) {
        negatives++;
        if (same) {
          merged.add(pair + " " + all.named(pair));
        }
      }
    }
    String figures =
        "%d of %d copies in one story, %d of %d others"
            .formatted(together, positives, merged.size(), negatives);
    List<String> lines = new ArrayList<>(merged);
    lines.add(figures);
    Shown.write("stories", lines);
    assertThat((double) together / positives).as(figures).isGreaterThanOrEqualTo(0.88);
    assertThat(merged.size()).as(figures).isLessThanOrEqualTo(negatives / 200);
  }

  private static Map<Long, Integer> places(SketchIndex index) {
    Map<Long, Integer> places = new HashMap<>();
    for (int place = 0; place < index.size(); place++) {
      places.put(index.article(place).id(), place);
    }
    return places;
  }

  @Test
  void pairsThatWereReadAreJudgedAsTheyWere() {
    assumeTrue(
        Files.isDirectory(RealTexts.DATA.resolve("extract/bbaw")), "../shared/data is not here");
    List<String> wrong = new ArrayList<>();
    for (Hand.Known known : Hand.ALL) {
      Real first = RealTexts.named(known.first());
      Real second = RealTexts.named(known.second());
      Verdict verdict =
          CopyCheck.plain().compare(Labelled.text(1, first), Labelled.text(2, second));
      if ((verdict.kind() != Kind.NOT) != known.copy()) {
        wrong.add(known + " " + verdict);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
