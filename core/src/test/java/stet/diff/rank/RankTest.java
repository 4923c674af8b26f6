package stet.diff.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.article.ArticleVersion;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.Texts;
import stet.diff.judge.JudgedRevision;
import stet.diff.standard.Differs;

/** What makes a revision tell more or less, and that the score says so. */
class RankTest {
  private static final String REST =
      "The council will meet again next week to hear from residents.";

  private static Rank rank(
      ArticleVersion a, ArticleVersion b, Kind said, Age age, Weights weights) {
    JudgedRevision judged = JudgedRevision.of(a, b, Differs.standard().diff(a, b));
    return Rank.of(judged.facts(), List.of(new Label(said, "")), age, weights);
  }

  private static Rank rank(String before, String after) {
    return rank(before, after, Kind.CANNOT_TELL, Age.UNKNOWN);
  }

  private static Rank rank(String before, String after, Kind said, Age age) {
    return rank(
        Texts.version(List.of(REST, before)),
        Texts.version(List.of(REST, after)),
        said,
        age,
        Weights.STANDARD);
  }

  private static int score(String before, String after) {
    return rank(before, after).score();
  }

  @Test
  void howManyTellsMoreThanHowItIsPut() {
    int number = score("Police counted 150 people.", "Police counted 129 people.");
    int wording = score("Police counted many people.", "Police counted lots of people.");
    int slip = score("Police counted many peolpe.", "Police counted many people.");
    assertThat(number).isGreaterThan(wording);
    assertThat(wording).isGreaterThan(slip);
  }

  @Test
  void aStatementTurnedRoundTellsMore() {
    assertThat(score("The mayor knew of it.", "The mayor never knew of it."))
        .isGreaterThan(score("The mayor knew of it.", "The mayor knew about it."));
  }

  @Test
  void theSameTellsMoreInTheHeadline() {
    ArticleVersion a = Texts.version("Police count 150 people", List.of(REST));
    ArticleVersion b = Texts.version("Police count 129 people", List.of(REST));
    Rank headline = rank(a, b, Kind.CANNOT_TELL, Age.UNKNOWN, Weights.STANDARD);
    assertThat(headline.score())
        .isGreaterThan(score("Police count 150 people.", "Police count 129 people."));
    assertThat(headline.parts()).extracting(Part::id).contains("headline", "number");
  }

  @Test
  void whatWasNotSaidAndCameLateTellsMoreAndSaysSo() {
    Instant published = Instant.parse("2026-03-01T10:00:00Z");
    Age late = Age.stated(published, published.plus(Duration.ofDays(3)));
    String before = "Police counted 150 people.";
    String after = "Police counted 129 people.";
    Rank silent = rank(before, after, Kind.SILENT, late);
    Rank stamped = rank(before, after, Kind.STAMPED, Age.UNKNOWN);
    assertThat(silent.score()).isGreaterThan(stamped.score());
    assertThat(Rank.words(silent.parts()))
        .contains("no notice seen, and the stated update time did not move +")
        .contains("at least 3 days after the stated publication +");
    assertThat(Rank.words(stamped.parts())).doesNotContain("notice").doesNotContain("after");
  }

  @Test
  void whereItCannotBeToldNobodyIsChargedWithSilence() {
    assertThat(rank("He came.", "She came.").parts()).extracting(Part::id).doesNotContain("silent");
  }

  @Test
  void anArticleEditedBeforeItsStatedPublicationIsNotLate() {
    Instant published = Instant.parse("2026-03-01T10:00:00Z");
    assertThat(Age.stated(published, published.minusSeconds(1)).least()).isZero();
  }

  @Test
  void whatCameBackTellsLessEachTime() {
    List<Label> once = List.of(new Label(Kind.SILENT, ""), new Label(Kind.REVERT, ""));
    List<Label> often =
        List.of(
            new Label(Kind.SILENT, ""),
            new Label(Kind.REVERT, ""),
            new Label(Kind.OSCILLATION, ""));
    ArticleVersion a = Texts.version(List.of(REST, "Police counted 150 people."));
    ArticleVersion b = Texts.version(List.of(REST, "Police counted 129 people."));
    JudgedRevision judged = JudgedRevision.of(a, b, Differs.standard().diff(a, b));
    int plain = Rank.of(judged.facts(), once.subList(0, 1), Age.UNKNOWN, Weights.STANDARD).score();
    int reverted = Rank.of(judged.facts(), once, Age.UNKNOWN, Weights.STANDARD).score();
    int pendulum = Rank.of(judged.facts(), often, Age.UNKNOWN, Weights.STANDARD).score();
    assertThat(plain).isGreaterThan(reverted);
    assertThat(reverted).isGreaterThan(pendulum);
  }

  @Test
  void furnitureTellsNothing() {
    Rank rank = rank("Share this page.", "Share it.", Kind.COSMETIC, Age.UNKNOWN);
    assertThat(rank.score()).isZero();
    assertThat(rank.parts()).isEmpty();
  }

  @Test
  void theScoreIsTheSumOfItsPartsWithinItsBounds() {
    Rank rank = rank("Police counted 150 people.", "Police counted 129 people.");
    assertThat(rank.score()).isEqualTo(rank.parts().stream().mapToInt(Part::points).sum());
    ArticleVersion a = Texts.version("Police count 150 people", List.of(REST));
    ArticleVersion b = Texts.version("Police deny they shot 129 people", List.of(REST));
    Weights heavy = Weights.of("headline 100, number 100, death-or-guilt 100");
    assertThat(rank(a, b, Kind.SILENT, Age.UNKNOWN, heavy).score()).isEqualTo(Weights.MOST);
  }

  @Test
  void aWeightOfNothingTakesThePartAway() {
    ArticleVersion a = Texts.version(List.of(REST, "Police counted 150 people."));
    ArticleVersion b = Texts.version(List.of(REST, "Police counted 129 people."));
    Rank rank = rank(a, b, Kind.SILENT, Age.UNKNOWN, Weights.of("number 0, silent 0"));
    assertThat(rank.parts()).extracting(Part::id).doesNotContain("number", "silent");
  }
}
