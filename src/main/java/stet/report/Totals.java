package stet.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import stet.diff.Label;

/** Sums over articles, kept while they pass by. */
final class Totals {
  long articles;
  long revised;
  long versions;
  long revisions;
  long silent;
  long checks;
  long gone;
  long days;
  Instant last = Instant.EPOCH;
  final Map<Label.Kind, Integer> labels = new EnumMap<>(Label.Kind.class);

  void add(ArticleLine line) {
    articles++;
    revised += line.revisions() > 0 ? 1 : 0;
    versions += line.versions();
    revisions += line.revisions();
    silent += line.silent();
    checks += line.captures();
    gone += line.gone();
    days += Duration.between(line.first(), line.last()).toDays();
    last = line.last().isAfter(last) ? line.last() : last;
    line.labels().forEach((kind, count) -> labels.merge(kind, count, Integer::sum));
  }
}
