package stet.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The story itself.
 *
 * @param body the running text, in order
 * @param captions words under pictures, in order
 * @param images pictures, in order
 * @param liveBlog the posts where the page is a live blog, null where it is none
 */
public record ArticleContent(
    List<Block> body, List<Caption> captions, List<Image> images, @Nullable LiveBlog liveBlog) {

  public ArticleContent {
    body = List.copyOf(body);
    captions = List.copyOf(captions);
    images = List.copyOf(images);
  }

  /** Running text without pictures. */
  public static ArticleContent of(List<? extends Block> body) {
    return new ArticleContent(List.copyOf(body), List.of(), List.of(), null);
  }
}
