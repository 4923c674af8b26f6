package stet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Statements;
import stet.diff.standard.Differs;

class SentencePairsTest {
  private static ArticleVersion version(String... paragraphs) {
    List<Block> body = new ArrayList<>();
    for (String p : paragraphs) {
      body.add(new Block.Paragraph(p));
    }
    return new ArticleVersion(
        ArticleHead.of("Crane"), ArticleContent.of(body), Statements.NONE, "en", "", "test");
  }

  private static List<String> pairs(ArticleVersion before, ArticleVersion after) {
    return SentencePairs.of(before, after, Differs.standard().diff(before, after)).pairs().stream()
        .map(p -> p.operation() + " " + p.oldIndex() + " " + p.newIndex())
        .toList();
  }

  @Test
  void eachSentenceOfBothTextsIsToldOnce() {
    ArticleVersion before =
        version(
            "The harbour office of Quellmund said that Mr. Hansen had left. Nobody was hurt.",
            "The council meets on Tuesday evening to decide who pays for the new crane.",
            "The old crane had stood on the western quay since the year of the great flood.");
    ArticleVersion after =
        version(
            "The harbour office of Quellmund said that Mr. Hansen had been dismissed. Nobody was"
                + " hurt.",
            "A ferry will run at night.",
            "The council meets on Tuesday evening to decide who pays for the new crane.");
    assertThat(pairs(before, after))
        .containsExactly(
            "EDITED 0 0", "UNCHANGED 1 1", "ADDED -1 2", "UNCHANGED 2 3", "DELETED 3 -1");
  }

  @Test
  void aSentenceThatMovedIsNoDeletionAndAddition() {
    String moved = "The old crane had stood on the western quay since the year of the great flood.";
    String first = "The harbour office of Quellmund said that the second crane would come down.";
    String second = "The council meets on Tuesday evening to decide who pays for the new crane.";
    String third = "Ships of the line to the islands will leave from the eastern quay until then.";
    assertThat(pairs(version(moved, first, second, third), version(first, second, third, moved)))
        .contains("MOVED 0 3")
        .noneMatch(p -> p.startsWith("ADDED") || p.startsWith("DELETED"));
  }
}
