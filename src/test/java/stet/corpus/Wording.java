package stet.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Invented words, names and sentences. The most frequent words are English function words, so that
 * a page reads as English to a program; all others are made of syllables and mean nothing. Words
 * are drawn by Zipf's law: the one of rank r with a chance like 1 / (r + 2.7) (Mandelbrot's form,
 * with the constant usual for English), so that articles share words as real ones do.
 */
final class Wording {
  private static final int WORDS = 30_000;
  private static final double MANDELBROT = 2.7;

  private static final List<String> FUNCTION =
      List.of(
          ("the of to and a in that is was for on it with as at by from be this have has are were not"
                  + " said will would which their they but an or had its been who after more his her"
                  + " about when there than into over also could up out one two first last no if can"
                  + " before during under between against while because such other some only new all")
              .split(" "));

  private static final String[] ONSETS = {
    "b", "br", "c", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st",
    "t", "tr", "v", "w"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
  private static final String[] CODAS = {"", "", "l", "n", "r", "s", "t", "nd", "rk", "m"};

  private final List<String> words = new ArrayList<>();
  private final double[] upTo = new double[WORDS];
  private final List<String> names = new ArrayList<>();

  /** The words of a seed: always the same. */
  Wording(long seed) {
    Random random = new Random(seed);
    Set<String> taken = new TreeSet<>(FUNCTION);
    words.addAll(FUNCTION);
    while (words.size() < WORDS) {
      String word = syllables(random, 1 + random.nextInt(3));
      if (word.length() > 2 && taken.add(word)) {
        words.add(word);
      }
    }
    while (names.size() < 4_000) {
      String name = capital(syllables(random, 2)) + " " + capital(syllables(random, 2));
      if (taken.add(name)) {
        names.add(name);
      }
    }
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      sum += 1 / (i + 1 + MANDELBROT);
      upTo[i] = sum;
    }
  }

  private static String syllables(Random random, int count) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < count; i++) {
      word.append(any(ONSETS, random)).append(any(VOWELS, random)).append(any(CODAS, random));
    }
    return word.toString();
  }

  private static String any(String[] choices, Random random) {
    return choices[random.nextInt(choices.length)];
  }

  /** A word, the frequent ones often. */
  String word(Random random) {
    double at = random.nextDouble() * upTo[WORDS - 1];
    int low = 0;
    int high = WORDS - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return words.get(low);
  }

  /** A word that carries meaning. */
  String content(Random random) {
    return words.get(FUNCTION.size() + random.nextInt(2_000));
  }

  /** First name and surname of nobody. */
  String name(Random random) {
    return names.get(random.nextInt(names.size()));
  }

  /** A number as a news text has it. */
  static String number(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> String.valueOf(2 + random.nextInt(98));
      case 1 -> String.format("%,d", 1_000 + random.nextInt(90_000));
      case 2 -> (1 + random.nextInt(99)) + " per cent";
      default -> "$" + (1 + random.nextInt(900)) + " million";
    };
  }

  /** A sentence of some 8 to 24 words, now and then with a name or a number in it. */
  String sentence(Random random) {
    int length = 8 + random.nextInt(17);
    StringBuilder out = new StringBuilder(capital(word(random)));
    for (int i = 1; i < length; i++) {
      int kind = random.nextInt(24);
      out.append(' ');
      out.append(kind == 0 ? name(random) : kind == 1 ? number(random) : word(random));
    }
    return out.append('.').toString();
  }

  /** Words of a headline. */
  String headline(Random random) {
    StringBuilder out = new StringBuilder(capital(content(random)));
    for (int i = 5 + random.nextInt(6); i > 0; i--) {
      out.append(' ').append(random.nextInt(3) == 0 ? word(random) : content(random));
    }
    return out.toString();
  }

  static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
