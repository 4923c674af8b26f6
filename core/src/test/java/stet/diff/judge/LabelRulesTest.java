package stet.diff.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.diff.judge.Labelled.REST;
import static stet.diff.judge.Labelled.guessed;
import static stet.diff.judge.Labelled.ids;
import static stet.diff.judge.Labelled.in;
import static stet.diff.judge.Labelled.label;
import static stet.diff.judge.Labelled.labels;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.ArticleVersion;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.Texts;

/** The rules on small edits of a made-up story, and the edits at which other programs stumble. */
class LabelRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The blast left 12 killed, officials said.|The blast left 47 killed, officials"
            + " said.|number",
        "He was given 3 months in jail.|He was given 30 months in jail.|number",
        "The firm posted a loss.|The firm posted a record profit and denied"
            + " wrongdoing.|negation,death-or-guilt",
        "The report clears the mayor.|The report finds the mayor guilty.|death-or-guilt",
        "The mayor did take the money.|The mayor did not take the money.|negation",
        "The attacker was seen.|The alleged attacker was seen.|hedge",
        "The ferry sank.|The ferry sank, according to witnesses.|attribution",
        "She said “it was a mistake” twice.|She said “it was a misjudgement” twice.|quotation",
        "They met Alan Brook at noon.|They met Alan Marsh at noon.|name",
        "It opens on 12 March next year.|It opens on 14 March next year.|date-time",
        "It opens on Monday.|It opens on Friday.|date-time",
        "The quay is long.|The quay is wide.|wording",
        "Read https://example.org/a today.|Read https://example.org/b today.|link",
        "The quay is long|The quay is long.|typography",
        "The Quay is long.|The quay is long.|typography",
        "Updated 1 hour ago|Updated 2 hours ago|clock",
      })
  void oneEdit(String before, String after, String expected) {
    Set<String> ids = ids(labels(List.of(before, REST), List.of(after, REST)));
    assertThat(ids).contains(expected.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es|El alcalde dijo que sí.|El alcalde negó todo.|negation,attribution",
        "es|El autor huyó.|El presunto autor huyó.|hedge",
        "fr|Le suspect est mort hier.|Le suspect est blessé hier.|death-or-guilt",
        "fr|Il a parlé lundi.|Il a parlé jeudi.|date-time",
        "de|Der Täter floh.|Der mutmaßliche Täter floh.|hedge",
        "de|Er hat das getan.|Er hat das nicht getan.|negation",
        "pt|Ele aceitou a oferta.|Ele não aceitou a oferta.|negation",
        "hi|हादसे में 12 लोग घायल हुए।|हादसे में 47 लोग घायल हुए।|number",
        "hi|उसने पैसे लिए।|उसने पैसे नहीं लिए।|negation",
        "ru|Он взял деньги.|Он не взял деньги.|negation",
        "ja|負傷者は12人だった。|負傷者は47人だった。|number,partly-judged",
      })
  void otherLanguages(String language, String before, String after, String expected) {
    ArticleVersion a = in(language, Texts.version(List.of(before)));
    ArticleVersion b = in(language, Texts.version(List.of(after)));
    assertThat(ids(label(a, b, List.of()))).contains(expected.split(","));
  }

  @Test
  void aLanguageThatIsNotKnownHasNoLists() {
    ArticleVersion a = in("", Texts.version(List.of("The mayor said that the quay is long.")));
    ArticleVersion b = in("", Texts.version(List.of("The mayor denied that the quay is long.")));
    assertThat(label(a, b, List.of())).contains(new Label(Kind.PARTLY_JUDGED, "language unknown"));
  }

  @Test
  void aGuessedLanguageHasItsLists() {
    ArticleVersion a = guessed("de", Texts.version(List.of("Er hat das getan.")));
    ArticleVersion b = guessed("de", Texts.version(List.of("Er hat das nicht getan.")));
    assertThat(ids(label(a, b, List.of()))).contains("negation").doesNotContain("partly-judged");
  }

  @Test
  void aGuessedLanguageWithoutListsIsSaidToBeGuessed() {
    ArticleVersion a = guessed("sv", Texts.version(List.of("Hamnen är öppen.")));
    ArticleVersion b = guessed("sv", Texts.version(List.of("Hamnen är stängd.")));
    assertThat(label(a, b, List.of()))
        .contains(new Label(Kind.PARTLY_JUDGED, "sv, guessed from the text"));
  }

  /** Templates are copied with their tag. */
  @Test
  void aTagThatThePlainTextContradictsIsNotBelieved() {
    String english =
        "The port said that it was shut on Saturday, and that there will be ferries from the quay"
            + " to the island as long as it is not safe to cross on foot or by car. ";
    ArticleVersion a = in("mt", Texts.version(List.of(english, "The quay is long.")));
    ArticleVersion b = in("mt", Texts.version(List.of(english, "The quay is wide.")));
    assertThat(ids(label(a, b, List.of()))).doesNotContain("partly-judged");
  }

  @Test
  void timesThatThePageKeepsAreCosmetic() {
    List<Label> labels =
        labels(List.of("Updated 1 hour ago", REST), List.of("Updated 2 hours ago", REST));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.COSMETIC);
    labels = labels(List.of("12 comments", REST), List.of("15 comments", REST));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.COSMETIC);
    labels = labels(List.of("12 people were hurt.", REST), List.of("15 people were hurt.", REST));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.NO_UPDATE_TIME);
  }

  @Test
  void aFullStopThatComesAndGoesIsCosmeticAndOscillates() {
    ArticleVersion with = Texts.version(List.of("The quay is long.", REST));
    ArticleVersion without = Texts.version(List.of("The quay is long", REST));
    List<Label> labels = label(with, without, List.of(with, without));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.COSMETIC);
    assertThat(ids(labels)).contains("revert", "oscillation", "typography");
  }

  @Test
  void aReturnNamesTheVersion() {
    ArticleVersion one = Texts.version(List.of("The quay is long.", REST));
    ArticleVersion two = Texts.version(List.of("The quay is closed.", REST));
    List<Label> labels = label(two, one, List.of(one));
    assertThat(labels).contains(new Label(Kind.REVERT, "text of version 1"));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.NO_UPDATE_TIME);
  }

  @Test
  void everyLanguageHasEveryList() {
    assertThat(WordLists.languages()).contains("en", "es", "fr", "de", "pt", "hi");
    for (String language : WordLists.languages()) {
      for (WordLists.Name name : WordLists.Name.values()) {
        assertThat(WordLists.of(language).orElseThrow().get(name)).as(language + name).isNotEmpty();
      }
    }
  }
}
