package stet.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;

/** Sums over articles, kept while they pass by. */
final class Totals {
  long articles;
  long revised;
  long versions;
  long revisions;
  long silent;

  /** Silent revisions of pages that state no update time. */
  long unstated;

  /** Revisions that happened between checks far apart. */
  long wide;

  long checks;
  long gone;

  /** Stretches between two checks of one article. */
  long stretches;

  /** Articles with a silent revision. */
  long silentArticles;

  private Duration watched = Duration.ZERO;
  Instant last = Instant.EPOCH;
  final Map<Label.Kind, Integer> labels = new EnumMap<>(Label.Kind.class);
  final Map<Label.Kind, Integer> silentLabels = new EnumMap<>(Label.Kind.class);
  private final LongStream.Builder untilSilent = LongStream.builder();
  private @Nullable Duration medianUntilSilent;

  void add(ArticleLine line) {
    articles++;
    revised += line.revisions() > 0 ? 1 : 0;
    versions += line.versions();
    revisions += line.revisions();
    silent += line.silent();
    unstated += line.unstated();
    wide += line.wide();
    checks += line.captures();
    stretches += Math.max(0, line.captures() - 1);
    gone += line.gone();
    watched = watched.plus(Duration.between(line.first(), line.last()));
    last = line.last().isAfter(last) ? line.last() : last;
    line.labels().forEach((kind, count) -> labels.merge(kind, count, Integer::sum));
    line.silentLabels().forEach((kind, count) -> silentLabels.merge(kind, count, Integer::sum));
    if (line.firstSilent() != null) {
      silentArticles++;
      untilSilent.add(Duration.between(line.first(), line.firstSilent()).toSeconds());
    }
  }

  /** Time between first and last check, summed over the articles. */
  Duration watched() {
    return watched;
  }

  /** How far apart two checks of one article are on average; null where none was checked twice. */
  @Nullable Duration apart() {
    return stretches == 0 ? null : watched.dividedBy(stretches);
  }

  /**
   * The lower median of the time from an article's first check to the first that showed a silent
   * edit, over the articles that had one; null where none had. To be asked for once all are added.
   */
  @Nullable Duration untilSilent() {
    if (medianUntilSilent == null && silentArticles > 0) {
      long[] sorted = untilSilent.build().sorted().toArray();
      medianUntilSilent = Duration.ofSeconds(sorted[(sorted.length - 1) / 2]);
    }
    return medianUntilSilent;
  }
}
