package stet.diff.hunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.ArticleVersion;
import stet.diff.BodyText;
import stet.diff.Faults;
import stet.diff.VersionTexts;

/** Every revision of real versions, near or far, spells both texts and nothing was undone. */
class SpellingTest {
  private static final String SPAIN =
      "govuk-news/news--information-and-events-for-british-citizens-in-spain";

  private static final Map<String, List<ArticleVersion>> READ = new HashMap<>();

  /** A capitalised word of the new text was taken for a whole line of both. */
  @ParameterizedTest(name = "{0} against {1}")
  @CsvSource({"1,48", "18,37", "5,48", "8,57", "23,44"})
  void farVersionsOfALongListSpellTheirTexts(int old, int fresh) {
    List<ArticleVersion> versions = versions(SPAIN);
    assertThat(versions).hasSizeGreaterThanOrEqualTo(57);
    check(versions.get(old - 1), versions.get(fresh - 1));
  }

  @ParameterizedTest
  @CsvSource({
    SPAIN,
    "hafnia-times/_posts--2014-09-14-danish-polls.markdown",
    "nodejs/ar--docs--guides--abi-stability.md",
  })
  void versionsInAnyOrderSpellTheirTexts(String article) {
    List<ArticleVersion> versions = versions(article);
    Random random = new Random(7);
    for (int k = 0; k < 30; k++) {
      check(
          versions.get(random.nextInt(versions.size())),
          versions.get(random.nextInt(versions.size())));
    }
  }

  private static List<ArticleVersion> versions(String article) {
    Path folder = VersionTexts.DATA.resolve(article);
    assumeTrue(Files.isDirectory(folder), "the versions are not here: " + folder);
    return READ.computeIfAbsent(article, a -> new VersionTexts().versions(folder));
  }

  private static void check(ArticleVersion old, ArticleVersion fresh) {
    assertThat(Faults.of(BodyText.of(old), BodyText.of(fresh))).isEqualTo(new Faults(true, 0));
  }
}
