package stet.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import stet.diff.Label.Kind;
import stet.stats.Figure.Subject;
import stet.stats.Grouping.Group;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.ShareEstimate;

/**
 * What is known of a group of articles. All shares are of articles that were looked at twice at
 * least, and of their edits; edits of one article are alike, and intervals take that into account.
 *
 * @param watching how the articles were looked at
 * @param figures shares of articles, then of edits
 * @param kinds how edits of some kinds were disclosed; kinds without an edit are left out
 * @param happenings how soon things happened, one for each {@link Happening.What}, in its order
 * @param publication which articles are counted from their publication
 * @param firstDay what was seen on articles' first day
 * @param lasting what a day makes of their texts
 * @param hours edits by hour of the day
 * @param weekdays edits by weekday
 * @param leftOut revisions that are not counted as edits, by how they are labelled
 * @param pendulums articles whose text swings between two versions, and how many further swings
 *     were not counted, by key
 */
public record GroupFigures(
    Group group,
    Watched watching,
    List<Figure> figures,
    List<KindFigures> kinds,
    List<Happening> happenings,
    Publication publication,
    FirstDay firstDay,
    Lasting lasting,
    Rhythm hours,
    Rhythm weekdays,
    Map<Kind, Integer> leftOut,
    Map<String, Integer> pendulums) {
  /** What is told of apart, since an error in it weighs. */
  public static final Set<Kind> WEIGHTY =
      Collections.unmodifiableSet(
          EnumSet.of(
              Kind.NUMBER,
              Kind.QUOTATION,
              Kind.NAME,
              Kind.HEADLINE,
              Kind.ATTRIBUTION,
              Kind.NEGATION,
              Kind.DEATH_OR_GUILT));

  /** These show that the pages state an update time that can move. */
  private static final Set<String> TIMED = Set.of(Kind.SILENT.id(), Kind.STAMPED.id());

  /** Of so many edits one may be such that nobody can say whether it was silent. */
  private static final int UNTOLD_OF = 5;

  public GroupFigures {
    figures = List.copyOf(figures);
    kinds = List.copyOf(kinds);
    happenings = List.copyOf(happenings);
    leftOut = Collections.unmodifiableMap(leftOut);
    pendulums = Collections.unmodifiableMap(pendulums);
  }

  /**
   * How the articles of a group were looked at.
   *
   * @param articles how many there are
   * @param once how many of them were looked at but once, so that nothing can be said of them
   * @param guessed of how many the language is guessed from the text, and not stated by the page
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
      int guessed,
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
    OutletClock clock = new OutletClock(articles);
    List<GroupFigures> figures = new ArrayList<>();
    groups.forEach(
        (group, members) -> figures.add(new GroupCount(group, members, clock).figures()));
    return figures;
  }

  /** How many groups there are. */
  public static int count(List<Observed> articles, Grouping grouping) {
    Set<Group> groups = new HashSet<>();
    articles.forEach(a -> groups.addAll(grouping.groups(a)));
    return groups.size();
  }

  /** Whether of any edit it could be told that it was, or was not, silent. */
  public boolean canBeSilent() {
    return TIMED.stream().mapToLong(this::edits).sum() > 0;
  }

  /**
   * Whether that can be told of four edits in five at least, so that silent edits of outlets may be
   * laid side by side: an outlet whose pages state no update time would seem to have none.
   */
  public boolean showsSilence() {
    long untold = SeenEdit.UNTOLD.stream().mapToLong(kind -> edits(kind.id())).sum();
    long all = SeenEdit.COUNTED.stream().mapToLong(kind -> edits(kind.id())).sum();
    return canBeSilent() && untold * UNTOLD_OF <= all;
  }

  private long edits(String disclosure) {
    return share(Subject.EDITS, disclosure).map(ShareEstimate::part).orElse(0L);
  }

  /** How soon something happened. */
  public EventCurve curve(Happening.What what) {
    return happenings.get(what.ordinal()).curve();
  }

  /** A share by what is counted and its name. */
  public Optional<ShareEstimate> share(Subject subject, String id) {
    return figures.stream()
        .filter(f -> f.subject() == subject && f.id().equals(id))
        .findFirst()
        .map(Figure::share);
  }
}
