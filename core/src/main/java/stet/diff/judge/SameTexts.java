package stet.diff.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import stet.article.ArticleVersion;
import stet.article.Block;

/**
 * Which versions of one article have the same text. Each is looked at once and held against those
 * of one hash alone, so that a history of a hundred thousand versions takes no longer for each of
 * them than a short one. For one thread.
 */
public final class SameTexts {
  /** The numbers of the versions with one text, in their order. */
  private static final class Numbers {
    private int[] numbers = new int[1];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }

    int first() {
      return numbers[0];
    }

    /** How many of them are no greater than {@code last}. */
    int upTo(int last) {
      int at = Arrays.binarySearch(numbers, 0, size, last);
      return at < 0 ? -1 - at : at + 1;
    }
  }

  private final IntFunction<ArticleVersion> versions;
  private final Map<Long, List<Numbers>> byHash = new HashMap<>();
  private int known;

  /**
   * @param versions gives the version of a number, from 1; is asked only when a text is looked for
   */
  public SameTexts(IntFunction<ArticleVersion> versions) {
    this.versions = versions;
  }

  /** The versions up to that number. */
  public Earlier upTo(int last) {
    return new Earlier() {
      @Override
      public int latest(ArticleVersion version) {
        return find(version, last)
            .filter(n -> n.first() <= last)
            .map(n -> n.numbers[n.upTo(last) - 1])
            .orElse(0);
      }

      @Override
      public long count(ArticleVersion version) {
        return find(version, last).map(n -> n.upTo(last)).orElse(0);
      }
    };
  }

  private Optional<Numbers> find(ArticleVersion version, int last) {
    while (known < last) {
      known++;
      add(known);
    }
    return find(version, hash(version));
  }

  private void add(int number) {
    ArticleVersion version = versions.apply(number);
    long hash = hash(version);
    find(version, hash)
        .orElseGet(
            () -> {
              Numbers fresh = new Numbers();
              byHash.computeIfAbsent(hash, h -> new ArrayList<>(1)).add(fresh);
              return fresh;
            })
        .add(number);
  }

  /** Two texts may have one hash. */
  private Optional<Numbers> find(ArticleVersion version, long hash) {
    return byHash.getOrDefault(hash, List.of()).stream()
        .filter(n -> Facts.sameText(versions.apply(n.first()), version))
        .findFirst();
  }

  private static long hash(ArticleVersion version) {
    long hash = 31L * version.headline().hashCode() + version.dek().hashCode();
    for (Block block : version.body()) {
      hash = 0x100000001b3L * hash + block.text().hashCode();
    }
    return hash;
  }
}
