package stet.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stet.diff.Delta;
import stet.report.page.Run;

class RunsTest {
  private static final Limits SHORT = new Limits(60, 10, 4, true);

  @Test
  void whatIsLeftOutIsCountedFromWhereItWasCut() {
    Runs runs = new Runs(Runs.Side.BOTH, SHORT, "r1");
    List<Run> shown = runs.of(List.of(Delta.inserted("123456789\ud83d\ude00 and on")));
    assertThat(shown)
        .extracting(Run::text)
        .containsExactly("123456789\u2026", " 9 more characters ");
    assertThat(runs.wasCut()).isTrue();
  }

  @Test
  void unchangedTextIsCutAtWordsOrElseBetweenCharacters() {
    String thai = "\u0e01\u0e34".repeat(400);
    List<Run> shown =
        new Runs(Runs.Side.BOTH, new Limits(61, 10, 4, true), "r1")
            .of(List.of(Delta.deleted("x"), Delta.kept(thai), Delta.deleted("y")));
    assertThat(shown.get(1).text()).isEqualTo("\u0e01\u0e34".repeat(30));
    assertThat(shown.get(3).text()).isEqualTo("\u0e01\u0e34".repeat(31));
  }
}
