package stet.diff.judge;

import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.diff.Counts;
import stet.diff.Revision;

/**
 * A revision whose edits were judged: what labels, the summary and the most telling edit are all
 * made from. Judging reads both texts and costs more than what is then made of it, so that one
 * judgement is handed to all three. It happens at the first use; used by one thread at a time.
 */
public final class JudgedRevision {
  private final ArticleVersion before;
  private final ArticleVersion after;
  private final Revision revision;
  private final @Nullable Sight sight;
  private @Nullable Facts facts;

  private JudgedRevision(
      ArticleVersion before, ArticleVersion after, Revision revision, @Nullable Sight sight) {
    this.before = before;
    this.after = after;
    this.revision = revision;
    this.sight = sight;
  }

  /**
   * The revision that leads from {@code before} to {@code after}, not judged yet, of which nobody
   * knows when it happened.
   */
  public static JudgedRevision of(ArticleVersion before, ArticleVersion after, Revision revision) {
    return new JudgedRevision(before, after, revision, null);
  }

  /** The same with the captures between which it happened, which labels of disclosure need. */
  public JudgedRevision seen(Sight sight) {
    return new JudgedRevision(before, after, revision, sight);
  }

  /** The revision, with words that are on an older page of a live blog not counted as deleted. */
  public Revision counted() {
    int older = facts().posts.olderWords(revision);
    if (older == 0) {
      return revision;
    }
    Counts all = revision.counts();
    Counts counts = new Counts(all.inserted(), all.deleted() - older, all.moved(), all.kept());
    return new Revision(revision.hunks(), revision.fields(), counts);
  }

  public Facts facts() {
    if (facts == null) {
      facts = new Facts(before, after, revision, sight);
    }
    return facts;
  }
}
