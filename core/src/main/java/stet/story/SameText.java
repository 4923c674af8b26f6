package stet.story;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import stet.article.ArticleVersion;
import stet.article.Block;

/**
 * Whether two pages show nearly the same text: of all runs of letters and digits of one length that
 * stand in either, at least seven in ten stand in both (the resemblance of Broder, <i>On the
 * resemblance and containment of documents</i>, 1997, with runs of characters, which need no
 * words). An edited sentence or two leave it; two stories from one form do not reach it.
 */
public final class SameText {
  private static final int RUN = 12;

  /** A shorter text may be an empty page's furniture, which many addresses share. */
  private static final int LEAST = 150;

  /** More says nothing new, and time stays bounded. */
  private static final int MOST = 100_000;

  private static final double ENOUGH = 0.7;

  private SameText() {}

  /** Whether they do. */
  public static boolean near(ArticleVersion a, ArticleVersion b) {
    String one = letters(a);
    String other = letters(b);
    int shorter = Math.min(one.length(), other.length());
    if (shorter < LEAST || shorter < ENOUGH * Math.max(one.length(), other.length())) {
      return false;
    }
    if (one.equals(other)) {
      return true;
    }
    Set<String> left = runs(one);
    Set<String> right = runs(other);
    long shared = left.stream().filter(right::contains).count();
    return shared >= ENOUGH * (left.size() + right.size() - shared);
  }

  private static String letters(ArticleVersion v) {
    String text = v.body().stream().map(Block::text).collect(Collectors.joining());
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .limit(MOST)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static Set<String> runs(String letters) {
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= letters.length(); i++) {
      runs.add(letters.substring(i, i + RUN));
    }
    return runs;
  }
}
