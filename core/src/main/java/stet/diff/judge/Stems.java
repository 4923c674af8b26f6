package stet.diff.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import stet.diff.word.FunctionWords;

/**
 * Content words that count as one when they share their stem: most of their letters from the start,
 * whatever their endings. Needs no list for a language, and rather joins two words than parts one.
 */
final class Stems {
  /** Words of fewer letters have no ending to lose. */
  private static final int FEWEST = 4;

  private static final double SHARED = 0.6;
  private static final int LONGEST_ENDING = 5;

  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Map<String, List<String>> words = new HashMap<>();

  void add(String word) {
    parts(word).forEach(this::addPart);
  }

  /** The word, and what its hyphens, slashes and dots join. */
  private static List<String> parts(String word) {
    String[] parts = PARTS.split(word);
    List<String> all = new ArrayList<>(List.of(word));
    if (parts.length > 1) {
      all.addAll(List.of(parts));
    }
    return all;
  }

  private void addPart(String word) {
    String plain = plain(word);
    if (isContent(plain)) {
      List<String> bucket = words.computeIfAbsent(head(plain), k -> new ArrayList<>());
      if (!bucket.contains(plain)) {
        bucket.add(plain);
      }
    }
  }

  /** Whether a word of that stem was added. */
  boolean has(String word) {
    return parts(word).stream().anyMatch(this::hasPart);
  }

  private boolean hasPart(String word) {
    String plain = plain(word);
    return isContent(plain)
        && words.getOrDefault(head(plain), List.of()).stream().anyMatch(w -> alike(w, plain));
  }

  private static String head(String word) {
    return word.length() <= FEWEST ? word : word.substring(0, FEWEST);
  }

  private static boolean alike(String a, String b) {
    int shared = 0;
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    while (shared < shorter && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    boolean number = hasDigit(a) || hasDigit(b);
    return number
        ? shared == longer
        : shared >= SHARED * longer && longer - shared <= LONGEST_ENDING;
  }

  /** Lower case; numbers without the marks that part their digits. */
  private static String plain(String word) {
    String lower = EditJudge.lower(word);
    return hasDigit(lower) ? lower.replaceAll("(?<=\\p{Nd})[.,'’\\s](?=\\p{Nd}{3})", "") : lower;
  }

  static boolean hasDigit(String word) {
    return word.codePoints().anyMatch(Character::isDigit);
  }

  private static boolean isContent(String word) {
    if (hasDigit(word)) {
      return true;
    }
    char[] chars = word.toCharArray();
    boolean ideographs = word.codePoints().anyMatch(Character::isIdeographic);
    return chars.length > (ideographs ? 1 : 2) && !FunctionWords.contains(chars, chars.length);
  }
}
