package stet.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.article.ArticleVersion;
import stet.article.LiveBlog;

/**
 * The posts of a live blog after a revision, in page order: those that came with it, and those that
 * were there before and had words changed. A live blog is meant to grow, so new posts are its
 * course; an edit of an old post is an edit like any other.
 *
 * @param fresh posts of which every block is new
 * @param edited posts that were there before and in which a reader now reads other words
 */
record LivePosts(List<LiveBlog.Post> fresh, List<LiveBlog.Post> edited) {
  private static final LivePosts NONE = new LivePosts(List.of(), List.of());

  static LivePosts of(ArticleVersion after, Revision revision, List<Judged> edits) {
    if (after.liveBlog() == null) {
      return NONE;
    }
    BitSet came = new BitSet();
    revision.hunks().stream()
        .filter(Hunk.Inserted.class::isInstance)
        .forEach(hunk -> hunk.after().forEach(came::set));
    Set<Integer> changed = new HashSet<>();
    for (Judged judged : edits) {
      if (judged.isSubstantive() && judged.edit().hunk() >= 0) {
        changed.addAll(revision.hunks().get(judged.edit().hunk()).after());
      }
    }
    List<LiveBlog.Post> fresh = new ArrayList<>();
    List<LiveBlog.Post> edited = new ArrayList<>();
    for (LiveBlog.Post post : after.liveBlog().posts()) {
      if (!post.holds(came.nextClearBit(post.first()))) {
        fresh.add(post);
      } else if (changed.stream().anyMatch(post::holds)) {
        edited.add(post);
      }
    }
    return new LivePosts(List.copyOf(fresh), List.copyOf(edited));
  }

  /** Whether an edit is the coming of a new post, or of a part of one. */
  boolean brought(Edit edit, Revision revision) {
    return edit.hunk() >= 0
        && revision.hunks().get(edit.hunk()) instanceof Hunk.Inserted inserted
        && brought(inserted.afterBlock());
  }

  /** Whether all blocks that came are those of new posts. */
  boolean broughtAll(Revision revision) {
    return !fresh.isEmpty()
        && revision.hunks().stream()
            .filter(Hunk.Inserted.class::isInstance)
            .allMatch(hunk -> hunk.after().stream().allMatch(this::brought));
  }

  private boolean brought(int block) {
    return fresh.stream().anyMatch(post -> post.holds(block));
  }

  /** The edited posts by the time or subhead that they state; empty where none was edited. */
  Optional<String> editedInWords() {
    if (edited.isEmpty()) {
      return Optional.empty();
    }
    LiveBlog.Post first = edited.get(0);
    String name =
        first.time() != null
            ? "the post of " + first.time().iso()
            : first.headline().isEmpty() ? "a post" : "the post " + Phrases.quote(first.headline());
    int others = edited.size() - 1;
    return Optional.of(
        others == 0 ? name : name + " and " + Phrases.count(others, "other", "others"));
  }
}
