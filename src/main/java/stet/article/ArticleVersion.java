package stet.article;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.SafeText;

/**
 * One distinct state of an article as extracted. Texts are empty, never null, where the page has
 * none.
 *
 * @param headline the hed
 * @param dek the standfirst under the headline
 * @param byline the author line
 * @param dateline the place at the head of the story ("Moscow"), without its colon or dash; it
 *     stays in the first paragraph's text as well
 * @param section the section or category the page puts itself in
 * @param language BCP 47 tag of the text, declared or detected; empty when unknown
 * @param canonicalUrl the address the page gives for itself, absolute; empty when none
 * @param body the running text, in order
 * @param captions words under pictures, in order
 * @param images pictures, in order
 * @param notices corrections and other notices, in order
 * @param dates the stated dates chosen for the article, at most one of each role and in the order
 *     of roles
 * @param updates every update time that the page states in whatever place, the chosen one and those
 *     passed over for {@code dates}: in a weaker place, or equal to the publication. What is told
 *     of silence looks at all of them; they make no version
 * @param liveBlog the posts where the page is a live blog, null where it is none
 * @param extractor name and version of the extractor that read the page; versions are compared only
 *     within one
 */
public record ArticleVersion(
    String headline,
    String dek,
    Byline byline,
    String dateline,
    String section,
    String language,
    String canonicalUrl,
    List<Block> body,
    List<Caption> captions,
    List<Image> images,
    List<Notice> notices,
    List<StatedDate> dates,
    List<StatedDate> updates,
    @Nullable LiveBlog liveBlog,
    String extractor) {

  public ArticleVersion {
    canonicalUrl = SafeText.withoutUsers(canonicalUrl);
    body = List.copyOf(body);
    captions = List.copyOf(captions);
    images = List.copyOf(images);
    notices = List.copyOf(notices);
    dates = dates.stream().sorted(Comparator.comparing(StatedDate::role)).toList();
    updates = List.copyOf(updates);
  }

  /** An article that states no update time beside its chosen dates. */
  public ArticleVersion(
      String headline,
      String dek,
      Byline byline,
      String dateline,
      String section,
      String language,
      String canonicalUrl,
      List<Block> body,
      List<Caption> captions,
      List<Image> images,
      List<Notice> notices,
      List<StatedDate> dates,
      @Nullable LiveBlog liveBlog,
      String extractor) {
    this(
        headline,
        dek,
        byline,
        dateline,
        section,
        language,
        canonicalUrl,
        body,
        captions,
        images,
        notices,
        dates,
        dates.stream().filter(d -> d.role() == StatedDate.Role.UPDATED).toList(),
        liveBlog,
        extractor);
  }

  /** The same that is no live blog. */
  public ArticleVersion(
      String headline,
      String dek,
      Byline byline,
      String dateline,
      String section,
      String language,
      String canonicalUrl,
      List<Block> body,
      List<Caption> captions,
      List<Image> images,
      List<Notice> notices,
      List<StatedDate> dates,
      String extractor) {
    this(
        headline,
        dek,
        byline,
        dateline,
        section,
        language,
        canonicalUrl,
        body,
        captions,
        images,
        notices,
        dates,
        null,
        extractor);
  }

  /** The stated date of that role, if the page states one. */
  public Optional<StatedDate> date(StatedDate.Role role) {
    return dates.stream().filter(d -> d.role() == role).findFirst();
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
