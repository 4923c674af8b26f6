package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stet.diff.Label;
import stet.timeline.Timeline;

/** Which pages of the lists of all articles a change rewrites. */
class ArticleListsTest extends UpdatedSite {
  private static Story story(String key, int minute) {
    return new Story(key, "outlet-" + minute % 2 + ".example")
        .headline("Story " + key)
        .text("It was seen.")
        .seen(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute).toString());
  }

  /**
   * Updates the site; tells which pages of the lists of all articles were made, differ or are gone.
   */
  private List<String> changedLists(List<Timeline> timelines) throws IOException {
    Map<String, String> before = files(dir);
    update(timelines);
    Map<String, String> now = files(dir);
    return Stream.concat(before.keySet().stream(), now.keySet().stream())
        .distinct()
        .filter(n -> n.contains("seen-") && !Objects.equals(now.get(n), before.get(n)))
        .map(n -> n.replaceFirst("o/outlet-(.).*-seen", "$1"))
        .sorted()
        .toList();
  }

  /**
   * A change rewrites the pages with its row, a new article the last; what comes late moves some.
   */
  @Test
  void theListOfAllArticlesDoesNotMove() throws IOException {
    List<Timeline> many = new ArrayList<>();
    for (int i = 0; i < 1_199; i++) {
      many.add(story("story-" + i, 2 * i).timeline());
    }
    update(many);
    assertThat(files(dir)).containsKeys("articles-seen-6.html", "articles-silent-5.html");

    Timeline changed =
        story("story-450", 900)
            .text("It was seen again.")
            .seen("2027-01-01T00:00:00Z", Label.Kind.SILENT)
            .timeline();
    many.set(450, changed);
    assertThat(changedLists(many)).containsExactly("0-3.html", "articles-seen-3.html");

    many.add(story("story-new", 3_000).timeline());
    assertThat(changedLists(many)).containsExactly("0-6.html", "articles-seen-6.html");
    many.add(story("story-newer", 3_002).timeline());
    assertThat(changedLists(many))
        .as("the page before gets a link to the one that is new")
        .containsExactly("0-6.html", "0-7.html", "articles-seen-6.html", "articles-seen-7.html");

    many.add(story("story-late", 1_601).timeline());
    assertThat(changedLists(many))
        .as("what was seen before others that are here")
        .containsExactly("articles-seen-5.html", "articles-seen-6.html", "articles-seen-7.html");
    many.remove(1_100);
    many.remove(1_099);
    assertThat(changedLists(many))
        .containsExactly("0-6.html", "0-7.html", "articles-seen-6.html", "articles-seen-7.html");
    assertSameAsWhole(many);
  }
}
