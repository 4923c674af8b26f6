package stet.article;

/**
 * What stands at the head of a story. Texts are empty, never null, where the page has none.
 *
 * @param headline the hed
 * @param dek the standfirst under the headline
 * @param byline the author line
 * @param dateline the place at the head of the story ("Moscow"), without its colon or dash; it
 *     stays in the first paragraph's text as well
 * @param section the section or category the page puts itself in
 */
public record ArticleHead(
    String headline, String dek, Byline byline, String dateline, String section) {

  /** A headline and nothing else. */
  public static ArticleHead of(String headline) {
    return new ArticleHead(headline, "", Byline.NONE, "", "");
  }
}
