package stet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.timeline.TrackedArticle;

/** What made the rows stands in a table of its own, which is part of each fingerprint. */
@OfTables({"article", "setting"})
class ArticleTableContractTest extends StoreContract {
  @Test
  void whatIsWrittenIsRead() {
    ArticleTable table = tables.articles();
    long b = article("b");
    long a = article("a");
    ArticleTable.Row row = new ArticleTable.Row(a, tracked("a"));
    assertThat(table.idOf(tracked("a"))).isEqualTo(a);
    assertThat(table.get(a)).isEqualTo(tracked("a"));
    assertThat(table.byKey("a")).contains(row);
    assertThat(table.find("a")).contains(row);
    assertThat(table.find(tracked("a").uri())).contains(row);
    assertThat(table.find(Long.toString(a))).contains(row);
    assertThat(table.ids()).containsExactly(a, b);
    assertThat(table.count()).isEqualTo(2);
    assertThat(table.search("COURIER", 1)).containsExactly(row);
    assertThat(tables.lines().rows("", "", EditFilter.ALL, Set.of(), 9))
        .containsExactly(
            new ArticleLines.Row(a, tracked("a"), "", 0, 0, null, null),
            new ArticleLines.Row(b, tracked("b"), "", 0, 0, null, null));
  }

  @Test
  void anArticleIsFoundByAnyOfItsHeadlines() {
    long article = article("a");
    shown(article, capture(tracked("a").uri(), DAWN, "x"), state("Bridge 100% shut"));
    assertThat(tables.articles().search("100% s", 9)).hasSize(1);
    assertThat(tables.articles().search("100_", 9)).isEmpty();
  }

  @Test
  void whatIsAbsentIsEmpty() {
    ArticleTable table = tables.articles();
    assertThat(table.find("nothing")).isEmpty();
    assertThat(table.find("0")).isEmpty();
    assertThat(table.find("999999999999999999")).isEmpty();
    assertThat(table.find("99999999999999999999")).isEmpty();
    assertThat(table.byKey("")).isEmpty();
    assertThat(table.search("", 9)).isEmpty();
    assertThat(table.ids()).isEmpty();
    assertThat(tables.lines().rows("", "", EditFilter.ALL, Set.of(), 9)).isEmpty();
    assertThat(tables.lines().labels(List.of(99L))).isEmpty();
    assertThat(table.count()).isZero();
    assertThat(table.makers()).isEmpty();
    assertThat(table.fingerprint(99)).isNotEmpty();
    assertThatThrownBy(() -> table.get(99)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void twoArticlesHaveNoKeyInCommonAndOneWithCapturesStays() {
    long article = article("a");
    refused(() -> tables.articles().idOf(new TrackedArticle("a", "https://b.example/", "b")));
    shown(article, capture(tracked("a").uri(), DAWN, "x"), state("Bridge shut"));
    refused(() -> tables.articles().remove(article));
  }

  @Test
  void whatIsRemovedLeavesNothing() {
    tables.articles().remove(article("a"));
    assertThat(rows("article")).isZero();
    assertThat(tables.articles().find("a")).isEmpty();
  }

  @Test
  void aFingerprintChangesWithWhatMadeTheRows() {
    long article = article("a");
    String before = tables.articles().fingerprint(article);
    sql.update("INSERT INTO setting (name, value) VALUES ('extractor', 'test/2')");
    assertThat(tables.articles().makers()).isEqualTo("extractor=test/2");
    assertThat(tables.articles().fingerprint(article)).isNotEqualTo(before);
    refused(() -> sql.update("INSERT INTO setting (name, value) VALUES ('extractor', 'test/3')"));
  }

  @Test
  void hostileTextSurvives() {
    for (String text : HOSTILE) {
      long id = tables.articles().idOf(new TrackedArticle(text, "urn:" + text, text));
      String stored = stored(text);
      TrackedArticle read = new TrackedArticle(stored, "urn:" + stored, stored);
      assertThat(tables.articles().get(id)).isEqualTo(read);
      assertThat(tables.articles().find(text)).contains(new ArticleTable.Row(id, read));
      assertThat(tables.articles().find("urn:" + text)).isPresent();
      boolean whole = text.indexOf(0) < 0 && text.length() < 1_000;
      assertThat(tables.articles().search(whole ? text : text.substring(0, 3), 20)).isNotEmpty();
    }
    assertThat(tables.articles().count()).isEqualTo(HOSTILE.size());
  }
}
