package stet.diff;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.article.ArticleVersion;

/** A stored revision that is damaged is refused with the exception that readers of rows expect. */
class StrangeRevisionsTest {
  private static final ArticleVersion BEFORE =
      Texts.version(List.of("The quay was shut on Saturday, the port said."));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"format\":1,\"hunks\":[[\"kept\",[],[],[]]],\"fields\":[],\"counts\":{}}",
        "{\"format\":1,\"hunks\":[[\"changed\",[0],[0],[2147483647,2147483647]]],\"fields\":[],\"counts\":{}}",
        "{\"format\":1,\"hunks\":[99999999999999999999],\"fields\":[],\"counts\":{}}",
        "{\"format\":\"one\",\"hunks\":[],\"fields\":[],\"counts\":{}}",
        "{",
      })
  void isRefused(String json) {
    assertThatThrownBy(() -> RevisionJson.read(json, BEFORE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
