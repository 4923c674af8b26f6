package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.article.LiveBlog;
import stet.article.StatedDate;
import stet.sqlite.OfTables;

@OfTables("post")
class PostTableContractTest extends StoreContract {
  private static final StatedDate TIME =
      new StatedDate(
          StatedDate.Role.PUBLISHED,
          "18:45",
          LocalDateTime.of(2026, 3, 14, 18, 45),
          ZoneOffset.UTC,
          StatedDate.Precision.MINUTE,
          "time of the post",
          "");

  private PostTable table() {
    return new PostTable(sql);
  }

  private static LiveBlog blog(String headline, boolean more) {
    return new LiveBlog(
        List.of(new LiveBlog.Post(TIME, headline, 0, 2), new LiveBlog.Post(null, "", 2, 1)), more);
  }

  @Test
  void whatIsWrittenIsRead() {
    List<LiveBlog> blogs =
        List.of(
            blog("Ferry sails", false),
            blog("Ferry sails", true),
            new LiveBlog(List.of()),
            new LiveBlog(List.of(), true));
    for (LiveBlog blog : blogs) {
      long state = state(blog.toString());
      table().insertAll(state, blog);
      assertThat(table().ofState(state)).isEqualTo(blog);
    }
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().ofState(99)).isEqualTo(new LiveBlog(List.of()));
  }

  @Test
  void aPostHasItsPlaceInAStateThatIsThere() {
    long state = state("a");
    table().insertAll(state, blog("Ferry sails", false));
    refused(() -> table().insertAll(state, blog("Ferry sails", false)));
    refused(() -> table().insertAll(99, blog("Ferry sails", false)));
  }

  @Test
  void hostileTextSurvives() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      long state = state("a" + i);
      table().insertAll(state, blog(HOSTILE.get(i), true));
      assertThat(table().ofState(state)).isEqualTo(blog(stored(HOSTILE.get(i)), true));
    }
  }
}
