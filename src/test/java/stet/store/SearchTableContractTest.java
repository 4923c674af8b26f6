package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Notice;
import stet.article.Statements;
import stet.diff.word.SearchWords;
import stet.sqlite.OfTables;
import stet.store.SearchTable.Passage;
import stet.store.SearchTable.Place;
import stet.store.SearchTable.Shown;

@OfTables({"search", "search_word", "search_upto"})
class SearchTableContractTest extends StoreContract {
  private static final String A = "https://courier.example/a";

  private static ArticleVersion everywhere(String text) {
    return new ArticleVersion(
        new ArticleHead("Head " + text, "Dek " + text, new Byline("", List.of()), "", ""),
        new ArticleContent(
            List.of(new Block.Paragraph("Body " + text)),
            List.of(new Caption("Caption " + text, "")),
            List.of(),
            null),
        Statements.of(List.of(new Notice(Notice.Kind.UPDATE, "Notice " + text, null)), List.of()),
        "en",
        "",
        "test/1");
  }

  private List<Passage> find(String text) {
    return tables
        .search()
        .containing(SearchWords.of(text).words(), false, SearchTable.ALL)
        .passages();
  }

  /** One of them did, and a search that found a hundred notices took a minute in a large one. */
  @Test
  void noQueryLooksAtAWholeTable() {
    for (Place place : Place.values()) {
      String query = "EXPLAIN QUERY PLAN " + SearchTable.shownBy(place);
      assertThat(sql.all(query, r -> r.getString(4), 1L))
          .as("%s", place)
          .isNotEmpty()
          .noneMatch(step -> step.startsWith("SCAN"));
    }
  }

  @Test
  void textIsFoundWhereverItStandsAndByWhatShowsIt() {
    long article = article("a");
    long state = tables.states().idOf(everywhere("hairline crack"));
    long capture = shown(article, capture(A, DAWN, "x"), state);
    tables.versions().add(article, new VersionTable.Row(1, state, capture, capture, 1));
    tables.search().catchUp();
    assertThat(find("hairline crack")).extracting(Passage::place).containsOnly(Place.values());
    assertThat(find("hairline crack")).hasSize(Place.values().length);
    for (Passage passage : find("hairline crack")) {
      assertThat(tables.search().shownBy(passage)).containsExactly(new Shown(article, state));
    }
    assertThat(tables.search().near(List.of("crack", "unknown"), 99)).hasSize(5);
    assertThat(tables.search().containing(List.of("hair"), true, SearchTable.ALL).passages())
        .hasSize(5);
  }

  @Test
  void whatIsTakenInTwiceIsThereOnce() {
    shown(article("a"), capture(A, DAWN, "x"), tables.states().idOf(everywhere("crack")));
    tables.search().catchUp();
    tables.search().catchUp();
    assertThat(rows("search")).isEqualTo(5);
    assertThat(rows("search_upto")).isEqualTo(3);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    tables.search().catchUp();
    assertThat(find("crack")).isEmpty();
    assertThat(tables.search().near(List.of("crack"), 9)).isEmpty();
    assertThat(tables.search().near(List.of(), 9)).isEmpty();
    for (Place place : Place.values()) {
      assertThat(tables.search().shownBy(new Passage(place, 99, ""))).isEmpty();
    }
  }

  @Test
  void hostileTextIsFoundByItsWords() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      String text = HOSTILE.get(i);
      shown(article("a" + i), capture(A + i, DAWN, "x"), tables.states().idOf(everywhere(text)));
      tables.search().catchUp();
      assertThat(find(stored(text))).extracting(Passage::text).contains("Body " + stored(text));
      tables.search().near(SearchWords.of(text).words(), 9);
    }
    for (String syntax :
        List.of("\"", "AND", "NOT crack", "crack*", "{a b} : c", "^", "NEAR(a b)")) {
      List<String> words = List.of(syntax);
      assertThat(tables.search().containing(words, true, SearchTable.ALL).passages()).isEmpty();
      assertThat(tables.search().near(words, 9)).isEmpty();
    }
  }
}
