package stet.story;

import java.time.Instant;
import java.util.List;
import stet.SealedContract;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Cut;
import stet.article.Statements;
import stet.capture.Erasure;

class ReadingContractTest extends SealedContract<Reading> {
  private static final ArticleVersion VERSION =
      new ArticleVersion(
          ArticleHead.of("Bridge shut"),
          ArticleContent.of(List.of()),
          Statements.NONE,
          "en",
          "",
          "test/1");

  ReadingContractTest() {
    super(Reading.class);
  }

  @Override
  protected List<Reading> samples() {
    Cut cut = new Cut(List.of(Cut.Sign.values()), "Read more", 0);
    Reading.Other elsewhere = new Reading.Other("redirected-elsewhere", "led to another page");
    return List.of(
        new Reading.Shown(VERSION, null),
        new Reading.Shown(VERSION, cut),
        new Reading.Landed(elsewhere, VERSION, null),
        elsewhere,
        new Reading.Hidden(
            new Erasure(1, "privacy", Instant.parse("2026-04-02T09:00:00Z"), "", "")));
  }
}
