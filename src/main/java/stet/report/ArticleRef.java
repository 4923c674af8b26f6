package stet.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stays in memory of an article once its pages are there: enough to order it among others. The
 * rest is read again where it is shown.
 *
 * @param headline as it reads now
 * @param changed when its last revision was first seen, null where there is none
 * @param last when it was last captured
 * @param best its most telling edit, null where there is none
 * @param peaks its newest edits that nothing newer outweighs, newest first
 * @param mark digest of everything that other pages show of it
 * @param place of its line in the ledger
 */
record ArticleRef(
    String key,
    String outlet,
    String headline,
    @Nullable Instant changed,
    Instant last,
    @Nullable Peak best,
    List<Peak> peaks,
    int revisions,
    int silent,
    String mark,
    Ledger.Place place) {

  /** An edit by its weight and the version that it led to. */
  record Peak(Instant at, int score, int version) {
    static @Nullable Peak of(@Nullable TellingEdit edit) {
      return edit == null ? null : new Peak(edit.at(), edit.score(), edit.version());
    }
  }

  /** The score of its most telling edit, -1 where there is none. */
  int score() {
    return best == null ? -1 : best.score();
  }

  /** The most telling of its edits first seen after that moment; null where there is none. */
  @Nullable Peak peak(Instant from) {
    Peak top = null;
    for (Peak peak : peaks) {
      if (peak.at().isAfter(from)) {
        top = peak;
      }
    }
    return top;
  }
}
