package stet.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import stet.article.Block;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * Learns an outlet's furniture from its articles: blocks that stand in several other stories of it.
 * A revision in which nothing but such blocks came or went is cosmetic. It only ever takes an edit
 * back: what is learned later never makes one.
 */
public final class OutletFurniture {
  /** So many other stories of the outlet have to show a block. */
  public static final int STORIES = 3;

  /** Furniture is short; what is longer is judged as text. In words, of all that came or went. */
  public static final int LONGEST = 80;

  /** So many stories that show a block are looked at, in the order of their addresses. */
  public static final int LOOKED_AT = 40;

  private static final int MOST_BLOCKS = 8;

  /** A story that has more than half of another's longest blocks is a copy of it. */
  private static final int PROBED = 6;

  private static final Set<Kind> UNSTATED =
      EnumSet.of(Kind.SILENT, Kind.NO_UPDATE_TIME, Kind.CANNOT_TELL, Kind.PUBLISHED_MOVED);

  private static final Set<Kind> PARAGRAPHS =
      EnumSet.of(Kind.PARAGRAPH_ADDED, Kind.PARAGRAPH_REMOVED);

  private final OutletBlocks shared;

  /** Learns from those blocks. */
  public OutletFurniture(OutletBlocks shared) {
    this.shared = shared;
  }

  /** The timeline with what was learned; the same one where nothing was. */
  public Timeline learned(Timeline timeline) {
    if (timeline.revisions().stream().noneMatch(OutletFurniture::candidate)) {
      return timeline;
    }
    List<Entry> entries = new ArrayList<>();
    boolean any = false;
    for (Entry entry : timeline.entries()) {
      boolean learned = entry instanceof Entry.Revised r && isFurniture(timeline, r);
      entries.add(learned ? cosmetic((Entry.Revised) entry) : entry);
      any |= learned;
    }
    return any ? timeline.with(entries) : timeline;
  }

  private static Entry cosmetic(Entry.Revised revised) {
    String detail = "what came or went stands in other stories of the outlet, too";
    return new Entry.Revised(
        revised.version(),
        revised.window(),
        revised.revision(),
        List.of(new Label(Kind.COSMETIC, detail)));
  }

  /** Whether nothing but furniture came or went with a revision that nobody is known to state. */
  public boolean isFurniture(Timeline timeline, Entry.Revised revised) {
    if (!unstated(revised) || !learns(revised)) {
      return false;
    }
    List<Block> changed = changed(timeline, revised);
    return !changed.isEmpty() && changed.stream().allMatch(block -> common(timeline, block));
  }

  /** Whether {@link #learned} may change anything about a revision. */
  public static boolean candidate(Entry.Revised revised) {
    return unstated(revised)
        && oneSided(revised)
        && revised.labels().stream().anyMatch(l -> PARAGRAPHS.contains(l.kind()));
  }

  private static boolean unstated(Entry.Revised revised) {
    return UNSTATED.contains(revised.labels().get(0).kind());
  }

  private static boolean oneSided(Entry.Revised revised) {
    var counts = revised.revision().counts();
    int words = counts.inserted() + counts.deleted();
    return counts.moved() == 0
        && (counts.inserted() == 0 || counts.deleted() == 0)
        && words > 0
        && words <= LONGEST;
  }

  /** The same by what the revision did to the words alone, for its labels may be learned ones. */
  public static boolean learns(Entry.Revised revised) {
    return oneSided(revised)
        && revised.revision().hunks().stream().allMatch(OutletFurniture::whole)
        && revised.revision().fields().stream().allMatch(f -> f.field().isStatedDate());
  }

  private static boolean whole(Hunk hunk) {
    return hunk instanceof Hunk.Deleted
        || hunk instanceof Hunk.Inserted
        || hunk instanceof Hunk.Kept;
  }

  /** The blocks that came or went as a whole; none where they are too many to be looked at. */
  public static List<Block> changed(Timeline timeline, Entry.Revised revised) {
    List<Block> before = timeline.versions().get(revised.version() - 2).state().body();
    List<Block> after = timeline.versions().get(revised.version() - 1).state().body();
    List<Block> changed = new ArrayList<>();
    for (Hunk hunk : revised.revision().hunks()) {
      if (hunk instanceof Hunk.Deleted gone) {
        changed.add(before.get(gone.beforeBlock()));
      } else if (hunk instanceof Hunk.Inserted come) {
        changed.add(after.get(come.afterBlock()));
      }
    }
    return changed.size() > MOST_BLOCKS ? List.of() : changed;
  }

  /** The blocks that came or went with a revision and stand in other stories of the outlet. */
  public List<Block> furniture(Timeline timeline, Entry.Revised revised) {
    return changed(timeline, revised).stream().filter(block -> common(timeline, block)).toList();
  }

  private boolean common(Timeline timeline, Block block) {
    List<Long> found = shared.others(timeline.article(), block, LOOKED_AT);
    if (found.size() < STORIES) {
      return false;
    }
    List<Block> own = probes(timeline, block);
    return found.stream().filter(other -> !copy(other, own)).limit(STORIES).count() == STORIES;
  }

  /**
   * The story's longest blocks, by which a copy of it is told.
   *
   * @param besides a block that is left out
   */
  public static List<Block> probes(Timeline timeline, Block besides) {
    return timeline.versions().get(timeline.versions().size() - 1).state().body().stream()
        .filter(b -> !b.equals(besides))
        .sorted(Comparator.comparingInt((Block b) -> -b.text().length()).thenComparing(Block::text))
        .limit(PROBED)
        .toList();
  }

  /** The same story under another address, or another edition of it, teaches nothing. */
  private boolean copy(long other, List<Block> own) {
    long held = own.stream().filter(b -> shared.holds(other, b)).count();
    return held * 2 > own.size();
  }
}
