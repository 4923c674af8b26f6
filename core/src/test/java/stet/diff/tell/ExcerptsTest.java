package stet.diff.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stet.article.ArticleVersion;
import stet.diff.Delta;
import stet.diff.Label;
import stet.diff.Texts;
import stet.diff.judge.JudgedRevision;
import stet.diff.rank.Age;
import stet.diff.rank.Part;
import stet.diff.rank.Weights;
import stet.diff.standard.Differs;

/** What is shown of a revision's most telling edit, and what weighs nothing. */
class ExcerptsTest {
  private static final String REST =
      "The council will meet again next week to hear from residents.";

  private static Telling telling(String before, String after) {
    ArticleVersion a = Texts.version(List.of(REST, before));
    ArticleVersion b = Texts.version(List.of(REST, after));
    JudgedRevision judged = JudgedRevision.of(a, b, Differs.standard().diff(a, b));
    return Telling.of(
        judged, Differs.labeller().label(judged, List.of()), Age.UNKNOWN, Weights.STANDARD);
  }

  private static String marked(String before, String after) {
    return telling(before, after).excerpt().deltas().stream()
        .map(ExcerptsTest::marked)
        .collect(Collectors.joining());
  }

  private static String marked(Delta delta) {
    return switch (delta.kind()) {
      case DELETED -> "[-" + delta.before() + "-]";
      case INSERTED -> "[+" + delta.after() + "+]";
      default -> delta.after();
    };
  }

  private static int ownPoints(Telling telling) {
    return telling.parts().stream().filter(Part::own).mapToInt(Part::points).sum();
  }

  @Test
  void otherChangesOfTheSentenceAreShownAsChanges() {
    assertThat(
            marked(
                "In the north we spent 57 million on walls, which protects 280 homes.",
                "In the south we spent 30 million on walls, which protects 185 homes."))
        .isEqualTo(
            "In the [-north-][+south+] we spent [-57-][+30+] million on walls,"
                + " which protects [-280-][+185+] homes.");
  }

  @Test
  void theExcerptIsTheSentenceWhereThatIsShort() {
    assertThat(
            marked(
                "It rained all day. Police counted 150 people. Many went home early.",
                "It rained all day. Police counted 129 people. Many went home early."))
        .isEqualTo("Police counted [-150-][+129+] people.");
  }

  @Test
  void anAbbreviationEndsNoSentence() {
    assertThat(
            marked(
                "It was Dr. Alder who sold 12 of them.", "It was Dr. Alder who sold 15 of them."))
        .isEqualTo("It was Dr. Alder who sold [-12-][+15+] of them.");
  }

  @Test
  void whereWordsAreLeftOutStandsAnEllipsis() {
    String start = "The harbour office, which keeps the books of every ship that ever came in,";
    String end =
        "crates of fish, most of which had been on the quay since the storm of last week and a day of calm";
    assertThat(
            marked(
                start + " said that it found 20 " + end, start + " said that it found 30 " + end))
        .startsWith("\u2026")
        .contains(" said that it found [-20-][+30+] crates of fish")
        .endsWith("\u2026");
  }

  @Test
  void anotherChangeIsShownWholeOrNotAtAll() {
    String kept = " crowns of the fund to the builders who had come for it on Monday, he told ";
    assertThat(
            marked(
                "He gave 20" + kept + "the council in the morning.",
                "He gave 30" + kept + "a meeting of the harbour office in the evening."))
        .endsWith("he told \u2026")
        .doesNotContain("council");
  }

  @Test
  void aHeadlineThatIsShownWholeEndsWithoutOne() {
    ArticleVersion a = Texts.version("Council meets on the bridge again", List.of(REST));
    ArticleVersion b = Texts.version("Council quarrels on the bridge again", List.of(REST));
    JudgedRevision judged = JudgedRevision.of(a, b, Differs.standard().diff(a, b));
    Telling telling =
        Telling.of(
            judged, Differs.labeller().label(judged, List.of()), Age.UNKNOWN, Weights.STANDARD);
    assertThat(telling.excerpt().deltas())
        .extracting(ExcerptsTest::marked)
        .containsExactly("Council ", "[-meets-]", "[+quarrels+]", " on the bridge again");
  }

  @Test
  void wordsThatStoodTwiceTellLittle() {
    Telling twice =
        telling(
            "They paid 40 crowns to the ferry 40 crowns to the ferry.",
            "They paid 40 crowns to the ferry.");
    assertThat(twice.parts()).extracting(Part::id).contains("slip");
  }

  @Test
  void amongManyWordsAKindWeighsLess() {
    Telling few = telling("The mayor paid 40 crowns.", "The mayor never paid 50 crowns.");
    Telling many =
        telling(
            "The mayor, who came early, went.",
            "The mayor, who was asked by 12 of the many people that had come to the hall whether he"
                + " would not rather stay for the rest of the evening, went.");
    assertThat(many.parts()).extracting(Part::id).contains("number", "negation");
    assertThat(ownPoints(many))
        .isLessThan(ownPoints(telling("He has 40 cats.", "He has 50 cats.")) + 22);
    assertThat(few.score()).isPositive();
  }

  @Test
  void theNameOfAFileIsNoNumber() {
    Telling telling = telling("See the statement_211103 for more.", "See the statement for more.");
    assertThat(telling.parts()).extracting(Part::id).doesNotContain("number");
  }

  @Test
  void anElidedArticleMakesNoOtherName() {
    List<String> before =
        List.of("Ieri Alder e Fisio hanno scritto. Lo dice Associazione, e Associazione tace.");
    List<String> after =
        List.of(
            "Ieri Alder e Fisio hanno scritto. Lo dice l\u2019Associazione, e Associazione tace.");
    ArticleVersion a = Texts.inLanguage("it", before);
    ArticleVersion b = Texts.inLanguage("it", after);
    JudgedRevision judged = JudgedRevision.of(a, b, Differs.standard().diff(a, b));
    assertThat(Differs.labeller().label(judged, List.of()))
        .extracting(Label::kind)
        .doesNotContain(Label.Kind.NAME)
        .contains(Label.Kind.WORDING);
  }
}
