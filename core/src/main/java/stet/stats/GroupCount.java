package stet.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import stet.diff.Label.Kind;
import stet.stats.Figure.Subject;
import stet.stats.GroupFigures.Watched;
import stet.stats.Grouping.Group;
import stet.stats.estimate.Cluster;
import stet.stats.estimate.OrderMedian;
import stet.stats.estimate.Quantile;
import stet.stats.estimate.ShareEstimate;
import stet.timeline.Standing;

/** Counts what is known of one group of articles. */
final class GroupCount {
  private final Group group;
  private final List<Observed> all;
  private final OutletClock clock;

  /** Those that were looked at twice at least. */
  private final List<Observed> watched;

  GroupCount(Group group, List<Observed> members, OutletClock clock) {
    this.group = group;
    this.all = members;
    this.clock = clock;
    this.watched = members.stream().filter(Observed::isWatched).toList();
  }

  GroupFigures figures() {
    HappeningCount happenings = new HappeningCount(watched);
    return new GroupFigures(
        group,
        watching(),
        shares(),
        kinds(),
        Arrays.stream(Happening.What.values())
            .map(w -> new Happening(w, happenings.curve(w)))
            .toList(),
        happenings.publication(),
        firstDay(),
        lasting(),
        RhythmCount.of(watched, RhythmCount.Cycle.HOURS, clock),
        RhythmCount.of(watched, RhythmCount.Cycle.WEEKDAYS, clock),
        leftOut(),
        pendulums());
  }

  private Watched watching() {
    return new Watched(
        all.size(),
        all.size() - watched.size(),
        (int) all.stream().filter(o -> o.language().guessed()).count(),
        watched.stream().mapToLong(Observed::checks).sum(),
        all.stream().map(Observed::first).min(Instant::compareTo).orElseThrow(),
        all.stream().map(Observed::last).max(Instant::compareTo).orElseThrow(),
        Median.of(watched.stream().map(GroupCount::apart).toList()).value(),
        Median.of(watched.stream().map(GroupCount::lasting).toList()).value());
  }

  private static Duration lasting(Observed article) {
    return Duration.between(article.first(), article.last());
  }

  private static Duration apart(Observed article) {
    return lasting(article).dividedBy(Math.max(1, article.checks() - 1));
  }

  private List<Figure> shares() {
    List<Figure> figures = new ArrayList<>();
    figures.add(articles("edited", o -> o.hasEdit(e -> true)));
    figures.add(articles("edited-silently", o -> o.hasEdit(Kind.SILENT)));
    figures.add(articles("edited-with-notice", o -> o.hasEdit(Kind.NOTICED)));
    figures.add(
        articles(
            "edited-cannot-tell", o -> o.hasEdit(e -> SeenEdit.UNTOLD.contains(e.disclosure()))));
    figures.add(articles("new-headline", o -> o.text().headlines().isChanged()));
    figures.add(articles("headline-swung", o -> o.text().headlines().returns() > 0));
    figures.add(
        articles("new-first-paragraph", o -> o.hasEdit(e -> e.kinds().contains(Kind.LEDE))));
    figures.addAll(disclosures(Observed::counted, watched));
    return figures;
  }

  private Figure articles(String id, Predicate<Observed> such) {
    long part = watched.stream().filter(such).count();
    return new Figure(Subject.ARTICLES, id, ShareEstimate.of(part, watched.size()));
  }

  private static List<Figure> disclosures(
      Function<Observed, List<SeenEdit>> some, List<Observed> articles) {
    return SeenEdit.COUNTED.stream()
        .map(k -> new Figure(Subject.EDITS, k.id(), edits(articles, some, e -> is(e, k))))
        .toList();
  }

  private static boolean is(SeenEdit edit, Kind disclosure) {
    return edit.disclosure() == disclosure;
  }

  /** Which share of some edits are such, each article a cluster. */
  private static ShareEstimate edits(
      List<Observed> articles, Function<Observed, List<SeenEdit>> some, Predicate<SeenEdit> such) {
    List<Cluster> clusters = new ArrayList<>();
    for (Observed article : articles) {
      List<SeenEdit> edits = some.apply(article);
      if (!edits.isEmpty()) {
        clusters.add(new Cluster(edits.stream().filter(such).count(), edits.size()));
      }
    }
    return ShareEstimate.clustered(clusters);
  }

  private List<KindFigures> kinds() {
    return GroupFigures.WEIGHTY.stream()
        .map(this::kind)
        .filter(k -> k.noticed().whole() > 0)
        .toList();
  }

  private KindFigures kind(Kind kind) {
    Function<Observed, List<SeenEdit>> some =
        o -> o.counted().stream().filter(e -> e.kinds().contains(kind)).toList();
    return new KindFigures(
        kind,
        edits(watched, some, e -> is(e, Kind.NOTICED)),
        edits(watched, some, e -> is(e, Kind.STAMPED)),
        edits(watched, some, e -> is(e, Kind.SILENT)),
        edits(watched, some, e -> is(e, Kind.NO_UPDATE_TIME)),
        edits(watched, some, e -> is(e, Kind.CANNOT_TELL) || is(e, Kind.PUBLISHED_MOVED)));
  }

  private FirstDay firstDay() {
    List<Observed> longer = watched.stream().filter(o -> o.isWatchedFor(TextCourse.DAY)).toList();
    List<Duration> apart =
        longer.stream()
            .map(o -> o.watched().checksWithin(TextCourse.DAY))
            .filter(checks -> checks > 0)
            .map(checks -> TextCourse.DAY.dividedBy(Math.max(1, checks - 1)))
            .toList();
    return new FirstDay(
        longer.size(),
        Median.of(apart).value(),
        disclosures(o -> o.countedWithin(TextCourse.DAY), longer));
  }

  private Lasting lasting() {
    List<Observed> longer = watched.stream().filter(o -> o.isWatchedFor(TextCourse.DAY)).toList();
    List<Standing> known = new ArrayList<>();
    for (Observed article : longer) {
      Standing standing = article.text().afterDay();
      if (standing != null) {
        known.add(standing);
      }
    }
    return new Lasting(
        known.size(),
        watched.size() - longer.size(),
        longer.size() - known.size(),
        median(known, s -> (double) s.still() / s.first()),
        median(known, s -> (double) s.now() / s.first()));
  }

  private static Quantile median(List<Standing> known, Function<Standing, Double> value) {
    return OrderMedian.of(known.stream().map(value).toList(), 0.5);
  }

  private Map<Kind, Integer> leftOut() {
    Map<Kind, Integer> out = new EnumMap<>(Kind.class);
    for (Observed article : watched) {
      article.edits().stream()
          .filter(e -> !e.counts())
          .forEach(e -> out.merge(e.disclosure(), 1, Integer::sum));
    }
    return out;
  }

  private Map<String, Integer> pendulums() {
    Map<String, Integer> pendulums = new TreeMap<>();
    watched.stream().filter(o -> o.swings() > 0).forEach(o -> pendulums.put(o.key(), o.swings()));
    return Collections.unmodifiableMap(pendulums);
  }
}
