package stet.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import stet.diff.Label.Kind;
import stet.stats.estimate.Censored;
import stet.stats.estimate.EventCurve;

/** Looks when things happened to some articles. */
final class HappeningCount {
  private final List<Observed> watched;
  private final List<Censored> fromPublication = new ArrayList<>();
  private int late;
  private int unstated;

  HappeningCount(List<Observed> watched) {
    this.watched = watched;
    for (Observed article : watched) {
      Instant published = article.watched().published();
      if (published == null) {
        unstated++;
      } else if (article.first().isAfter(published.plus(Publication.SOON))) {
        late++;
      } else {
        fromPublication.add(article.until(published, e -> true));
      }
    }
  }

  Publication publication() {
    return new Publication(fromPublication.size(), late, unstated);
  }

  EventCurve curve(Happening.What what) {
    return EventCurve.atAges(
        switch (what) {
          case FIRST_EDIT -> first(e -> true);
          case FIRST_EDIT_FROM_PUBLICATION -> fromPublication;
          case FIRST_SILENT_EDIT -> first(e -> e.disclosure() == Kind.SILENT);
          case FIRST_NEW_HEADLINE -> newHeadlines();
          case NOTICE_AFTER_EDIT ->
              watched.stream()
                  .map(o -> o.untilNotice(HappeningCount::isWeighty))
                  .flatMap(Optional::stream)
                  .toList();
          case TAKEN_BACK -> stood(Stood.Why.TAKEN_BACK);
          case NUMBER_CORRECTED -> stood(Stood.Why.CORRECTED);
        });
  }

  private List<Censored> first(Predicate<SeenEdit> such) {
    return watched.stream().map(o -> o.until(such)).toList();
  }

  private List<Censored> newHeadlines() {
    return watched.stream()
        .map(o -> o.until(e -> !o.text().headlines().back() && isNewHeadline(e)))
        .toList();
  }

  private static boolean isNewHeadline(SeenEdit edit) {
    return edit.kinds().contains(Kind.HEADLINE) && !edit.kinds().contains(Kind.REVERT);
  }

  private static boolean isWeighty(SeenEdit edit) {
    return edit.kinds().stream().anyMatch(GroupFigures.WEIGHTY::contains);
  }

  /** The first of each article, since those of one article may be alike. */
  private List<Censored> stood(Stood.Why why) {
    return watched.stream()
        .flatMap(
            o -> o.text().stood().stream().filter(s -> s.why() == why).map(Stood::age).limit(1))
        .toList();
  }
}
