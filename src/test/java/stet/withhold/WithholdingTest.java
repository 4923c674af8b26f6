package stet.withhold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.article.ArticleContent;
import stet.article.ArticleDigest;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Image;
import stet.article.LiveBlog;
import stet.article.Notice;
import stet.article.Statements;
import stet.capture.Digest;
import stet.withhold.Withheld.Scope;

class WithholdingTest {
  private static final Instant SINCE = Instant.parse("2026-04-02T09:00:00Z");
  private static final String HERE = "https://courier.example/a";
  private static final String SAID = "The old pier";

  static Withheld passage(String words) {
    return mark(1, Scope.PASSAGE, Set.of(), Set.of(), words, null);
  }

  private static Withheld mark(
      int id,
      Scope scope,
      Set<String> payloads,
      Set<String> states,
      String words,
      @Nullable Instant erased) {
    return new Withheld(
        id,
        scope,
        HERE,
        0,
        Set.of(HERE),
        payloads,
        states,
        words.isEmpty() ? List.of() : List.of(PassageDigest.of(words, "salt")),
        Reason.COURT_ORDER,
        "file 12",
        SINCE,
        erased);
  }

  /** Says the words in every field that has any. */
  private static ArticleVersion everywhere() {
    return new ArticleVersion(
        new ArticleHead(SAID, SAID, new Byline("By " + SAID, List.of(SAID)), SAID, SAID),
        new ArticleContent(
            List.of(
                new Block.Paragraph("It was " + SAID + "."),
                new Block.Subhead(SAID, 2),
                new Block.Quote(SAID),
                new Block.ListItem(SAID, 1, true)),
            List.of(new Caption(SAID, SAID)),
            List.of(new Image("https://x.example/the-old-pier.jpg", SAID)),
            new LiveBlog(List.of(new LiveBlog.Post(null, SAID, 0, 1)), false)),
        Statements.of(List.of(new Notice(Notice.Kind.CORRECTION, SAID, null)), List.of()),
        "en",
        "https://courier.example/the-old-pier",
        "test/1");
  }

  private static Withholding.Page page(String address, ArticleVersion version) {
    return new Withholding.Page(
        Set.of(address), Digest.of("bytes"), new byte[0], "text/html", version);
  }

  @Test
  void noFieldTellsThePassage() {
    Withholding all = new Withholding(List.of(passage("the old pier")));
    Withholding.Found found = all.screen(page(HERE, everywhere())).orElseThrow();
    assertThat(found.whole()).isFalse();
    assertThat(String.valueOf(found.version()).toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("old pier", "old-pier")
        .contains("it was [withheld: court order, since 2026-04-02].");
    assertThat(all.screen(page("https://courier.example/b", everywhere()))).isEmpty();
  }

  @Test
  void aVersionIsKnownByItsTextAndByItsBytes() {
    String state = ArticleDigest.compared(everywhere());
    Withheld byText = mark(1, Scope.VERSION, Set.of(), Set.of(state), "", null);
    Withheld byBytes = mark(1, Scope.VERSION, Set.of(Digest.of("bytes").hex()), Set.of(), "", null);
    for (Withheld mark : List.of(byText, byBytes)) {
      Withholding all = new Withholding(List.of(mark));
      assertThat(all.screen(page(HERE, everywhere())).orElseThrow().whole()).isTrue();
    }
    // The same bytes under another address say the same.
    assertThat(new Withholding(List.of(byBytes)).screen(page("https://m.example/", everywhere())))
        .isPresent();
    assertThat(new Withholding(List.of(byText)).screen(page("https://m.example/", everywhere())))
        .isEmpty();
  }

  @Test
  void theFileKeepsAllOfItAndNoWords(@TempDir Path home) throws IOException {
    WithheldFile file = new WithheldFile(home);
    assertThat(file.read().isEmpty()).isTrue();
    assertThat(file.fingerprint()).isEmpty();
    Withholding all =
        Withholding.NONE
            .with(passage("the old pier"))
            .with(mark(2, Scope.VERSION, Set.of("ab"), Set.of("cd"), "", SINCE));
    file.write(all);
    assertThat(file.read()).isEqualTo(all);
    assertThat(file.fingerprint()).isNotEmpty();
    assertThat(Files.readString(home.resolve(WithheldFile.NAME))).doesNotContain("pier");
    file.write(all.without(1));
    assertThat(file.read().marks()).hasSize(1);
  }

  @Test
  void aDamagedFileShowsNothing(@TempDir Path home) throws IOException {
    for (String text : List.of("{", "[]", "{\"format\":2}", "{\"format\":1,\"withheld\":[{}]}")) {
      Files.writeString(home.resolve(WithheldFile.NAME), text);
      assertThatThrownBy(() -> new WithheldFile(home).read())
          .as(text)
          .isInstanceOf(WithheldFile.Unreadable.class)
          .hasMessageContaining("withheld.json");
    }
  }
}
