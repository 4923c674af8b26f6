package stet.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** What outlets do to a text that they took over, by rule. */
final class Variants {
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？])");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Random random;

  Variants(Random random) {
    this.random = random;
  }

  /** A way to take over a text. */
  enum Kind {
    SAME,
    FIRST_THIRD,
    LAST_DROPPED,
    MIDDLE_REMOVED,
    WORDS_REPLACED,
    SENTENCES_REORDERED,
    OTHER_LEDE,
    INSERTED,
    DATELINE,
    CORRECTED,
    PARAGRAPHS_MERGED,
    CUT_AND_REWRITTEN,
    WITHIN_LONGER
  }

  /**
   * The text as another outlet has it.
   *
   * @param other another story of that outlet
   */
  List<String> of(Kind kind, List<String> text, List<String> other) {
    int n = text.size();
    return switch (kind) {
      case SAME -> text;
      case FIRST_THIRD -> part(text, 0.34);
      case LAST_DROPPED -> part(text, 0.5 + random.nextDouble() / 3);
      case MIDDLE_REMOVED -> joined(text.subList(0, (n + 2) / 3), text.subList(2 * n / 3, n));
      case WORDS_REPLACED -> each(text, p -> replaced(p, spare(other), 9));
      case SENTENCES_REORDERED -> each(text, this::reordered);
      case OTHER_LEDE -> joined(part(other, 0.01), text.subList(n > 2 ? 1 : 0, n));
      case INSERTED -> inserted(text, part(other, 0.5));
      case DATELINE -> dateline(text);
      case CORRECTED -> each(text, this::corrected);
      case PARAGRAPHS_MERGED -> List.of(String.join(" ", text));
      case CUT_AND_REWRITTEN ->
          joined(part(other, 0.01), each(part(text, 0.6), p -> replaced(p, spare(other), 12)));
      case WITHIN_LONGER -> joined(part(other, 0.8), text);
    };
  }

  private static List<String> joined(List<String> a, List<String> b) {
    List<String> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  /** Paragraphs from the first on until they have that part of the letters. */
  static List<String> part(List<String> text, double part) {
    int letters = text.stream().mapToInt(String::length).sum();
    List<String> some = new ArrayList<>();
    int sum = 0;
    for (String paragraph : text) {
      if (sum >= part * letters) {
        break;
      }
      some.add(paragraph);
      sum += paragraph.length();
    }
    return some;
  }

  private static List<String> each(
      List<String> text, java.util.function.UnaryOperator<String> change) {
    return text.stream().map(change).toList();
  }

  /** Words to put in the place of others. */
  private static String spare(List<String> other) {
    String all = String.join(" ", other.subList(0, Math.min(other.size(), 5)));
    return all.substring(0, Math.min(all.length(), 500));
  }

  /** Every so many words another one; without spaces, characters. */
  private String replaced(String paragraph, String spare, int every) {
    if (paragraph.indexOf(' ') < 0) {
      StringBuilder out = new StringBuilder(paragraph);
      for (int i = random.nextInt(every * 2);
          i < out.length();
          i += 1 + random.nextInt(every * 4)) {
        out.setCharAt(i, spare.charAt(random.nextInt(spare.length())));
      }
      return out.toString();
    }
    String[] words = paragraph.split(" ");
    String[] others = spare.split(" ");
    for (int i = 0; i < words.length; i++) {
      if (random.nextInt(every) == 0) {
        words[i] = others[random.nextInt(others.length)];
      }
    }
    return String.join(" ", words);
  }

  private String reordered(String paragraph) {
    List<String> sentences = new ArrayList<>(Arrays.asList(SENTENCE.split(paragraph)));
    Collections.shuffle(sentences, random);
    return String.join(" ", sentences);
  }

  private List<String> inserted(List<String> text, List<String> other) {
    List<String> all = new ArrayList<>(text);
    int at = 1;
    for (String paragraph : other) {
      all.add(Math.min(at, all.size()), paragraph);
      at += 2 + random.nextInt(3);
    }
    return all;
  }

  private static List<String> dateline(List<String> text) {
    List<String> all = new ArrayList<>(text);
    all.set(0, "NEUSTADT (fictional agency) - " + all.get(0));
    all.add("Reporting by A. Nobody; editing by B. Nobody");
    return all;
  }

  /** Other numbers, and another name for one that stands in the paragraph. */
  private String corrected(String paragraph) {
    String text =
        NUMBER.matcher(paragraph).replaceAll(m -> String.valueOf(random.nextInt(90) + 10));
    String[] words = text.split(" ");
    for (int i = 1; i < words.length; i++) {
      if (words[i].length() > 3
          && Character.isUpperCase(words[i].charAt(0))
          && random.nextInt(3) == 0) {
        words[i] = "Nobody" + random.nextInt(9);
      }
    }
    return String.join(" ", words);
  }
}
