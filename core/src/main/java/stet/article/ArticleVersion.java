package stet.article;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.text.SafeText;

/**
 * One distinct state of an article as extracted. Texts are empty, never null, where the page has
 * none.
 *
 * @param head headline, byline and what else stands at the top
 * @param content the text and its pictures
 * @param statements what the publisher says of it: notices and times
 * @param textLanguage the language of the text, stated by the page or guessed from the text
 * @param canonicalUrl the address the page gives for itself, absolute; empty when none
 * @param extractor name and version of the extractor that read the page; versions are compared only
 *     within one
 */
public record ArticleVersion(
    ArticleHead head,
    ArticleContent content,
    Statements statements,
    TextLanguage textLanguage,
    String canonicalUrl,
    String extractor) {

  public ArticleVersion {
    canonicalUrl = SafeText.withoutUsers(canonicalUrl);
  }

  /** A version whose language the page states; an empty tag stands for one that is not known. */
  public ArticleVersion(
      ArticleHead head,
      ArticleContent content,
      Statements statements,
      String language,
      String canonicalUrl,
      String extractor) {
    this(head, content, statements, TextLanguage.stated(language), canonicalUrl, extractor);
  }

  /** BCP 47 tag of the text, stated or guessed; empty where it is not known. */
  public String language() {
    return textLanguage.tag();
  }

  /** Whether the language is no statement of the page: stet guessed it from the text. */
  public boolean isLanguageGuessed() {
    return textLanguage.guessed();
  }

  /** {@link ArticleHead#headline} */
  public String headline() {
    return head.headline();
  }

  /** {@link ArticleHead#dek} */
  public String dek() {
    return head.dek();
  }

  /** {@link ArticleHead#byline} */
  public Byline byline() {
    return head.byline();
  }

  /** {@link ArticleHead#dateline} */
  public String dateline() {
    return head.dateline();
  }

  /** {@link ArticleHead#section} */
  public String section() {
    return head.section();
  }

  /** {@link ArticleContent#body} */
  public List<Block> body() {
    return content.body();
  }

  /** {@link ArticleContent#captions} */
  public List<Caption> captions() {
    return content.captions();
  }

  /** {@link ArticleContent#images} */
  public List<Image> images() {
    return content.images();
  }

  /** {@link ArticleContent#liveBlog} */
  public @Nullable LiveBlog liveBlog() {
    return content.liveBlog();
  }

  /** {@link Statements#notices} */
  public List<Notice> notices() {
    return statements.notices();
  }

  /** {@link Statements#dates} */
  public List<StatedDate> dates() {
    return statements.dates();
  }

  /** {@link Statements#updates} */
  public List<StatedDate> updates() {
    return statements.updates();
  }

  /** The stated date of that role, if the page states one. */
  public Optional<StatedDate> date(StatedDate.Role role) {
    return dates().stream().filter(d -> d.role() == role).findFirst();
  }

  /** When the page says it was published. */
  public Optional<StatedDate> published() {
    return date(StatedDate.Role.PUBLISHED);
  }

  /** When the page says it was last updated. */
  public Optional<StatedDate> updated() {
    return date(StatedDate.Role.UPDATED);
  }
}
