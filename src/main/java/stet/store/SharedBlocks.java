package stet.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stet.sqlite.Sql;

/**
 * Which of some articles may have a revision that is furniture. Only asks; nothing is stored. Of a
 * revision alone SQLite would have to join the texts of two versions, so that is done here, from
 * the stretches of many versions read at once.
 */
final class SharedBlocks {
  /** States are asked for in multiples of that: a query is prepared and kept for each number. */
  private static final int ASKED = 64;

  private static final long NONE = 0;

  private final Sql sql;

  SharedBlocks(Sql sql) {
    this.sql = sql;
  }

  /** A revision with the states that it leads from and to. */
  private record Place(long article, long before, long after) {}

  /** As {@link ArticleLines#learning} tells it. */
  Set<Long> learning(List<Long> articles, ArticleLines.Furniture furniture) {
    List<Place> places = places(articles, furniture.words());
    Map<Long, Set<Long>> blocks = blocks(places);
    Set<Long> learning = new HashSet<>();
    for (Place place : places) {
      if (!learning.contains(place.article()) && !isOwn(place, blocks, furniture.stories())) {
        learning.add(place.article());
      }
    }
    return learning;
  }

  private List<Place> places(List<Long> articles, int words) {
    List<@Nullable Object> values = new ArrayList<>(List.of(words));
    values.addAll(articles);
    return sql.all(
        """
        SELECT r.article_id,
          (SELECT state_id FROM version WHERE article_id = r.article_id AND number = r.number - 1),
          (SELECT state_id FROM version WHERE article_id = r.article_id AND number = r.number)
        """
            + CommonBlocks.CANDIDATES
            + " AND r.article_id IN "
            + ArticleLines.marks(articles),
        r -> new Place(r.getLong(1), r.getLong(2), r.getLong(3)),
        values.toArray());
  }

  /** The blocks of the states, by the states' numbers. */
  private Map<Long, Set<Long>> blocks(List<Place> places) {
    Set<Long> distinct = new TreeSet<>();
    for (Place place : places) {
      distinct.add(place.before());
      distinct.add(place.after());
    }
    List<Long> states = new ArrayList<>(distinct);
    while (states.size() % ASKED != 0) {
      states.add(NONE);
    }
    Map<Long, Set<Long>> blocks = new HashMap<>();
    sql.all(
        "SELECT state_id, block_id, blocks FROM state_stretch WHERE state_id IN "
            + ArticleLines.marks(states),
        r -> {
          Set<Long> of = blocks.computeIfAbsent(r.getLong(1), s -> new HashSet<>());
          long first = r.getLong(2);
          for (int i = 0; i < r.getInt(3); i++) {
            of.add(first + i);
          }
          return first;
        },
        states.toArray());
    return blocks;
  }

  /** Whether a block came or went that too few other articles show. */
  private boolean isOwn(Place place, Map<Long, Set<Long>> blocks, int stories) {
    Set<Long> before = blocks.getOrDefault(place.before(), Set.of());
    Set<Long> after = blocks.getOrDefault(place.after(), Set.of());
    return isAnyOwn(before, after, place.article(), stories)
        || isAnyOwn(after, before, place.article(), stories);
  }

  private boolean isAnyOwn(Set<Long> blocks, Set<Long> without, long article, int stories) {
    for (long block : blocks) {
      if (!without.contains(block) && others(block, article, stories) < stories) {
        return true;
      }
    }
    return false;
  }

  /** How many other articles ever showed a block; {@code most} where they are more. */
  private int others(long block, long article, int most) {
    return sql.all(
            "SELECT DISTINCT c.article_id FROM state_stretch s JOIN capture c"
                + " ON c.state_id = s.state_id WHERE s.block_id <= ?1 AND s.block_id > ?1 - "
                + BlockTable.LONGEST
                + " AND s.block_id + s.blocks > ?1 AND c.article_id <> ?2 LIMIT ?3",
            r -> r.getLong(1),
            block,
            article,
            most)
        .size();
  }
}
