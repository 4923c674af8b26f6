package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.timeline.TrackedArticle;

@OfTables({"article_change", "identity"})
class ChangeTableContractTest extends StoreContract {
  @Test
  void whatChangedLaterHasAGreaterNumber() {
    ChangeTable table = tables.changes();
    long a = article("a");
    long b = article("b");
    table.mark(a);
    long first = table.latest();
    table.mark(b);
    table.mark(a);
    assertThat(table.latest()).isGreaterThan(first);
    assertThat(table.since(0)).containsExactly("b", "a");
    assertThat(table.since(first)).containsExactly("b", "a");
    assertThat(table.since(table.latest())).isEmpty();
    assertThat(rows("article_change")).isEqualTo(2);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(tables.changes().latest()).isZero();
    assertThat(tables.changes().since(0)).isEmpty();
    tables.changes().mark(99);
    assertThat(rows("article_change")).isZero();
  }

  /** Whoever made something of it is to learn that it is gone. */
  @Test
  void anArticleThatIsNoMoreKeepsItsNumber() {
    long a = article("a");
    tables.changes().mark(a);
    tables.articles().remove(a);
    assertThat(tables.changes().since(0)).containsExactly("a");
  }

  @Test
  void noTwoChangesHaveOneNumber() {
    tables.changes().mark(article("a"));
    refused(() -> sql.update("INSERT INTO article_change SELECT 'b', number FROM article_change"));
  }

  @Test
  void thereIsOneIdentityAndAnotherOneWhenAsked() {
    String before = tables.changes().identity();
    assertThat(before).matches("[0-9a-f]{32}");
    tables.changes().renew();
    assertThat(tables.changes().identity()).isNotEqualTo(before);
    assertThat(rows("identity")).isEqualTo(1);
  }

  @Test
  void hostileTextSurvives() {
    for (String text : HOSTILE) {
      tables.changes().mark(tables.articles().idOf(new TrackedArticle(text, text, "")));
    }
    assertThat(tables.changes().since(0))
        .containsExactlyElementsOf(HOSTILE.stream().map(t -> stored(t)).toList());
  }
}
