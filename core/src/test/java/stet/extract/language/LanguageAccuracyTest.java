package stet.extract.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stet.extract.language.LanguageScore.Outcome;
import stet.extract.language.LanguageScore.Part;

/**
 * Floors under how many real texts are told, and how seldom another language is told than the page
 * states. The bounds of the guess were chosen on half 0; half 1 had no part in it. Pages that state
 * a language which they are not in, such as pages of a translation that nobody translated, count as
 * wrong, too: nearly all that do are such.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageAccuracyTest {
  private static final Path DATA = Path.of("../shared/data");

  private final LanguageScore score = new LanguageScore();
  private boolean read;

  private LanguageScore score() throws IOException {
    assumeTrue(Files.isDirectory(DATA.resolve("extract")), "../shared/data/extract is not here");
    assumeTrue(Files.isDirectory(DATA.resolve("versions")), "../shared/data/versions is not here");
    if (!read) {
      for (String set : List.of("fundus", "htmldate-news", "mcmetadata", "postlight")) {
        score.labelled(DATA.resolve("extract").resolve(set));
      }
      for (String set :
          List.of("swissgov-press", "ruby-news", "letsencrypt", "de-headlines", "bbc-headlines")) {
        score.versions(DATA.resolve("versions").resolve(set));
      }
      read = true;
    }
    return score;
  }

  private Outcome of(int half, Part part) throws IOException {
    return score().outcome(half, part, LanguageGuess::of);
  }

  @Test
  void moreThanHalfASentenceIsTold() throws IOException {
    for (int half = 0; half < 2; half++) {
      Outcome outcome = of(half, Part.CHARACTERS_200);
      assertThat(outcome.share()).as("half %d of %d", half, outcome.texts()).isGreaterThan(0.95);
      assertThat(outcome.wrong()).as("%s", outcome.other()).isLessThan(0.04);
    }
  }

  @Test
  void longTextsAreTold() throws IOException {
    for (int half = 0; half < 2; half++) {
      Outcome outcome = of(half, Part.CHARACTERS_500);
      assertThat(outcome.share()).as("half %d of %d", half, outcome.texts()).isGreaterThan(0.95);
      assertThat(outcome.wrong()).as("%s", outcome.other()).isLessThan(0.04);
    }
  }

  @Test
  void whatIsShortIsLeftOpenRatherThanToldWrongly() throws IOException {
    for (int half = 0; half < 2; half++) {
      assertThat(of(half, Part.HEADLINE).wrong()).as("half %d", half).isLessThan(0.03);
      assertThat(of(half, Part.CHARACTERS_100).wrong()).as("half %d", half).isLessThan(0.03);
    }
  }
}
