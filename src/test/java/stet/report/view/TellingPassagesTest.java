package stet.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.report.page.When;
import stet.report.words.TellingEdit;

/** Which of several edits stands at the head of an article. */
class TellingPassagesTest {
  private static final When WHEN = new When("", When.Moment.NONE, "", When.Moment.NONE, "", "");

  @Test
  void ofSeveralHeadlinesTheLastStands() {
    assertThat(best(edit(60, 2, "The headline"), edit(40, 5, "The headline"))).isEqualTo(5);
  }

  @Test
  void aHeadlineThatHardlyChangedDoesNotHideOneThatDid() {
    assertThat(best(edit(60, 2, "The headline"), edit(20, 5, "The headline"))).isEqualTo(2);
  }

  @Test
  void anEditOfTheTextThatTellsMoreIsNotHiddenByAHeadline() {
    assertThat(best(edit(60, 2, "Paragraph 1"), edit(50, 5, "The headline"))).isEqualTo(2);
  }

  @Test
  void ofEqualsTheLater() {
    assertThat(best(edit(60, 2, "Paragraph 1"), edit(60, 5, "Paragraph 3"))).isEqualTo(5);
    assertThat(TellingPassages.best(List.of())).isNull();
  }

  private static int best(TellingEdit... edits) {
    TellingEdit best = TellingPassages.best(List.of(edits));
    assertThat(best).isNotNull();
    return best.version();
  }

  private static TellingEdit edit(int score, int version, String where) {
    return new TellingEdit(
        score, version, where, List.of(), "en", "ltr", List.of(), "", Instant.EPOCH, WHEN);
  }
}
