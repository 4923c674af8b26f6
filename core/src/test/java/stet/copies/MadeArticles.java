package stet.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up articles of real lengths, each made anew from its number whenever it is asked for. One in
 * ten is a copy: another article's text, cut, with some words and the beginning changed.
 */
final class MadeArticles {
  private static final int OUTLETS = 200;
  private static final int WORDS = 30_000;

  /** The first article of every hundred is copied by ten others of that hundred. */
  private static final int BLOCK = 100;

  static final int COPIES = 10;

  private final String[] words = new String[WORDS];

  MadeArticles() {
    Random random = new Random(1);
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int k = 2 + random.nextInt(3) + (i > 200 ? 2 : 0); k > 0; k--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words[i] = word.toString();
    }
  }

  /** Whether the article is a copy, and of which; itself where it is none. */
  static long original(long id) {
    long in = id % BLOCK;
    return in > 0 && in <= COPIES ? id - in : id;
  }

  Text article(long id) {
    Random random = new Random(id * 7919 + 5);
    long original = original(id);
    List<String> paragraphs = original == id ? text(random) : text(new Random(original * 7919 + 5));
    if (original != id) {
      paragraphs = changed(paragraphs, random);
    }
    String outlet = "outlet " + (id * 31 + id / 100) % OUTLETS;
    return new Text(
        id, outlet, "en", paragraphs, Instant.EPOCH.plusSeconds(random.nextInt(1 << 30)));
  }

  /** A median of some 450 words, one in twenty longer than 1,200. */
  private List<String> text(Random random) {
    int left = (int) Math.min(6000, Math.max(60, 450 * Math.exp(random.nextGaussian() * 0.6)));
    List<String> paragraphs = new ArrayList<>();
    while (left > 0) {
      int length = Math.min(left, 25 + random.nextInt(40));
      StringBuilder paragraph = new StringBuilder();
      for (int i = 0; i < length; i++) {
        paragraph.append(i == 0 ? "" : i % 13 == 12 ? ". " : " ").append(word(random));
      }
      paragraphs.add(paragraph.append('.').toString());
      left -= length;
    }
    return paragraphs;
  }

  /** Frequent words first, about as Zipf has it. */
  private String word(Random random) {
    return words[(int) Math.min(WORDS - 1, Math.exp(random.nextDouble() * Math.log(WORDS)) - 1)];
  }

  private List<String> changed(List<String> text, Random random) {
    int keep = Math.max(1, (int) (text.size() * (0.4 + random.nextDouble() * 0.6)));
    List<String> all = new ArrayList<>();
    for (String paragraph : text.subList(0, keep)) {
      String[] own = paragraph.split(" ");
      for (int i = 0; i < own.length; i++) {
        own[i] = random.nextInt(25) == 0 ? word(random) : own[i];
      }
      all.add(String.join(" ", own));
    }
    if (random.nextBoolean()) {
      all.add(0, text(new Random(random.nextLong())).get(0));
    }
    return all;
  }
}
