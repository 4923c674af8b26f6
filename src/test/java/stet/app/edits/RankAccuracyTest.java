package stet.app.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the ranking of edits to what people thought of real ones: weights were chosen on the days
 * of one half of the outlets, the other half is reported. A floor goes up when the figure rises; it
 * goes down only with a reason in the change that lowers it.
 */
class RankAccuracyTest {
  @TempDir Path home;

  @Test
  void editsThatMatterStandFirst() throws IOException {
    assumeTrue(JudgedEdits.isThere(), "the pages are not here: " + JudgedEdits.DATA);
    List<JudgedEdits.Edit> edits = JudgedEdits.imported(home, JudgedEdits.lines());
    double[] tuned = told("tuned half", edits, l -> l.tuned());
    double[] reported = told("other half", edits, l -> !l.tuned());
    told("other half, first draw", edits, l -> !l.tuned() && l.draw() == 1);
    double[] fresh = told("other half, second draw", edits, l -> !l.tuned() && l.draw() == 2);
    SoftAssertions.assertSoftly(
        softly -> {
          softly.assertThat(tuned[0]).as("telling, tuned half").isGreaterThan(0.92);
          softly.assertThat(reported[0]).as("telling, other half").isGreaterThan(0.887);
          softly.assertThat(fresh[0]).as("telling, second draw").isGreaterThan(0.849);
          softly.assertThat(tuned[0]).as("better than words").isGreaterThan(tuned[1]);
          softly.assertThat(reported[0]).as("better than words").isGreaterThan(reported[1]);
          softly.assertThat(reported[0]).as("better than newest").isGreaterThan(reported[2]);
        });
  }

  /** By score, by words, newest first and by chance. */
  private static double[] told(
      String name, List<JudgedEdits.Edit> all, Predicate<JudgedEdits.Line> chosen) {
    List<JudgedEdits.Edit> edits = all.stream().filter(e -> chosen.test(e.line())).toList();
    Ranked ranked = new Ranked(edits);
    double[] figures = {
      ranked.by(JudgedEdits.Edit::score),
      ranked.by(e -> e.revised().revision().counts().changed()),
      ranked.by(e -> e.revised().at().getEpochSecond()),
      ranked.byChance()
    };
    System.out.printf(
        Locale.ROOT,
        "ranking, %s: %d edits, %d days; nDCG@10 telling %.4f, words %.4f, newest %.4f, chance"
            + " %.4f%n",
        name,
        edits.size(),
        ranked.days(),
        figures[0],
        figures[1],
        figures[2],
        figures[3]);
    return figures;
  }

  @Test
  void peopleAgreeWithThemselves() throws IOException {
    Agreement agreement = Agreement.of(JudgedEdits.lines());
    System.out.println(agreement);
    assertThat(agreement.edits()).isEqualTo(295);
    assertThat(agreement.kappa()).isGreaterThan(0.99);
  }
}
