package stet.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes an article a live blog: posts with times of their own. Their text stands in the
 * version's body as well, so that an edited post is an edited block; this says which blocks belong
 * together and when each post was made.
 *
 * @param posts in page order, most often the newest first; empty where the page calls itself a live
 *     blog and shows no post that could be told apart
 * @param more whether the page links to posts that it does not show, such as "Older posts"
 */
public record LiveBlog(List<Post> posts, boolean more) {
  public LiveBlog {
    posts = List.copyOf(posts);
  }

  /** A live blog that shows all of its posts. */
  public LiveBlog(List<Post> posts) {
    this(posts, false);
  }

  /**
   * One post.
   *
   * @param time when it was made, as the post states it; null where it states none that can be read
   * @param headline its subhead; empty where it has none
   * @param first index of its first block in the version's body
   * @param count how many blocks it has, at least one
   */
  public record Post(@Nullable StatedDate time, String headline, int first, int count) {
    /** Whether that block of the version's body belongs to the post. */
    public boolean holds(int block) {
      return block >= first && block < first + count;
    }
  }
}
