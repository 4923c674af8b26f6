package stet.diff;

import java.util.List;
import java.util.Locale;

/**
 * What happened to a block, or to blocks that were split or merged. A revision lists its hunks in
 * the order of the new text; what was deleted or moved away stands where it used to be.
 *
 * <p>Block numbers are indices into {@link stet.article.ArticleVersion#body()}, from 0.
 */
public sealed interface Hunk {
  /** Old blocks this hunk covers, ascending; empty where it covers only new text. */
  List<Integer> before();

  /** New blocks this hunk covers, ascending; empty where it covers only old text. */
  List<Integer> after();

  /** The words, in reading order. */
  List<Delta> deltas();

  /** The block is there in both, word for word (its spelling or its kind may differ). */
  record Kept(int beforeBlock, int afterBlock, List<Delta> deltas) implements Hunk {
    @Override
    public List<Integer> before() {
      return List.of(beforeBlock);
    }

    @Override
    public List<Integer> after() {
      return List.of(afterBlock);
    }
  }

  /** The block is new. */
  record Inserted(int afterBlock, List<Delta> deltas) implements Hunk {
    @Override
    public List<Integer> before() {
      return List.of();
    }

    @Override
    public List<Integer> after() {
      return List.of(afterBlock);
    }
  }

  /** The block is gone. */
  record Deleted(int beforeBlock, List<Delta> deltas) implements Hunk {
    @Override
    public List<Integer> before() {
      return List.of(beforeBlock);
    }

    @Override
    public List<Integer> after() {
      return List.of();
    }
  }

  /** The block stayed in its place and its words changed. */
  record Changed(int beforeBlock, int afterBlock, List<Delta> deltas) implements Hunk {
    @Override
    public List<Integer> before() {
      return List.of(beforeBlock);
    }

    @Override
    public List<Integer> after() {
      return List.of(afterBlock);
    }
  }

  /**
   * The block as it arrived at its new place, edited on the way or not: in the deltas what came
   * along is {@code KEPT}. The old place is a {@link MovedAway} with the same number.
   *
   * @param move number of the move within the revision, from 1
   */
  record Moved(int move, int beforeBlock, int afterBlock, List<Delta> deltas) implements Hunk {
    @Override
    public List<Integer> before() {
      return List.of(beforeBlock);
    }

    @Override
    public List<Integer> after() {
      return List.of(afterBlock);
    }
  }

  /** The place a moved block left. Its words stand in the {@link Moved} of the same number. */
  record MovedAway(int move, int beforeBlock, int afterBlock) implements Hunk {
    @Override
    public List<Integer> before() {
      return List.of();
    }

    @Override
    public List<Integer> after() {
      return List.of();
    }

    @Override
    public List<Delta> deltas() {
      return List.of();
    }
  }

  /** One block became several, edited or not. Block boundaries are line feeds in the deltas. */
  record Split(int beforeBlock, List<Integer> after, List<Delta> deltas) implements Hunk {
    @Override
    public List<Integer> before() {
      return List.of(beforeBlock);
    }
  }

  /** Several blocks became one, edited or not. Block boundaries are line feeds in the deltas. */
  record Merged(List<Integer> before, int afterBlock, List<Delta> deltas) implements Hunk {
    @Override
    public List<Integer> after() {
      return List.of(afterBlock);
    }
  }

  /** Several blocks became several others, with the boundaries between them redrawn. */
  record Reflowed(List<Integer> before, List<Integer> after, List<Delta> deltas) implements Hunk {}

  /** Its name in JSON: {@code kept}, {@code changed}, {@code away} for a block moved away. */
  default String kind() {
    return this instanceof MovedAway ? "away" : getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Whether any word changed here, or the block moved. */
  default boolean isChange() {
    return this instanceof Moved
        || this instanceof MovedAway
        || deltas().stream().anyMatch(Delta::isChange);
  }
}
