package stet.json;

import org.jspecify.annotations.Nullable;
import stet.article.TextLanguage;
import stet.stats.ArticleFigures;
import stet.timeline.TrackedArticle;

/**
 * An article in a report's {@code index.json}.
 *
 * @param headline as it reads now
 * @param language of the text as it reads now
 * @param figures what its timeline comes to
 * @param mostTelling its most telling edit, null where there is no revision
 * @param page its page, from the site's first folder
 * @param data its {@code article.json.gz}, from there too
 */
public record ListedArticle(
    TrackedArticle article,
    String headline,
    TextLanguage language,
    ArticleFigures figures,
    @Nullable MostTelling mostTelling,
    String page,
    String data) {

  /**
   * The edit that tells most.
   *
   * @param version the one that it led to
   * @param telling its weight
   */
  public record MostTelling(int version, int telling) {}
}
