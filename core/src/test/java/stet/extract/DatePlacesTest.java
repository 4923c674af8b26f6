package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.extract.read.Extractors;

/**
 * Which of a page's dates are the article's. The pages are fictional and were captured at 14:00 UTC
 * on 5 March 2024; {@code TEXT} stands for the headline and the story.
 */
class DatePlacesTest {
  private static final String TEXT =
      "<h1>Bridge over the Ler reopens</h1><p>The bridge over the Ler was opened to cars again this"
          + " morning, eleven months after a barge had struck its middle pier.</p><p>The repair"
          + " cost four million crowns, one million more than the county had set aside for it.</p>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // another's dates
        "TEXT<div class='comments-area'><ol><li class='comment'><time"
            + " datetime='2024-03-04T10:00Z'>4 March 2024</time><p>Fine.</p></li></ol></div> ~"
            + " none",
        "TEXT<section id='disqus'><p>Peter, 4 March 2024 at 10:00</p></section> ~ none",
        "<figure><img src='/a.jpg'><figcaption>The bridge, 24 February"
            + " 2024</figcaption></figure>TEXT ~ none",
        "TEXT<div class='picBox full'><img src='/b.jpg'><p>The bridge on 24 February"
            + " 2024</p></div><ul><li>Date 05.03.2024</li></ul> ~ PUBLISHED 2024-03-05",
        "TEXT<p>Available until 4 March 2024</p> ~ none",
        "TEXT<p>Event date: 2 March 2024</p> ~ none",
        "TEXT<p>Verfügbar bis 04.03.2024</p> ~ none",
        // the article's own
        "<div class='post has-comments'>TEXT<p class='date'>4 March 2024</p></div> ~ PUBLISHED"
            + " 2024-03-04",
        "<div class='photo-story'><p>4 March 2024</p>TEXT</div> ~ PUBLISHED 2024-03-04",
        "TEXT<div class='PublishDate ArticleHeaderComment_publishDate'>4 March 2024</div> ~"
            + " PUBLISHED 2024-03-04",
        // an instant of UTC on the page's own clock
        "<meta property='article:published_time' content='2024-03-05T02:11:03Z'>TEXT<time"
            + " datetime='2024-03-04T21:11:03-05:00'>March 4, 2024</time> ~ PUBLISHED"
            + " 2024-03-04T21:11:03-05:00",
        "<meta property='article:published_time' content='2024-03-05T09:11:03Z'>TEXT<p>5 March"
            + " 2024, 10:11 CET</p> ~ PUBLISHED 2024-03-05T10:11:03+01:00",
        "<meta property='article:published_time' content='2024-03-05T09:11:03Z'>TEXT<time"
            + " datetime='2024-03-04T10:30:00+01:00'>4 March</time> ~ PUBLISHED"
            + " 2024-03-05T09:11:03Z",
        // a head that repeats the publication, and a line that states an update
        "<meta property='article:published_time' content='2024-03-05T07:00Z'><meta"
            + " property='article:modified_time' content='2024-03-05T07:00Z'>TEXT<p>Updated 12:03"
            + " GMT</p> ~ PUBLISHED 2024-03-05T07:00Z, UPDATED 2024-03-05T12:03Z",
        "<meta property='article:published_time' content='2024-03-05T07:00Z'><meta"
            + " property='article:modified_time' content='2024-03-05T07:05Z'>TEXT<p>Updated 12:03"
            + " GMT</p> ~ PUBLISHED 2024-03-05T07:00Z, UPDATED 2024-03-05T12:03Z",
        "<meta property='article:published_time' content='2024-03-05T07:00Z'><meta"
            + " property='article:modified_time' content='2024-03-05T11:02Z'>TEXT<p>Updated 12:02"
            + " GMT</p> ~ PUBLISHED 2024-03-05T07:00Z, UPDATED 2024-03-05T11:02Z",
        "<meta property='article:published_time' content='2024-03-05T07:00Z'><meta"
            + " property='article:modified_time' content='2024-03-05T12:09Z'>TEXT<p>Updated 2 hours"
            + " ago</p> ~ PUBLISHED 2024-03-05T07:00Z, UPDATED 2024-03-05T12:09Z",
        "<meta property='article:published_time' content='2024-03-05T07:00Z'><meta"
            + " property='article:modified_time' content='2024-03-05T07:05Z'>TEXT<p>Last updated:"
            + " 13:59 GMT</p> ~ PUBLISHED 2024-03-05T07:00Z, UPDATED 2024-03-05T07:05Z",
        "<meta property='article:published_time' content='2023-03-05T07:00Z'>TEXT<p>Updated"
            + " 12:02</p> ~ PUBLISHED 2023-03-05T07:00Z, UPDATED 2023-03-05T12:02Z",
        "TEXT<p>Published 5 March 2024, 07:00 GMT</p><p>Updated 5 March 2024</p> ~ PUBLISHED"
            + " 2024-03-05T07:00Z, UPDATED 2024-03-05",
      })
  void areTheArticlesOwn(String page, String stated) {
    String html =
        "<html lang='en'><title>Bridge over the Ler reopens</title><body>"
            + page.replace("TEXT", "<article>" + TEXT + "</article>");
    Instant at = Instant.parse("2024-03-05T14:00:00Z");
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    Extraction read =
        Extractors.standard().extract(new Page("urn:stet:page", "text/html", at, "", bytes));
    String dates =
        ((Extraction.Article) read)
            .version().dates().stream()
                .map(date -> date.role() + " " + date.iso())
                .collect(Collectors.joining(", "));
    assertThat(dates.isEmpty() ? "none" : dates).isEqualTo(stated);
  }
}
