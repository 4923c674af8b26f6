package stet.track;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.article.Block;
import stet.diff.rank.Weights;
import stet.store.CommonBlocks;
import stet.store.Tables;
import stet.story.OutletBlocks;
import stet.story.OutletFurniture;
import stet.timeline.Entry;
import stet.timeline.Marks;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;

/**
 * Marks what {@link OutletFurniture} learns from the other articles of a collection.
 *
 * <p>Nothing of it is stored. It follows from the captures that are there when a timeline is read,
 * so that no order of import changes it and a rebuilt collection says the same.
 */
final class HostFurniture implements Marks {
  private final Tables tables;
  private final Marks others;
  private final LongFunction<Timeline> bare;
  private final OutletFurniture furniture;

  /**
   * @param others marks that are set besides, and win
   * @param bare the timeline of the article of a number, without any marks
   */
  HostFurniture(Tables tables, Marks others, LongFunction<Timeline> bare) {
    this.tables = tables;
    this.others = others;
    this.bare = bare;
    this.furniture = new OutletFurniture(new Stored());
  }

  private final class Stored implements OutletBlocks {
    @Override
    public List<Long> others(TrackedArticle article, Block block, int most) {
      return tables.commonBlocks().articles(block, article.outlet(), article.uri(), most);
    }

    @Override
    public boolean holds(long article, Block block) {
      return tables.commonBlocks().holds(article, block);
    }
  }

  @Override
  public Weights weights() {
    return others.weights();
  }

  @Override
  public Timeline marked(Timeline timeline) {
    return others.marked(furniture.learned(timeline));
  }

  @Override
  public boolean quotes(String outlet) {
    return others.quotes(outlet);
  }

  @Override
  public String basis() {
    return others.basis();
  }

  @Override
  public boolean learns(Entry.Revised revised) {
    return OutletFurniture.learns(revised);
  }

  /** The blocks that came or went with a revision and stand in other stories of the outlet. */
  List<Block> furniture(Timeline timeline, Entry.Revised revised) {
    return furniture.furniture(timeline, revised);
  }

  @Override
  public String fingerprint(String articleKey) {
    return learned(articleKey).fingerprint();
  }

  /**
   * What an article learns.
   *
   * @param fingerprint as {@link #fingerprint}
   * @param lessons as {@link stet.timeline.KeptTimeline#lessons}
   * @param bare its timeline without any marks; null where it need not be read for that
   */
  record Learned(String fingerprint, Set<String> lessons, @Nullable Timeline bare) {}

  /** Both from one reading of the timeline, and from none where it can learn nothing. */
  Learned learned(String articleKey) {
    String held = others.fingerprint(articleKey);
    return tables
        .articles()
        .byKey(articleKey)
        .filter(row -> tables.commonBlocks().candidate(row.id(), OutletFurniture.LONGEST))
        .map(row -> learned(bare.apply(row.id()), held))
        .orElseGet(() -> new Learned(held, Set.of(), null));
  }

  private Learned learned(Timeline timeline, String held) {
    String numbers =
        timeline.revisions().stream()
            .filter(r -> furniture.isFurniture(timeline, r))
            .map(r -> String.valueOf(r.version()))
            .collect(Collectors.joining(" "));
    Set<String> lessons =
        timeline.revisions().stream()
            .filter(OutletFurniture::learns)
            .flatMap(r -> OutletFurniture.changed(timeline, r).stream())
            .map(CommonBlocks::name)
            .collect(Collectors.toSet());
    String all = numbers.isEmpty() ? held : held + " furniture " + numbers;
    return new Learned(all, lessons, timeline);
  }

  @Override
  public String told(String articleKey) {
    return others.told(articleKey);
  }

  @Override
  public Set<String> articles() {
    return others.articles();
  }

  /** As {@link #since}, without what other stories may teach. */
  Set<String> toldSince(long number) {
    return others.since(number);
  }

  /**
   * What other stories teach is no change of the story that learns, and has no number of its own.
   */
  @Override
  public Set<String> since(long number) {
    Set<String> keys = new LinkedHashSet<>(others.since(number));
    keys.addAll(tables.commonBlocks().candidatesSince(number, OutletFurniture.LONGEST));
    return keys;
  }
}
