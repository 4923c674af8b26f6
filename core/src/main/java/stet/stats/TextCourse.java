package stet.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Label.Kind;
import stet.text.Digits;
import stet.timeline.Blame;
import stet.timeline.Entry;
import stet.timeline.LifeLine;
import stet.timeline.SeenVersion;
import stet.timeline.Standing;
import stet.timeline.Timeline;

/**
 * What became of an article's text.
 *
 * @param afterDay how much of the first version stood a day after it was first seen; null where it
 *     was not watched that long, or can't be told
 * @param stood texts that were taken back or corrected
 */
public record TextCourse(Headlines headlines, @Nullable Standing afterDay, List<Stood> stood) {
  /** A text that never changed. */
  public static final TextCourse STILL = new TextCourse(Headlines.ONE, null, List.of());

  static final Duration DAY = Duration.ofDays(1);

  /** Of a page that may lack a part of the story nothing is reckoned. */
  private static final Set<Kind> DOUBTFUL =
      EnumSet.of(Kind.PERHAPS_CUT, Kind.TEMPLATE_DRIFT, Kind.READ_OTHERWISE);

  public TextCourse {
    stood = List.copyOf(stood);
  }

  static TextCourse of(Timeline timeline, @Nullable Instant published) {
    List<Stood> stood = new ArrayList<>();
    List<Entry.Revised> revisions = timeline.revisions();
    for (Entry.Revised revised : revisions) {
      SeenEdit edit = SeenEdit.of(revised);
      if (edit.counts() && edit.kinds().contains(Kind.REVERT)) {
        takenBack(timeline, revised, edit).ifPresent(stood::add);
      }
      if (edit.disclosure() == Kind.NOTICED
          && edit.kinds().containsAll(Set.of(Kind.CORRECTION, Kind.ACKNOWLEDGED, Kind.NUMBER))) {
        corrected(timeline, revised, published).ifPresent(stood::add);
      }
    }
    return new TextCourse(Headlines.of(timeline), afterDay(timeline), stood);
  }

  /** Where running text went and was put back, once; what swings is no error taken back. */
  private static Optional<Stood> takenBack(
      Timeline timeline, Entry.Revised revised, SeenEdit edit) {
    boolean swings = timeline.entries().stream().anyMatch(e -> e instanceof Entry.Oscillated);
    if (swings || edit.kinds().contains(Kind.OSCILLATION)) {
      return Optional.empty();
    }
    List<String> back = body(timeline, revised.version());
    if (body(timeline, revised.version() - 1).equals(back)) {
      return Optional.empty();
    }
    int same = revised.version() - 2;
    while (same > 0 && !body(timeline, same).equals(back)) {
      same--;
    }
    int away = same + 1;
    return timeline.revisions().stream()
        .filter(r -> r.version() == away && away > 1 && SeenEdit.of(r).counts())
        .findFirst()
        .map(r -> Stood.between(Stood.Why.TAKEN_BACK, r.window(), revised.window()));
  }

  private static List<String> body(Timeline timeline, int version) {
    ArticleVersion state = timeline.versions().get(version - 1).state();
    return state.body().stream().map(Block::text).toList();
  }

  private static Optional<Stood> corrected(
      Timeline timeline, Entry.Revised revised, @Nullable Instant published) {
    int last = revised.version() - 1;
    List<Integer> births =
        Blame.walk(timeline, revised.version()).lifeLines().stream()
            .filter(l -> l.lastSeen() == last && l.extent() == LifeLine.Extent.WORDS)
            .filter(l -> Digits.in(l.text()))
            .map(LifeLine::since)
            .distinct()
            .toList();
    if (births.size() != 1) {
      return Optional.empty(); // none, or it is not known which of them the notice is about
    }
    int birth = births.get(0);
    Instant first = timeline.versions().get(0).first().at();
    return birth == 1
        ? Optional.of(Stood.sinceBefore(Stood.Why.CORRECTED, first, published, revised.window()))
        : timeline.revisions().stream()
            .filter(r -> r.version() == birth)
            .findFirst()
            .map(r -> Stood.between(Stood.Why.CORRECTED, r.window(), revised.window()));
  }

  private static @Nullable Standing afterDay(Timeline timeline) {
    List<SeenVersion> versions = timeline.versions();
    Instant mark = versions.get(0).first().at().plus(DAY);
    if (versions.stream().noneMatch(v -> !v.lastSeen().isBefore(mark))) {
      return null;
    }
    int version = 1;
    for (Entry.Revised revised : timeline.revisions()) {
      boolean before = !revised.window().notAfter().isAfter(mark);
      boolean across = !before && revised.window().notBefore().isBefore(mark);
      Kind disclosure = revised.labels().get(0).kind();
      if (before && DOUBTFUL.contains(disclosure) || across && SeenEdit.of(revised).counts()) {
        return null;
      }
      version = before ? revised.version() : version;
    }
    boolean swings =
        timeline.entries().stream()
            .anyMatch(e -> e instanceof Entry.Oscillated && e.at().isBefore(mark));
    boolean cut = versions.subList(0, version).stream().anyMatch(v -> !v.cut().isEmpty());
    Standing standing = swings || cut ? null : Blame.walk(timeline, version).standing();
    return standing == null || standing.first() == 0 ? null : standing;
  }
}
