package stet.notify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.LiveBlog;
import stet.article.Statements;
import stet.notify.match.Passage.Texts;

/** A passage is passed over only where it cannot have come or gone. */
class PassageLawsTest {
  private static final List<String> WORDS = List.of("ferry", "dock", "sank", "at", "dawn");

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(5).map(w -> String.join(" ", w));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return sentences().list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> passages() {
    return sentences().list().ofMinSize(1).ofMaxSize(2).map(s -> String.join(" … ", s));
  }

  @Property(tries = 2_000)
  void whatComesOrGoesIsNeverPassedOver(
      @ForAll("texts") List<String> before,
      @ForAll("texts") List<String> after,
      @ForAll("passages") String sought) {
    ArticleVersion old = version(before);
    ArticleVersion now = version(after);
    Passage passage = new Passage(sought);
    if (passage.standsIn(Texts.of(old)) != passage.standsIn(Texts.of(now))) {
      assertThat(passage.mayDiffer(Texts.changed(old, now))).isTrue();
    }
    assertThat(passage.mayDiffer(Texts.changed(old, old))).isFalse();
  }

  private static ArticleVersion version(List<String> texts) {
    List<Block> body = texts.stream().map(Block.Paragraph::new).collect(Collectors.toList());
    return new ArticleVersion(
        new ArticleHead(texts.get(0), "", new Byline("", List.of()), "", ""),
        new ArticleContent(body, List.of(), List.of(), new LiveBlog(List.of(), false)),
        Statements.of(List.of(), List.of()),
        "en",
        "https://courier.example/story",
        "test/1");
  }
}
