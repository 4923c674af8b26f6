package stet.corpus;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up article that grows older: each revision makes another version of it. */
final class Story {
  /** Median and spread of the body's length; see the comment at {@link #bodyLength}. */
  private static final double MEDIAN_BODY = 2_800;

  private static final double SPREAD_BODY = 1.2;
  private static final int LONGEST_BODY = 60_000;
  private static final double MEDIAN_PARAGRAPH = 160;
  private static final double SPREAD_PARAGRAPH = 0.9;

  private final Wording wording;
  private final Random random;
  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<String> bylines = new ArrayList<>();
  private final Instant published;
  private String headline;
  private String dek;
  private Instant updated;
  private int version = 1;

  Story(Wording wording, Random random, Instant published) {
    this.wording = wording;
    this.random = random;
    this.published = published;
    this.updated = published;
    headline = wording.headline(random);
    dek = wording.sentence(random);
    for (int i = random.nextInt(2); i >= 0; i--) {
      bylines.add(wording.name(random));
    }
    int wanted = bodyLength(random);
    int length = 0;
    while (length < wanted || paragraphs.size() < 4) {
      paragraphs.add(paragraph());
      length += paragraphs.get(paragraphs.size() - 1).length();
    }
  }

  /**
   * In characters, log-normal. Of the first versions of the 854 real articles at hand a quarter has
   * less than 1.3 kB of text, half less than 2.8 kB, a quarter more than 6.7 kB: a median of 2.8 kB
   * and a spread of 1.2 (of the natural logarithm) gives 1.2, 2.8 and 6.3 kB.
   */
  private static int bodyLength(Random random) {
    return (int)
        Math.min(LONGEST_BODY, MEDIAN_BODY * Math.exp(SPREAD_BODY * random.nextGaussian()));
  }

  private String paragraph() {
    double wanted = MEDIAN_PARAGRAPH * Math.exp(SPREAD_PARAGRAPH * random.nextGaussian());
    StringBuilder out = new StringBuilder(wording.sentence(random));
    while (out.length() < Math.min(wanted, 1_500)) {
      out.append(' ').append(wording.sentence(random));
    }
    return out.toString();
  }

  List<String> paragraphs() {
    return paragraphs;
  }

  List<String> notices() {
    return notices;
  }

  List<String> bylines() {
    return bylines;
  }

  String headline() {
    return headline;
  }

  String dek() {
    return dek;
  }

  Instant published() {
    return published;
  }

  Instant updated() {
    return updated;
  }

  int version() {
    return version;
  }

  /** All that a reader reads, one line each. */
  String text() {
    return headline
        + "\n"
        + dek
        + "\n"
        + String.join("\n", paragraphs)
        + "\n"
        + String.join("\n", notices)
        + "\n";
  }

  /** Makes the next version, seen at that time, by one edit and often more. */
  void revise(Instant now) {
    version++;
    Edit first = Edit.any(random);
    apply(first, now);
    boolean restamp = first == Edit.RESTAMP;
    while (!restamp && random.nextInt(100) < 35) {
      Edit more = Edit.any(random);
      if (more != Edit.RESTAMP) {
        apply(more, now);
      }
    }
    // Of real revisions one in seven comes with a newer date and no notice.
    if (!restamp && random.nextInt(100) < 14) {
      stamp(now);
    }
  }

  private void apply(Edit edit, Instant now) {
    switch (edit) {
      case TYPO -> typo();
      case NUMBER -> replaceWord(Wording.number(random));
      case NAME -> replaceWord(wording.name(random));
      case SENTENCE -> sentence();
      case ADDED -> paragraphs.add(1 + random.nextInt(paragraphs.size()), paragraph());
      case REMOVED -> remove();
      case MOVED -> move();
      case HEADLINE -> headline = wording.headline(random);
      case DEK -> dek = wording.sentence(random);
      case RESTAMP -> stamp(now);
      case NOTICE -> notice(now);
    }
  }

  private void stamp(Instant now) {
    updated = now.truncatedTo(ChronoUnit.SECONDS);
  }

  private int any() {
    return random.nextInt(paragraphs.size());
  }

  /** Two letters in the middle of a longer word change places, or one is doubled. */
  private void typo() {
    int at = any();
    StringBuilder text = new StringBuilder(paragraphs.get(at));
    for (int i = text.length() / 3; i + 3 < text.length(); i++) {
      boolean inWord = true;
      for (int k = -1; k <= 2; k++) {
        inWord &= i + k >= 0 && Character.isLowerCase(text.charAt(i + k));
      }
      if (inWord) {
        text.insert(i, text.charAt(i));
        break;
      }
    }
    paragraphs.set(at, text.toString());
  }

  private void replaceWord(String by) {
    int at = any();
    String[] words = paragraphs.get(at).split(" ");
    words[1 + random.nextInt(words.length - 2)] = by;
    paragraphs.set(at, String.join(" ", words));
  }

  private void sentence() {
    int at = any();
    String[] sentences = paragraphs.get(at).split("(?<=\\.) ");
    sentences[random.nextInt(sentences.length)] = wording.sentence(random);
    paragraphs.set(at, String.join(" ", sentences));
  }

  private void remove() {
    if (paragraphs.size() > 4) {
      paragraphs.remove(1 + random.nextInt(paragraphs.size() - 1));
    } else {
      sentence();
    }
  }

  private void move() {
    String moved = paragraphs.remove(1 + random.nextInt(paragraphs.size() - 1));
    paragraphs.add(random.nextInt(paragraphs.size()), moved);
  }

  private void notice(Instant now) {
    notices.add(
        "An earlier version of this article misstated "
            + wording.content(random)
            + " "
            + wording.content(random)
            + ". The correct number is "
            + Wording.number(random)
            + ".");
    replaceWord(Wording.number(random));
    stamp(now);
  }

  /** What a revision may do, with its share of a hundred. */
  enum Edit {
    TYPO(8),
    NUMBER(16),
    NAME(9),
    SENTENCE(17),
    ADDED(18),
    REMOVED(9),
    MOVED(3),
    HEADLINE(6),
    DEK(2),
    RESTAMP(6),
    NOTICE(6);

    private final int share;

    Edit(int share) {
      this.share = share;
    }

    static Edit any(Random random) {
      int at = random.nextInt(100);
      for (Edit edit : values()) {
        at -= edit.share;
        if (at < 0) {
          return edit;
        }
      }
      throw new AssertionError("shares do not add up to a hundred");
    }
  }
}
