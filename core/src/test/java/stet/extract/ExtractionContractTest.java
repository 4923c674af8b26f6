package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.SealedContract;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Cut;
import stet.article.Statements;
import stet.capture.EnumId;

class ExtractionContractTest extends SealedContract<Extraction> {
  private static final ArticleVersion VERSION =
      new ArticleVersion(
          ArticleHead.of("Bridge shut"),
          ArticleContent.of(List.of(new Block.Paragraph("The bridge is shut."))),
          Statements.NONE,
          "en",
          "",
          "test/1");

  ExtractionContractTest() {
    super(Extraction.class);
  }

  @Override
  protected List<Extraction> samples() {
    List<Extraction> all = new ArrayList<>();
    all.add(new Extraction.Article(VERSION, List.of()));
    all.add(
        new Extraction.Article(
            VERSION, new Cut(List.of(Cut.Sign.values()), "Read more", 900), List.of()));
    for (Extraction.Reason reason : Extraction.Reason.values()) {
      all.add(new Extraction.NotAnArticle(reason, "it says so"));
    }
    return all;
  }

  /** Reasons are stored by name. */
  @Test
  void everyReasonIsReadByItsName() {
    for (Extraction.Reason reason : Extraction.Reason.values()) {
      assertThat(EnumId.read(Extraction.Reason.class, EnumId.of(reason))).isEqualTo(reason);
    }
  }
}
