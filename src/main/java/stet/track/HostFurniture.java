package stet.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import stet.article.Block;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.rank.Weights;
import stet.store.CommonBlocks;
import stet.store.Tables;
import stet.timeline.Entry;
import stet.timeline.Marks;
import stet.timeline.Timeline;

/**
 * Learns an outlet's furniture from its articles: blocks that stand in several other stories of it.
 * A revision in which nothing but such blocks came or went is cosmetic.
 *
 * <p>Nothing of it is stored. It follows from the captures that are there when a timeline is read,
 * so that no order of import changes it and a rebuilt collection says the same; and since it only
 * ever takes an edit back, what is learned later never makes one.
 */
final class HostFurniture implements Marks {
  /** So many other stories of the outlet have to show a block. */
  static final int STORIES = 3;

  /** Furniture is short; what is longer is judged as text. In words, of all that came or went. */
  static final int LONGEST = 80;

  private static final int MOST_BLOCKS = 8;
  private static final int LOOKED_AT = 40;

  /** A story that has this share of another's longest blocks is a copy of it. */
  private static final int PROBED = 6;

  private static final Set<Kind> UNSTATED =
      EnumSet.of(Kind.SILENT, Kind.NO_UPDATE_TIME, Kind.CANNOT_TELL, Kind.PUBLISHED_MOVED);

  private static final Set<Kind> PARAGRAPHS =
      EnumSet.of(Kind.PARAGRAPH_ADDED, Kind.PARAGRAPH_REMOVED);

  private final Tables tables;
  private final Marks others;
  private final LongFunction<Timeline> bare;

  /**
   * @param others marks that are set besides, and win
   * @param bare the timeline of the article of a number, without any marks
   */
  HostFurniture(Tables tables, Marks others, LongFunction<Timeline> bare) {
    this.tables = tables;
    this.others = others;
    this.bare = bare;
  }

  @Override
  public Weights weights() {
    return others.weights();
  }

  @Override
  public Timeline marked(Timeline timeline) {
    boolean any = timeline.revisions().stream().anyMatch(HostFurniture::candidate);
    return others.marked(any ? learned(timeline) : timeline);
  }

  @Override
  public boolean quotes(String outlet) {
    return others.quotes(outlet);
  }

  @Override
  public String basis() {
    return others.basis();
  }

  private Timeline learned(Timeline timeline) {
    long article = tables.articles().byKey(timeline.article().key()).orElseThrow().id();
    List<Entry> entries = new ArrayList<>();
    boolean any = false;
    for (Entry entry : timeline.entries()) {
      boolean learned = entry instanceof Entry.Revised r && furniture(timeline, article, r);
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

  private boolean furniture(Timeline timeline, long article, Entry.Revised revised) {
    if (!unstated(revised) || !learns(revised)) {
      return false;
    }
    List<Block> changed = changed(timeline, revised);
    return !changed.isEmpty()
        && changed.size() <= MOST_BLOCKS
        && changed.stream().allMatch(block -> common(timeline, article, block));
  }

  /** What {@link CommonBlocks#candidate} asks of a revision, where the timeline is at hand. */
  private static boolean candidate(Entry.Revised revised) {
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

  /** By what the revision did to the words alone, for its labels may be learned ones. */
  @Override
  public boolean learns(Entry.Revised revised) {
    return oneSided(revised)
        && revised.revision().hunks().stream().allMatch(HostFurniture::whole)
        && revised.revision().fields().stream().allMatch(f -> f.field().isStatedDate());
  }

  private static boolean whole(Hunk hunk) {
    return hunk instanceof Hunk.Deleted
        || hunk instanceof Hunk.Inserted
        || hunk instanceof Hunk.Kept;
  }

  /** The blocks that came or went as a whole. */
  private static List<Block> changed(Timeline timeline, Entry.Revised revised) {
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
    return changed;
  }

  /** The blocks that came or went with a revision and stand in other stories of the outlet. */
  List<Block> furniture(Timeline timeline, Entry.Revised revised) {
    List<Block> changed = changed(timeline, revised);
    if (changed.isEmpty() || changed.size() > MOST_BLOCKS) {
      return List.of();
    }
    long article = tables.articles().byKey(timeline.article().key()).orElseThrow().id();
    return changed.stream().filter(block -> common(timeline, article, block)).toList();
  }

  private boolean common(Timeline timeline, long article, Block block) {
    CommonBlocks blocks = tables.commonBlocks();
    List<Long> found = blocks.articles(block, timeline.article().outlet(), article, LOOKED_AT);
    if (found.size() < STORIES) {
      return false;
    }
    List<Block> own = probes(timeline, block);
    return found.stream().filter(other -> !copy(other, own)).limit(STORIES).count() == STORIES;
  }

  /** The story's longest blocks, by which a copy of it is told. */
  private static List<Block> probes(Timeline timeline, Block besides) {
    return timeline.versions().get(timeline.versions().size() - 1).state().body().stream()
        .filter(b -> !b.equals(besides))
        .sorted(Comparator.comparingInt((Block b) -> -b.text().length()).thenComparing(Block::text))
        .limit(PROBED)
        .toList();
  }

  /** The same story under another address, or another edition of it, teaches nothing. */
  private boolean copy(long other, List<Block> own) {
    long shared = own.stream().filter(b -> tables.commonBlocks().holds(other, b)).count();
    return shared * 2 > own.size();
  }

  @Override
  public String fingerprint(String articleKey) {
    String held = others.fingerprint(articleKey);
    String learned =
        tables
            .articles()
            .byKey(articleKey)
            .filter(row -> tables.commonBlocks().candidate(row.id(), LONGEST))
            .map(row -> numbers(row.id()))
            .orElse("");
    return learned.isEmpty() ? held : held + " furniture " + learned;
  }

  @Override
  public String told(String articleKey) {
    return others.told(articleKey);
  }

  private String numbers(long article) {
    Timeline timeline = bare.apply(article);
    return timeline.revisions().stream()
        .filter(r -> furniture(timeline, article, r))
        .map(r -> String.valueOf(r.version()))
        .collect(Collectors.joining(" "));
  }

  @Override
  public Set<String> articles() {
    return others.articles();
  }

  /**
   * What other stories teach is no change of the story that learns, and has no number of its own.
   */
  @Override
  public Set<String> since(long number) {
    Set<String> keys = new LinkedHashSet<>(others.since(number));
    keys.addAll(tables.commonBlocks().candidatesSince(number, LONGEST));
    return keys;
  }
}
