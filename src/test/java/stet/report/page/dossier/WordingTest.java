package stet.report.page.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.diff.Label;

/** Every language says all that the others say. */
class WordingTest {
  private static final Object[] VALUES = {"ä0", "ä1", "ä2", "ä3", "ä4", "ä5", "ä6"};

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void nothingIsMissing(String language) {
    Wording words = Wording.in(language);
    assertThat(words.names()).isEqualTo(Wording.in("en").names());
    for (Label.Kind kind : Label.Kind.values()) {
      assertThat(words.label(kind)).as(kind.id()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void theSamePlacesAreFilledIn(String language) {
    Wording english = Wording.in("en");
    Wording other = Wording.in(language);
    for (String name : english.names()) {
      assertThat(filled(other, name)).as(name).isEqualTo(filled(english, name));
    }
  }

  /** Which values are shown; those of which a form depends are numbers. */
  private static Set<String> filled(Wording words, String name) {
    Set<String> filled = new TreeSet<>();
    for (int i = 0; i < VALUES.length; i++) {
      Object[] numbers = new Object[VALUES.length];
      for (int k = 0; k < numbers.length; k++) {
        numbers[k] = k == i ? 777 : 5;
      }
      if (words.of(name, numbers).contains("777")) {
        filled.add("" + i);
      }
    }
    return filled;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | articles | 0    | no article
          en | articles | 1    | one article
          en | articles | 2    | 2 articles
          en | days     | 1    | 1 day
          en | days     | 7    | 7 days
          de | articles | 1    | ein Artikel
          de | articles | 1234 | 1.234 Artikel
          fr | days     | 1    | 1 jour
          fr | articles | 2    | 2 articles
          es | days     | 30   | 30 días
          """)
  void numbersHaveTheirForms(String language, String name, long number, String text) {
    assertThat(Wording.in(language).of(name, number, 0)).startsWith(text);
  }

  @Test
  void noIntervalIsToldNarrowerThanItIs() {
    assertThat(Wording.in("en").interval(0.119, 0.201))
        .isEqualTo("11\u00a0%\u00a0to\u00a021\u00a0%");
  }
}
