package stet.diff.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.article.ArticleVersion;
import stet.article.LiveBlog;
import stet.diff.Delta;
import stet.diff.Edit;
import stet.diff.FieldChange.Field;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.diff.word.Tokenizer;

/**
 * The posts of a live blog after a revision, in page order: those that came with it, and those that
 * were there before and had words changed. A live blog is meant to grow, so new posts are its
 * course; an edit of an old post is an edit like any other, and so is one that went from the
 * middle.
 *
 * @param fresh posts that were not there before
 * @param edited posts that were there before and in which a reader now reads other words
 * @param older posts that left at the old end while the page links to more: they are on another
 *     page
 * @param reordered whether the posts that stayed stand in another order
 * @param course whether nothing happened to the text but this: posts came that state their time, or
 *     went to an older page, or changed places
 */
public record LivePosts(
    List<LiveBlog.Post> fresh,
    List<LiveBlog.Post> edited,
    List<LiveBlog.Post> older,
    boolean reordered,
    boolean course) {
  private static final LivePosts NONE =
      new LivePosts(List.of(), List.of(), List.of(), false, false);

  static LivePosts of(
      ArticleVersion before, ArticleVersion after, Revision revision, List<Judged> edits) {
    if (after.liveBlog() == null) {
      return NONE;
    }
    PostMatches posts = new PostMatches(before, after);
    if (!posts.live()) {
      return NONE;
    }
    Set<Integer> oldBlocks = new HashSet<>();
    Set<Integer> newBlocks = new HashSet<>();
    for (Judged judged : edits) {
      if (judged.isSubstantive() && judged.edit().hunk() >= 0) {
        Hunk hunk = revision.hunks().get(judged.edit().hunk());
        oldBlocks.addAll(hunk.before());
        newBlocks.addAll(hunk.after());
      }
    }
    List<LiveBlog.Post> gone = posts.gone();
    List<LiveBlog.Post> older = posts.gonePaged() ? gone : List.of();
    List<LiveBlog.Post> edited = posts.edited(oldBlocks, newBlocks);
    boolean course =
        edited.isEmpty()
            && gone.size() == older.size()
            && posts.restSame()
            && posts.fresh().stream().allMatch(post -> post.time() != null)
            && !beside(revision, edits, !posts.fresh().isEmpty(), !older.isEmpty());
    return new LivePosts(posts.fresh(), edited, older, posts.reordered(), course);
  }

  /** Whether anything but the text changed; posts bring and take their pictures and captions. */
  private static boolean beside(Revision revision, List<Judged> edits, boolean came, boolean went) {
    boolean fields =
        edits.stream()
            .anyMatch(
                j ->
                    j.isSubstantive()
                        && j.edit().hunk() < 0
                        && j.edit().place() != Edit.Place.CAPTION
                        && j.edit().place() != Edit.Place.DATELINE);
    boolean pictures =
        revision.fields().stream()
            .filter(c -> c.field() == Field.IMAGE || c.field() == Field.CAPTION)
            .anyMatch(
                c -> !(c.before().isEmpty() ? came : went && c.after().isEmpty() || came && went));
    boolean notices =
        revision.fields().stream().anyMatch(c -> c.field() == Field.NOTICE && c.after().isEmpty());
    return fields || pictures || notices;
  }

  /** Whether an edit is the coming of a new post, or of a part of one. */
  public boolean brought(Edit edit, Revision revision) {
    return edit.hunk() >= 0
        && revision.hunks().get(edit.hunk()) instanceof Hunk.Inserted inserted
        && brought(inserted.afterBlock());
  }

  /** Whether all blocks that came are those of new posts. */
  public boolean broughtAll(Revision revision) {
    return !fresh.isEmpty()
        && revision.hunks().stream()
            .filter(Hunk.Inserted.class::isInstance)
            .allMatch(hunk -> hunk.after().stream().allMatch(this::brought));
  }

  private boolean brought(int block) {
    return fresh.stream().anyMatch(post -> post.holds(block));
  }

  /** How many words of what went are on an older page now. */
  int olderWords(Revision revision) {
    return revision.hunks().stream()
        .filter(Hunk.Deleted.class::isInstance)
        .filter(hunk -> older.stream().anyMatch(post -> post.holds(hunk.before().get(0))))
        .flatMap(hunk -> hunk.deltas().stream())
        .filter(delta -> delta.kind() == Delta.Kind.DELETED)
        .mapToInt(delta -> Tokenizer.countWords(delta.before()))
        .sum();
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

  /** What came, and what is on an older page now; empty where neither. */
  Optional<String> cameInWords() {
    if (fresh.isEmpty() && older.isEmpty()) {
      return Optional.empty();
    }
    String came = fresh.isEmpty() ? "" : Phrases.count(fresh.size(), "post", "posts");
    String paged = older.isEmpty() ? "" : olderInWords();
    return Optional.of(came.isEmpty() || paged.isEmpty() ? came + paged : came + "; " + paged);
  }

  /** {@code two posts are on an older page now}. */
  public String olderInWords() {
    return Phrases.count(older.size(), "post", "posts")
        + (older.size() == 1 ? " is" : " are")
        + " on an older page now";
  }
}
