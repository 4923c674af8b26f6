package stet.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Versions in a row that all have something, and when it came and went.
 *
 * @param from number of the first of them
 * @param to number of the last of them
 * @param firstSeen first capture that shows it, UTC
 * @param lastSeen last capture that shows it, UTC
 * @param appeared between which two checks it came; null where the first check already found it
 * @param vanished between which two checks it went; null where the last version has it
 */
public record Stay(
    int from,
    int to,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable Window appeared,
    @Nullable Window vanished) {

  /**
   * When something was there.
   *
   * @param runs all versions of an article, in order
   * @param has whether a version has it
   */
  public static List<Stay> of(List<Run> runs, Predicate<Run> has) {
    List<Stay> stays = new ArrayList<>();
    for (int from = 0; from < runs.size(); from++) {
      if (has.test(runs.get(from))) {
        int to = from;
        while (to + 1 < runs.size() && has.test(runs.get(to + 1))) {
          to++;
        }
        stays.add(stay(runs, from, to));
        from = to;
      }
    }
    return stays;
  }

  private static Stay stay(List<Run> runs, int from, int to) {
    Run first = runs.get(from);
    Run last = runs.get(to);
    return new Stay(
        first.number(),
        last.number(),
        first.first().ref().at(),
        last.last().ref().at(),
        from == 0 ? null : first.since(runs.get(from - 1)),
        to + 1 == runs.size() ? null : runs.get(to + 1).since(last));
  }
}
