package stet.stats;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import stet.diff.Label;

/**
 * What some articles come to.
 *
 * @param articles how many there are
 * @param revised how many of them were seen to change
 * @param silent how many of them had a silent revision
 */
public record Figures(long articles, long revised, long silent, Watching watching, Edits edits) {
  /** Of revisions with one of these it can't be told whether they are silent. */
  private static final Set<Label.Kind> OPEN =
      Set.of(
          Label.Kind.NO_UPDATE_TIME,
          Label.Kind.CANNOT_TELL,
          Label.Kind.TEMPLATE_DRIFT,
          Label.Kind.PERHAPS_CUT,
          Label.Kind.WITHHELD,
          Label.Kind.READ_OTHERWISE);

  /** No articles. */
  public static final Figures NONE = new Figures(0, 0, 0, Watching.NONE, Edits.NONE);

  /** The figures of these and those. */
  public Figures plus(Figures other) {
    return new Figures(
        articles + other.articles,
        revised + other.revised,
        silent + other.silent,
        watching.plus(other.watching),
        edits.plus(other.edits));
  }

  /** With one article more. */
  public Figures plus(ArticleFigures article) {
    return plus(
        new Figures(
            1,
            article.edits().revisions() > 0 ? 1 : 0,
            article.edits().silent() > 0 ? 1 : 0,
            article.watching(),
            article.edits()));
  }

  /** How many of the revisions carry that label. */
  public Share labelled(Label.Kind kind) {
    return new Share(edits.labelled(kind), edits.revisions());
  }

  /**
   * The silent revisions, of those of which it can be told: of pages that state an update time, or
   * that said something of the edit, and neither held nor perhaps cut off.
   */
  public Share silentOfTold() {
    long told = edits.revisions();
    for (Label.Kind open : OPEN) {
      told -= edits.labelled(open);
    }
    return new Share(edits.silent(), Math.max(told, edits.silent()));
  }

  /** How far apart two checks of one article are on average; empty where none was checked twice. */
  public Optional<Duration> apart() {
    // Every article was checked at least once: what is left are stretches between two checks.
    long stretches = watching.checks() - articles;
    return stretches == 0 ? Optional.empty() : Optional.of(watching.watched().dividedBy(stretches));
  }
}
