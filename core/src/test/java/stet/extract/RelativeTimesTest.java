package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.StatedDate;
import stet.extract.read.Extractors;

/** A time told from the moment of the visit differs in each capture and makes no version. */
class RelativeTimesTest {
  private final Extractor extractor = Extractors.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Updated 2 hours ago",
        "2 days ago",
        "Last updated: 2 minutes ago",
        "By Ann Lee, 2 hours ago",
        "Yesterday at 10:52 pm",
        "vor 2 Stunden",
        "Aktualisiert vor 2 Minuten",
        "Heute, 10:52 Uhr",
        "il y a 2 heures",
        "hace 2 horas",
        "há 2 horas",
        "2 ore fa",
        "2 uur geleden",
        "för 2 timmar sedan",
        "2 saat önce",
        "2 часа назад",
        "2 godziny temu",
        "2時間前",
        "2小时前",
        "2시간 전",
        "منذ 2 ساعات",
        "2 घंटे पहले",
        "2 jam yang lalu",
        "2 giờ trước"
      })
  void theSameStoryLaterIsTheSameVersion(String line) {
    ArticleVersion first = read(line, "");
    ArticleVersion later = read(line.replace('2', '5'), "");
    assertThat(ArticleDigest.compared(later)).isEqualTo(ArticleDigest.compared(first));
    assertThat(first.body()).extracting(Block::text).doesNotContain(line);
    assertThat(first.dates()).allMatch(date -> date.form() == StatedDate.Form.AGO);
  }

  @Test
  void suchWordsAmidTheStoryAreText() {
    String told = "He left the county 2 years ago and has not been seen on the bridge since then.";
    assertThat(read("By Ann Lee", told).body()).extracting(Block::text).contains(told);
  }

  private ArticleVersion read(String line, String more) {
    String page =
        "<title>Bridge over the Ler reopens after eleven months</title><article>"
            + "<h1>Bridge over the Ler reopens after eleven months</h1><p>"
            + line
            + "</p><p>The bridge over the Ler was opened to cars again this morning, eleven months"
            + " after a barge had struck its middle pier and the county closed it.</p><p>The repair"
            + " cost four million crowns, one million more than the county had set aside, and the"
            + " rest is to come from a toll.</p><p>"
            + more
            + "</p></article>";
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    Instant at = Instant.parse("2024-03-11T12:00:00Z");
    Extraction read =
        extractor.extract(new Page("https://gazette.example/bridge", "text/html", at, "", bytes));
    return ((Extraction.Article) read).version();
  }
}
