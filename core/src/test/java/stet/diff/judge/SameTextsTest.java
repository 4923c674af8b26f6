package stet.diff.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stet.article.ArticleVersion;
import stet.diff.Texts;

/** What the index says is what holding each version against each says. */
class SameTextsTest {
  /** In pairs of one hash, as Java reckons them. */
  private static final List<String> WORDS = List.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "crane");

  private static List<ArticleVersion> versions(Random random) {
    List<ArticleVersion> versions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<String> paragraphs = new ArrayList<>();
      for (int k = random.nextInt(2); k >= 0; k--) {
        paragraphs.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      versions.add(Texts.version(paragraphs));
    }
    return versions;
  }

  @Test
  void findsWhatHoldingEachAgainstEachFinds() {
    Random random = new Random(5);
    List<ArticleVersion> versions = versions(random);
    SameTexts texts = new SameTexts(n -> versions.get(n - 1));
    for (int asked = 0; asked < 500; asked++) {
      int last = random.nextInt(versions.size() + 1);
      ArticleVersion version = versions.get(random.nextInt(versions.size()));
      int latest = 0;
      int count = 0;
      for (int n = 1; n <= last; n++) {
        if (Facts.sameText(versions.get(n - 1), version)) {
          latest = n;
          count++;
        }
      }
      assertThat(texts.upTo(last).latest(version)).isEqualTo(latest);
      assertThat(texts.upTo(last).count(version)).isEqualTo(count);
    }
  }

  /** What is not asked for is not read, since a version may have to be fetched. */
  @Test
  void readsEachVersionOnceAndNoneUnasked() {
    List<ArticleVersion> versions = versions(new Random(6));
    List<Integer> read = new ArrayList<>();
    SameTexts texts =
        new SameTexts(
            n -> {
              read.add(n);
              return Texts.version(List.of("version " + n));
            });
    Earlier earlier = texts.upTo(40);
    assertThat(read).isEmpty();
    versions.forEach(earlier::latest);
    assertThat(read).doesNotHaveDuplicates().hasSize(40);
  }
}
