package stet.diff.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.diff.judge.Labelled.REST;
import static stet.diff.judge.Labelled.updated;

import java.util.List;
import org.junit.jupiter.api.Test;
import stet.article.ArticleContent;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Delta;
import stet.diff.Revision;
import stet.diff.Texts;
import stet.diff.judge.JudgedRevision;
import stet.diff.rank.Age;
import stet.diff.rank.Part;
import stet.diff.rank.Weights;
import stet.diff.standard.Differs;

/** What is said of a revision in a sentence, and which of its edits tells the most. */
class SummaryTest {
  @Test
  void theSummarySpeaksPlainly() {
    ArticleVersion before =
        Texts.version(
            "Ferry runs again",
            List.of("The ferry runs.", "Some 150 people came.", REST),
            List.of(),
            List.of(updated(9)));
    ArticleVersion after =
        Texts.version(
            "Ferry is late",
            List.of(
                "The ferry runs.",
                "129 people came.",
                REST,
                "The next crossing leaves in spring, weather allowing.",
                "Tickets cost nothing on the first day."),
            List.of(),
            List.of(updated(9)));
    Revision revision = Differs.standard().diff(before, after);
    JudgedRevision judged = JudgedRevision.of(before, after, revision);
    Summary summary = Summary.of(judged, Differs.labeller().label(judged, List.of()));
    assertThat(summary.text())
        .isEqualTo(
            "Headline changed: ‘runs again’ became ‘is late’. ‘Some 150’ became ‘129’ in paragraph"
                + " 2. Two paragraphs added at the end. The ‘Updated’ time did not move.");
  }

  @Test
  void aNumberTellsMoreThanAWordOfAttributionThatHedgesToo() {
    ArticleVersion before =
        Texts.version(List.of("The ledger shows 31 payments to the yard.", "It was closed.", REST));
    ArticleVersion after =
        Texts.version(
            List.of(
                "The ledger shows 22 payments to the yard.",
                "It was, officials said, allegedly closed.",
                REST));
    JudgedRevision judged =
        JudgedRevision.of(before, after, Differs.standard().diff(before, after));
    Telling telling =
        Telling.of(
            judged, Differs.labeller().label(judged, List.of()), Age.UNKNOWN, Weights.STANDARD);
    assertThat(telling.excerpt().where()).isEqualTo("paragraph 1");
    assertThat(telling.parts()).extracting(Part::id).contains("number");
  }

  @Test
  void anUpdateTimeThatAppearsIsToldInGoodEnglish() {
    ArticleVersion before = Texts.version("Ferry", List.of(REST), List.of(), List.of());
    ArticleVersion after = Texts.version("Ferry", List.of(REST), List.of(), List.of(updated(9)));
    JudgedRevision judged =
        JudgedRevision.of(before, after, Differs.standard().diff(before, after));
    Summary summary = Summary.of(judged, Differs.labeller().label(judged, List.of()));
    assertThat(summary.text()).startsWith("An ‘Updated’ time appeared: ");
  }

  @Test
  void theScoreIsTheSumOfItsTerms() {
    List<String> old = List.of("Some 150 people came.", REST);
    List<String> now = List.of("Some 129 people came.", REST);
    ArticleVersion before = Texts.version(old);
    ArticleVersion after = Texts.version(now);
    Revision revision = Differs.standard().diff(before, after);
    JudgedRevision judged = JudgedRevision.of(before, after, revision);
    Telling telling =
        Telling.of(
            judged, Differs.labeller().label(judged, List.of()), Age.UNKNOWN, Weights.STANDARD);
    assertThat(telling.score())
        .isEqualTo(telling.parts().stream().mapToInt(Part::points).sum())
        .isPositive();
    assertThat(telling.excerpt().deltas())
        .containsExactly(
            Delta.kept("Some "),
            Delta.deleted("150"),
            Delta.inserted("129"),
            Delta.kept(" people came."));
  }

  private static String summary(ArticleVersion before, ArticleVersion after) {
    JudgedRevision judged =
        JudgedRevision.of(before, after, Differs.standard().diff(before, after));
    return Summary.of(judged, Differs.labeller().label(judged, List.of())).text();
  }

  @Test
  void whatCameAloneIsQuoted() {
    ArticleVersion before = Texts.version(List.of(REST));

    assertThat(summary(before, Texts.version(List.of(REST, "Divers found the anchor."))))
        .startsWith("One paragraph added at the end: ‘Divers found the anchor.’ No update time");
    assertThat(summary(before, Texts.version(List.of(REST, "Divers came.", "They left."))))
        .startsWith("Two paragraphs added at the end.");
  }

  @Test
  void partsOfAListAreCalledSo() {
    Block rest = new Block.Paragraph(REST);
    Block.ListItem one = new Block.ListItem("Bring a lamp", 1, false);
    Block.ListItem two = new Block.ListItem("Bring a rope", 1, false);

    assertThat(summary(blocks(rest), blocks(rest, one, two)))
        .startsWith("Two list items added at the end.");
    assertThat(summary(blocks(rest), blocks(new Block.Subhead("What to bring", 2), rest)))
        .startsWith("One subhead added at the start: ‘What to bring’.");
    assertThat(summary(blocks(rest, one), blocks(rest)))
        .startsWith("One list item removed: ‘Bring a lamp’.");
    assertThat(summary(blocks(rest), blocks(rest, one, new Block.Paragraph("Doors open at 9."))))
        .startsWith("Two paragraphs added at the end.");
  }

  private static ArticleVersion blocks(Block... body) {
    ArticleVersion plain = Texts.version(List.of(REST));
    return new ArticleVersion(
        plain.head(),
        ArticleContent.of(List.of(body)),
        plain.statements(),
        plain.language(),
        plain.canonicalUrl(),
        plain.extractor());
  }

  @Test
  void wordsInPlaceOfAMarkWereAdded() {
    assertThat(
            summary(
                Texts.version(List.of("The ferry ran late:", REST)),
                Texts.version(List.of("The ferry ran late and nobody was told why", REST))))
        .startsWith("‘and nobody was told why’ was added in paragraph 1.");
  }
}
