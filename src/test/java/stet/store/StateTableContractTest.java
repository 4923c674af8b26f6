package stet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Image;
import stet.article.Statements;
import stet.sqlite.OfTables;

@OfTables({"state", "caption", "image"})
class StateTableContractTest extends StoreContract {
  private static ArticleVersion of(String text) {
    return new ArticleVersion(
        new ArticleHead(text, text, new Byline(text, List.of(text, text)), text, text),
        new ArticleContent(
            List.of(new Block.Paragraph(text)),
            List.of(new Caption(text, text), new Caption(text, "")),
            List.of(new Image(text, text), new Image("", text)),
            null),
        Statements.NONE,
        text,
        text,
        text);
  }

  private ArticleVersion read(long id) {
    tables.states().forget();
    return tables.states().get(id);
  }

  @Test
  void whatIsWrittenIsReadAndIsOneRow() {
    long id = tables.states().idOf(of("text"));
    assertThat(read(id)).isEqualTo(of("text"));
    assertThat(tables.states().idOf(of("text"))).isEqualTo(id);
    assertThat(tables.states().idOf(of("text."))).isNotEqualTo(id);
    assertThat(rows("state")).isEqualTo(2);
  }

  /** Numbers come from rows, so that one of no state is a fault of the program. */
  @Test
  void aNumberOfNoStateIsTold() {
    assertThatThrownBy(() -> tables.states().get(99)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void partsBelongToAStateThatIsThere() {
    tables.states().idOf(of("text"));
    refused(() -> sql.update("DELETE FROM state"));
    refused(() -> sql.update("UPDATE caption SET state_id = 99"));
    refused(() -> sql.update("UPDATE image SET state_id = 99"));
  }

  @Test
  void hostileTextSurvives() {
    for (String text : HOSTILE) {
      long id = tables.states().idOf(of(text));
      assertThat(read(id)).isEqualTo(of(stored(text)));
      assertThat(tables.states().idOf(of(text))).isEqualTo(id);
    }
  }
}
