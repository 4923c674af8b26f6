package stet.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import stet.article.StatedDate;
import stet.diff.judge.JudgedRevision;
import stet.diff.rank.Age;
import stet.diff.rank.Weights;
import stet.diff.tell.Telling;

/**
 * Everything that is known of one article, in the order of time.
 *
 * @param article the story
 * @param versions every version seen, oldest first; empty where no capture showed an article
 * @param entries what was observed, oldest first
 * @param captures how many checks there were: captures, without steps of redirects
 * @param shown when each check that showed the article was made, UTC, oldest first
 * @param weights by which its revisions are ranked
 */
public record Timeline(
    TrackedArticle article,
    List<SeenVersion> versions,
    List<Entry> entries,
    int captures,
    List<Instant> shown,
    Weights weights) {
  public Timeline {
    versions = List.copyOf(versions);
    entries = List.copyOf(entries);
    shown = List.copyOf(shown);
  }

  /** One whose revisions are ranked by the standard weights. */
  public Timeline(
      TrackedArticle article,
      List<SeenVersion> versions,
      List<Entry> entries,
      int captures,
      List<Instant> shown) {
    this(article, versions, entries, captures, shown, Weights.STANDARD);
  }

  /** The same with other entries. */
  public Timeline with(List<Entry> other) {
    return new Timeline(article, versions, other, captures, shown, weights);
  }

  /** The same, ranked by other weights. */
  public Timeline weighed(Weights other) {
    return other.equals(weights)
        ? this
        : new Timeline(article, versions, entries, captures, shown, other);
  }

  /** The revisions, oldest first. */
  public List<Entry.Revised> revisions() {
    return entries.stream()
        .filter(Entry.Revised.class::isInstance)
        .map(Entry.Revised.class::cast)
        .toList();
  }

  /** One of its revisions, to be judged. */
  public JudgedRevision judged(Entry.Revised revised) {
    return JudgedRevision.of(
        versions.get(revised.version() - 2).state(),
        versions.get(revised.version() - 1).state(),
        revised.revision());
  }

  /** How much one of its revisions tells, and what of it tells most. */
  public Telling telling(Entry.Revised revised) {
    return telling(revised, judged(revised));
  }

  /**
   * The same of a revision that was judged before.
   *
   * @param judged by {@link #judged}
   */
  public Telling telling(Entry.Revised revised, JudgedRevision judged) {
    return Telling.of(judged, revised.labels(), age(revised), weights);
  }

  /**
   * How old the article was at the least. By the publication that the old version states; where it
   * states none, by when the article was first seen.
   */
  private Age age(Entry.Revised revised) {
    Optional<StatedDate> published = versions.get(revised.version() - 2).state().published();
    return published.isPresent()
        ? Age.stated(published.get().end(), revised.window().notBefore())
        : Age.seen(versions.get(0).first().at(), revised.window().notBefore());
  }
}
