package stet.track;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import stet.article.Block;
import stet.diff.rank.Weights;
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
    String held = others.fingerprint(articleKey);
    String learned =
        tables
            .articles()
            .byKey(articleKey)
            .filter(row -> tables.commonBlocks().candidate(row.id(), OutletFurniture.LONGEST))
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
        .filter(r -> furniture.isFurniture(timeline, r))
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
    keys.addAll(tables.commonBlocks().candidatesSince(number, OutletFurniture.LONGEST));
    return keys;
  }
}
