package stet.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import stet.diff.Label.Kind;
import stet.stats.Figure.Subject;
import stet.stats.Grouping.Group;
import stet.stats.estimate.Cluster;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.ShareEstimate;

/**
 * What is known of a group of articles. All shares are of articles that were looked at twice at
 * least, and of their edits; edits of one article are alike, and intervals take that into account.
 *
 * @param watching how the articles were looked at
 * @param figures shares of articles, then of edits
 * @param kinds how edits of some kinds were disclosed; kinds without an edit are left out
 * @param firstEdit how soon articles were first edited, from their first check
 * @param firstSilent how soon they were first edited silently
 * @param leftOut revisions that are not counted as edits, by how they are labelled
 * @param pendulums articles whose text swings between two versions, and how many further swings
 *     were not counted, by key
 */
public record GroupFigures(
    Group group,
    Watched watching,
    List<Figure> figures,
    List<KindFigures> kinds,
    EventCurve firstEdit,
    EventCurve firstSilent,
    Map<Kind, Integer> leftOut,
    Map<String, Integer> pendulums) {
  /** What is told of apart, since an error in it weighs. */
  public static final List<Kind> WEIGHTY =
      List.of(
          Kind.NUMBER,
          Kind.QUOTATION,
          Kind.NAME,
          Kind.HEADLINE,
          Kind.ATTRIBUTION,
          Kind.NEGATION,
          Kind.DEATH_OR_GUILT);

  private static final Set<String> TOLD =
      Set.of(Kind.SILENT.id(), Kind.STAMPED.id(), Kind.NOTICED.id());

  public GroupFigures {
    figures = List.copyOf(figures);
    kinds = List.copyOf(kinds);
    leftOut = Collections.unmodifiableMap(leftOut);
    pendulums = Collections.unmodifiableMap(pendulums);
  }

  /**
   * How the articles of a group were looked at.
   *
   * @param articles how many there are
   * @param once how many of them were looked at but once, so that nothing can be said of them
   * @param checks how many checks showed one of the others
   * @param from the first check of any of them, UTC
   * @param until the last check of any of them, UTC
   * @param apart how far apart two checks of an article were; the median over articles; zero where
   *     none was looked at twice
   * @param lasting how long an article was watched; the median; zero likewise
   */
  public record Watched(
      int articles,
      int once,
      long checks,
      Instant from,
      Instant until,
      Duration apart,
      Duration lasting) {
    /** Whether nothing can be said of edits. */
    public boolean isAllOnce() {
      return articles == once;
    }
  }

  /** The figures of each group, in the order of their names. */
  public static List<GroupFigures> of(List<Observed> articles, Grouping grouping) {
    Map<Group, List<Observed>> groups = new TreeMap<>();
    for (Observed article : articles) {
      grouping
          .groups(article)
          .forEach(g -> groups.computeIfAbsent(g, k -> new ArrayList<>()).add(article));
    }
    List<GroupFigures> figures = new ArrayList<>();
    groups.forEach((group, members) -> figures.add(of(group, members)));
    return figures;
  }

  private static GroupFigures of(Group group, List<Observed> members) {
    List<Observed> watched = members.stream().filter(Observed::isWatched).toList();
    Map<String, Integer> pendulums = new TreeMap<>();
    watched.stream().filter(o -> o.swings() > 0).forEach(o -> pendulums.put(o.key(), o.swings()));
    return new GroupFigures(
        group,
        watched(members, watched),
        figures(watched),
        kinds(watched),
        curve(watched, e -> true),
        curve(watched, e -> e.disclosure() == Kind.SILENT),
        leftOut(watched),
        pendulums);
  }

  private static EventCurve curve(List<Observed> watched, Predicate<SeenEdit> such) {
    return EventCurve.atAges(watched.stream().map(o -> o.until(such)).toList());
  }

  private static Watched watched(List<Observed> all, List<Observed> watched) {
    return new Watched(
        all.size(),
        all.size() - watched.size(),
        watched.stream().mapToLong(Observed::checks).sum(),
        all.stream().map(Observed::first).min(Instant::compareTo).orElseThrow(),
        all.stream().map(Observed::last).max(Instant::compareTo).orElseThrow(),
        Median.of(watched.stream().map(GroupFigures::apart).toList()).value(),
        Median.of(watched.stream().map(GroupFigures::lasting).toList()).value());
  }

  private static Duration lasting(Observed article) {
    return Duration.between(article.first(), article.last());
  }

  private static Duration apart(Observed article) {
    return lasting(article).dividedBy(Math.max(1, article.checks() - 1));
  }

  private static List<Figure> figures(List<Observed> watched) {
    List<Figure> figures = new ArrayList<>();
    figures.add(articles(watched, "edited", e -> true));
    figures.add(articles(watched, "edited-silently", e -> e.disclosure() == Kind.SILENT));
    figures.add(articles(watched, "edited-with-notice", e -> e.disclosure() == Kind.NOTICED));
    figures.add(
        articles(watched, "edited-cannot-tell", e -> SeenEdit.UNTOLD.contains(e.disclosure())));
    for (Kind kind : SeenEdit.COUNTED) {
      ShareEstimate share = edits(watched, e -> true, e -> e.disclosure() == kind);
      figures.add(new Figure(Subject.EDITS, kind.id(), share));
    }
    return figures;
  }

  private static Figure articles(List<Observed> watched, String id, Predicate<SeenEdit> such) {
    long part = watched.stream().filter(o -> o.hasEdit(such)).count();
    return new Figure(Subject.ARTICLES, id, ShareEstimate.of(part, watched.size()));
  }

  /** Which share of some edits are such, each article a cluster. */
  private static ShareEstimate edits(
      List<Observed> watched, Predicate<SeenEdit> some, Predicate<SeenEdit> such) {
    List<Cluster> clusters = new ArrayList<>();
    for (Observed article : watched) {
      List<SeenEdit> edits = article.counted().stream().filter(some).toList();
      if (!edits.isEmpty()) {
        clusters.add(new Cluster(edits.stream().filter(such).count(), edits.size()));
      }
    }
    return ShareEstimate.clustered(clusters);
  }

  private static List<KindFigures> kinds(List<Observed> watched) {
    return WEIGHTY.stream()
        .map(kind -> kind(watched, kind))
        .filter(k -> k.noticed().whole() > 0)
        .toList();
  }

  private static KindFigures kind(List<Observed> watched, Kind kind) {
    Predicate<SeenEdit> some = e -> e.kinds().contains(kind);
    return new KindFigures(
        kind,
        edits(watched, some, e -> e.disclosure() == Kind.NOTICED),
        edits(watched, some, e -> e.disclosure() == Kind.STAMPED),
        edits(watched, some, e -> e.disclosure() == Kind.SILENT),
        edits(watched, some, e -> SeenEdit.UNTOLD.contains(e.disclosure())));
  }

  private static Map<Kind, Integer> leftOut(List<Observed> watched) {
    Map<Kind, Integer> out = new EnumMap<>(Kind.class);
    for (Observed article : watched) {
      article.edits().stream()
          .filter(e -> !e.counts())
          .forEach(e -> out.merge(e.disclosure(), 1, Integer::sum));
    }
    return out;
  }

  /** Whether of any edit it could be told that the publisher did, or did not, tell of it. */
  public boolean canBeSilent() {
    return figures.stream()
        .filter(f -> f.subject() == Subject.EDITS && TOLD.contains(f.id()))
        .anyMatch(f -> f.share().part() > 0);
  }

  /** A share by what is counted and its name. */
  public Optional<ShareEstimate> share(Subject subject, String id) {
    return figures.stream()
        .filter(f -> f.subject() == subject && f.id().equals(id))
        .findFirst()
        .map(Figure::share);
  }
}
