package stet.report.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.report.words.TellingEdit;

/**
 * The newest stretch of time of some articles: a day, a week or a month, the shortest in which
 * enough of them changed. It ends with their last check and not with today, so that the same
 * captures give the same page whenever it is made.
 *
 * @param from what was first seen after it belongs to the stretch, UTC
 * @param to the last check, UTC
 * @param name how long it is, for a heading
 * @param changed in how many articles an edit was first seen in it
 */
public record Lately(Instant from, Instant to, String name, int changed) {
  private static final int ENOUGH = 6;

  private record Length(Duration length, String name) {}

  private static final List<Length> LENGTHS =
      List.of(
          new Length(Duration.ofHours(24), "24 hours"),
          new Length(Duration.ofDays(7), "7 days"),
          new Length(Duration.ofDays(30), "30 days"));

  private static final Duration LONGEST = LENGTHS.get(LENGTHS.size() - 1).length();

  /**
   * The stretch of all articles or of an outlet's; null where none of them changed in the longest.
   *
   * @param to when one of them was last checked
   */
  static @Nullable Lately of(ShownArticles shown, String outlet, Instant to) {
    Lately lately = null;
    for (Length length : LENGTHS) {
      Instant from = to.minus(length.length());
      int changed = shown.changedSince(outlet, from);
      lately = changed == 0 ? null : new Lately(from, to, length.name(), changed);
      if (changed >= ENOUGH) {
        return lately;
      }
    }
    return lately;
  }

  /**
   * The edits that tell most in any stretch that ends with this check or later: those that no newer
   * one outweighs. They are few, and enough whatever stretch is chosen.
   *
   * @param edits of one article, oldest first
   * @param last when it was last checked
   * @return newest first
   */
  public static List<TellingEdit> peaks(List<TellingEdit> edits, Instant last) {
    List<TellingEdit> peaks = new ArrayList<>();
    int top = -1;
    for (int i = edits.size() - 1; i >= 0; i--) {
      TellingEdit edit = edits.get(i);
      if (edit.at().isBefore(last.minus(LONGEST))) {
        break;
      }
      if (edit.score() > top) {
        peaks.add(edit);
        top = edit.score();
      }
    }
    return peaks;
  }
}
