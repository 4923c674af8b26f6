package stet.diff.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stet.article.ArticleContent;
import stet.article.ArticleVersion;
import stet.article.LiveBlog;
import stet.article.StatedDate;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.Texts;
import stet.diff.rank.Age;
import stet.diff.rank.Part;
import stet.diff.rank.Weights;
import stet.diff.standard.Differs;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;

/** A made-up live blog: every post is a line of what it says, the newest first. */
class LivePostsTest {
  private static final String STORM = "The storm reached Port Merrow and the ferry stayed in port.";
  private static final String QUAY = "The harbour office closed the old quay to all visitors.";
  private static final String CALM = "The wind went down and the first boats left the harbour.";

  private static ArticleVersion blog(String headline, String... posts) {
    ArticleVersion v = Texts.version(headline, List.of(posts), List.of(), List.of());
    List<LiveBlog.Post> parts = new ArrayList<>();
    for (int i = 0; i < posts.length; i++) {
      parts.add(new LiveBlog.Post(made(20 - (posts.length - i)), "", i, 1));
    }
    return live(v, new LiveBlog(parts));
  }

  private static ArticleVersion live(ArticleVersion v, LiveBlog blog) {
    return new ArticleVersion(
        v.head(),
        new ArticleContent(v.body(), v.captions(), v.images(), blog),
        v.statements(),
        v.language(),
        v.canonicalUrl(),
        v.extractor());
  }

  private static StatedDate made(int hour) {
    return new StatedDate(
        StatedDate.Role.PUBLISHED,
        hour + ":00",
        LocalDateTime.of(2026, 3, 14, hour, 0),
        ZoneOffset.UTC,
        StatedDate.Precision.MINUTE,
        "time of the post",
        "");
  }

  private static JudgedRevision judged(ArticleVersion before, ArticleVersion after) {
    return JudgedRevision.of(before, after, Differs.standard().diff(before, after));
  }

  private static List<Label> labels(JudgedRevision judged) {
    return Differs.labeller().label(judged, List.of());
  }

  private static Optional<String> detail(JudgedRevision judged, Kind kind) {
    return labels(judged).stream().filter(l -> l.kind() == kind).map(Label::detail).findFirst();
  }

  @Test
  void aNewPostIsTheCourseOfALiveBlog() {
    JudgedRevision judged = judged(blog("Storm", QUAY, STORM), blog("Storm", CALM, QUAY, STORM));
    assertThat(detail(judged, Kind.LIVE_POST)).contains("one post");
    assertThat(detail(judged, Kind.POST_EDITED)).isEmpty();
    assertThat(detail(judged, Kind.LEDE)).isEmpty();
    assertThat(Summary.of(judged, labels(judged)).lines())
        .extracting(Summary.Line::text)
        .contains("One post added.")
        .noneMatch(text -> text.contains("aragraph"));
    assertThat(Telling.of(judged, labels(judged), Age.UNKNOWN, Weights.STANDARD).parts())
        .extracting(Part::id)
        .doesNotContain("silent", "no-update-time", "added", "place");
  }

  @Test
  void anEditOfAnOldPostIsToldWithItsTime() {
    JudgedRevision judged =
        judged(
            blog("Storm", QUAY, STORM),
            blog("Storm", CALM, QUAY, STORM.replace("stayed in port", "sailed at noon")));
    assertThat(detail(judged, Kind.LIVE_POST)).contains("one post");
    assertThat(detail(judged, Kind.POST_EDITED)).contains("the post of 2026-03-14T19:00Z");
    assertThat(
            Telling.of(judged, labels(judged), Age.UNKNOWN, Weights.of("no-update-time 6")).parts())
        .extracting(Part::id)
        .contains("no-update-time");
  }

  @Test
  void anotherHeadlineOfALiveBlogTellsLessThanThatOfAStory() {
    ArticleVersion before = blog("Storm reaches Port Merrow", QUAY, STORM);
    ArticleVersion after = blog("Ferry sails as wind goes down", QUAY, STORM);
    int live = score(judged(before, after));
    int story = score(judged(live(before, null), live(after, null)));
    assertThat(live).isPositive().isLessThan(story / 2);
  }

  private static int score(JudgedRevision judged) {
    return Telling.of(judged, labels(judged), Age.UNKNOWN, Weights.STANDARD).score();
  }

  @Test
  void manyEditedPostsAreCounted() {
    List<String> posts = Stream.of(CALM, QUAY, STORM).collect(Collectors.toList());
    ArticleVersion before = blog("Storm", posts.toArray(String[]::new));
    posts.replaceAll(text -> text.replace("the", "this"));
    JudgedRevision judged = judged(before, blog("Storm", posts.toArray(String[]::new)));
    assertThat(detail(judged, Kind.POST_EDITED))
        .hasValueSatisfying(words -> assertThat(words).endsWith("and two others"));
  }
}
