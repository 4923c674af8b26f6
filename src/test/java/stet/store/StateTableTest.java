package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
import stet.article.StatedDate;
import stet.article.Statements;

class StateTableTest {
  private static final StatedDate MADE =
      new StatedDate(
          StatedDate.Role.PUBLISHED,
          "18:45",
          LocalDateTime.of(2026, 3, 14, 18, 45),
          ZoneOffset.UTC,
          StatedDate.Precision.MINUTE,
          "time of the post",
          "");
  private static final LiveBlog POSTS =
      new LiveBlog(
          List.of(new LiveBlog.Post(MADE, "Ferry sails", 0, 2), new LiveBlog.Post(null, "", 2, 1)));

  @TempDir Path dir;

  private static StatedDate in(StatedDate.Role role, StatedDate.Form form, Duration width) {
    return new StatedDate(
        role,
        "2 hours ago",
        LocalDateTime.of(2026, 3, 14, 18, 45),
        ZoneOffset.UTC,
        StatedDate.Precision.MINUTE,
        "visible",
        "",
        form,
        width);
  }

  private static ArticleVersion version(@Nullable LiveBlog blog) {
    return new ArticleVersion(
        new ArticleHead(
            "Storm at Port Merrow",
            "As it happened",
            new Byline("By Ada Quill", List.of("Ada Quill")),
            "Port Merrow",
            "Harbour"),
        new ArticleContent(
            List.of(
                new Block.Subhead("Ferry sails", 2, ""),
                new Block.Paragraph("The ferry left with sixty people.", ""),
                new Block.ListItem("Sixty on board", 1, false, "")),
            List.of(new Caption("The ferry", "Ada Quill")),
            List.of(new Image("https://a.example/ferry.jpg", "A ferry")),
            blog),
        Statements.of(
            List.of(new Notice(Notice.Kind.CORRECTION, "It was sixty, not six.", null)),
            List.of(
                MADE,
                in(StatedDate.Role.UPDATED, StatedDate.Form.AGO, Duration.ofMinutes(91)),
                in(StatedDate.Role.REVIEWED, StatedDate.Form.CLOCK, Duration.ZERO))),
        "en",
        "https://a.example/storm",
        "test");
  }

  @Test
  void aStateIsReadAsItWasWritten() {
    try (Store store = Store.open(dir.resolve("stet.db"))) {
      StateTable states = store.tables().states();
      for (ArticleVersion state :
          List.of(version(null), version(POSTS), version(new LiveBlog(List.of())))) {
        long id = states.idOf(state);
        states.forget();
        assertThat(states.get(id).dates()).isEqualTo(state.dates());
        assertThat(states.get(id).liveBlog()).isEqualTo(state.liveBlog());
        assertThat(ArticleDigest.full(states.get(id))).isEqualTo(ArticleDigest.full(state));
        assertThat(states.idOf(state)).isEqualTo(id);
      }
    }
  }

  @Test
  void howALiveBlogIsPartedMakesNoOtherVersion() {
    assertThat(ArticleDigest.compared(version(POSTS)))
        .isEqualTo(ArticleDigest.compared(version(null)));
    assertThat(ArticleDigest.full(version(POSTS))).isNotEqualTo(ArticleDigest.full(version(null)));
  }
}
