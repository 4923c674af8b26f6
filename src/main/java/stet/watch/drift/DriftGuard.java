package stet.watch.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.text.CleanText;

/**
 * Tells a new page template from edits. When a site is redesigned, the same words appear in or
 * vanish from article after article: a newsletter box that is now taken for a paragraph, a byline
 * that is now taken for none. An editor changes one story; nobody changes most stories of a site in
 * the same words within a day.
 *
 * <p>Pure: it is told what changed and when, and names the revisions to hold.
 */
public final class DriftGuard {
  /**
   * What counts as drift; docs/WATCHING.md has the measurements.
   *
   * @param fewest fewer articles than these may well be edited alike, such as a series that is
   *     renamed
   * @param share of the host's articles looked at in that time, so large a share changed alike
   * @param span the time within which they did
   */
  public record Limits(int fewest, double share, Duration span) {
    public static final Limits STANDARD = new Limits(4, 0.3, Duration.ofHours(36));
  }

  private DriftGuard() {}

  /**
   * One revision of one article.
   *
   * @param article what the article is known by
   * @param revision what the revision is known by, unique over all articles
   * @param seenAt when the new text was first seen, UTC
   * @param removed the texts of blocks that went
   * @param added the texts of blocks that came
   */
  public record Change(
      String article, String revision, Instant seenAt, Set<String> removed, Set<String> added) {
    public Change {
      removed = Set.copyOf(removed);
      added = Set.copyOf(added);
    }
  }

  /**
   * Changes that came of a template.
   *
   * @param revisions to be held
   * @param articles how many articles they belong to
   * @param checked how many articles of the host were looked at in that time
   * @param from when the first was seen, UTC
   * @param to when the last was seen, UTC
   * @param sample one text that they share, as it stands in the page, with {@code -} or {@code +}
   */
  public record Drift(
      List<String> revisions, int articles, int checked, Instant from, Instant to, String sample) {
    public Drift {
      revisions = List.copyOf(revisions);
    }

    /** One line for people. */
    public String line(String host) {
      return "held "
          + revisions.size()
          + " revisions of '"
          + host
          + "' as a change of its template: "
          + articles
          + " of "
          + checked
          + " articles changed alike";
    }
  }

  /** How many articles of a host were looked at between two times, changed or not. */
  @FunctionalInterface
  public interface Checked {
    /**
     * Counts them.
     *
     * @param from UTC, inclusive
     * @param until UTC, inclusive; may lie ahead
     */
    int between(Instant from, Instant until);
  }

  /** A text on one side of a change. */
  private record Mark(char side, String text) {}

  /** So much of what a revision changed must be shared for it to be drift and nothing else. */
  private static final double SHARED = 0.5;

  /**
   * Looks at the revisions of one host.
   *
   * @param changes of one host, in any order; those of the last days are enough
   * @param checked tells how many articles of that host were looked at
   * @return what is to be held, oldest first; empty when nothing is
   */
  public static List<Drift> find(List<Change> changes, Checked checked) {
    return find(changes, checked, Limits.STANDARD);
  }

  public static List<Drift> find(List<Change> changes, Checked checked, Limits limits) {
    List<Change> sorted = new ArrayList<>(changes);
    sorted.sort(Comparator.comparing(Change::seenAt).thenComparing(Change::revision));
    List<Drift> found = new ArrayList<>();
    Set<String> held = new HashSet<>();
    for (int from = 0; from < sorted.size(); from++) {
      if (!held.contains(sorted.get(from).revision())) {
        List<Change> near = near(sorted, from, held, limits.span());
        Drift drift = drift(near, checked, limits);
        if (drift != null && drift.revisions().contains(sorted.get(from).revision())) {
          found.add(drift);
          held.addAll(drift.revisions());
        }
      }
    }
    return found;
  }

  private static List<Change> near(List<Change> sorted, int from, Set<String> held, Duration span) {
    Instant until = sorted.get(from).seenAt().plus(span);
    return sorted.subList(from, sorted.size()).stream()
        .takeWhile(c -> !c.seenAt().isAfter(until))
        .filter(c -> !held.contains(c.revision()))
        .toList();
  }

  private static @Nullable Drift drift(List<Change> near, Checked all, Limits limits) {
    // Only what was looked at since the first of them could show the new template.
    Instant first = near.get(0).seenAt();
    int checked = all.between(first, first.plus(limits.span()));
    Map<Mark, Set<String>> articles = new HashMap<>();
    for (Change change : near) {
      marks(change)
          .forEach(m -> articles.computeIfAbsent(m, k -> new HashSet<>()).add(change.article()));
    }
    double enough = Math.max(limits.fewest(), limits.share() * checked);
    articles.values().removeIf(a -> a.size() < enough);
    List<Change> alike = near.stream().filter(c -> isAlike(c, articles.keySet())).toList();
    Set<String> concerned = new HashSet<>();
    alike.forEach(c -> concerned.add(c.article()));
    if (concerned.size() < enough) {
      return null;
    }
    Mark sample =
        articles.entrySet().stream()
            .max(
                Comparator.comparing((Map.Entry<Mark, Set<String>> e) -> e.getValue().size())
                    .thenComparing(e -> e.getKey().text(), Comparator.reverseOrder()))
            .orElseThrow()
            .getKey();
    return new Drift(
        alike.stream().map(Change::revision).toList(),
        concerned.size(),
        Math.max(checked, concerned.size()),
        alike.get(0).seenAt(),
        alike.get(alike.size() - 1).seenAt(),
        sample.side() + " " + sample.text());
  }

  /** A story that was also edited in its own words is no mere drift: it is shown. */
  private static boolean isAlike(Change change, Set<Mark> shared) {
    Set<Mark> marks = marks(change);
    long common = marks.stream().filter(shared::contains).count();
    return common > 0 && common >= SHARED * marks.size();
  }

  private static Set<Mark> marks(Change change) {
    Set<Mark> marks = new HashSet<>();
    change.removed().forEach(t -> marks.add(new Mark('-', CleanText.of(t))));
    change.added().forEach(t -> marks.add(new Mark('+', CleanText.of(t))));
    return marks;
  }
}
