package stet.json;

import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.extract.Evidence;
import stet.extract.Extraction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one page says. */
final class ExtractionJson {
  private ExtractionJson() {}

  static ObjectNode of(Extraction read, boolean explained) {
    ObjectNode out = Parts.root();
    if (read instanceof Extraction.NotAnArticle none) {
      return out.put("outcome", "not-an-article")
          .put("reason", EnumId.of(none.reason()))
          .put("detail", none.detail());
    }
    Extraction.Article article = (Extraction.Article) read;
    out.put("outcome", "article");
    out.set("state", VersionJson.state(article.version()));
    out.set("explanation", explained ? explanation(article) : null);
    return out;
  }

  private static @Nullable ArrayNode explanation(Extraction.Article article) {
    return Parts.list(article.evidence(), ExtractionJson::step);
  }

  private static ObjectNode step(Evidence e) {
    return Parts.object().put("field", e.field()).put("rule", e.rule()).put("detail", e.detail());
  }
}
