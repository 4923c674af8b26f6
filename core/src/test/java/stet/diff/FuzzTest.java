package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stet.diff.judge.Revisions;
import stet.diff.standard.Differs;

/**
 * Pairs of random texts of four kinds, numbered, so that a failure can be run again. 2,000 in the
 * build, 40,000 with {@code -Dtest.jvm=-Dstet.fuzz.cases=40000}.
 */
class FuzzTest {
  private static final int CASES = Integer.getInteger("stet.fuzz.cases", 2_000);
  private static final String[] MARKS = {
    "-", "-5", "pre-", "(", ")", "[1]", "«", "»", "“", "”", "the", "a", "and", ",", ".", "\n", "—",
    "x"
  };

  private final Differ differ = Differs.standard();

  @Test
  void everyPairIsSpelledOutAgain() {
    for (int number = 0; number < CASES; number++) {
      List<String> pair = pair(number);
      String before = pair.get(0);
      String after = pair.get(1);
      List<Delta> deltas = differ.diff(before, after);
      assertThat(Revisions.beforeText(deltas)).as("old text of case " + number).isEqualTo(before);
      assertThat(Revisions.afterText(deltas)).as("new text of case " + number).isEqualTo(after);
      assertThat(before.equals(after) || deltas.stream().anyMatch(d -> d.kind() != Delta.Kind.KEPT))
          .as("something is told of case " + number)
          .isTrue();
    }
  }

  @Test
  void everyRevisionAppliesForwardsAndBack() {
    for (int number = 0; number < CASES; number++) {
      var before = Texts.version(List.of(pair(number).get(0).split("\n", -1)));
      var after = Texts.version(List.of(pair(number).get(1).split("\n", -1)));
      Revision revision = differ.diff(before, after);
      assertThat(Revisions.apply(BodyText.of(before), revision))
          .as("case " + number)
          .isEqualTo(BodyText.of(after));
      assertThat(Revisions.restore(BodyText.of(after), revision))
          .as("case " + number)
          .isEqualTo(BodyText.of(before));
    }
  }

  private static List<String> pair(int number) {
    Random random = new Random(number);
    return switch (number % 4) {
      case 0 -> edited(random);
      case 1 -> List.of(characters(random), characters(random));
      case 2 -> List.of(marks(random), marks(random));
      default -> shuffled(random);
    };
  }

  private static List<String> edited(Random random) {
    List<String> before = Texts.paragraphs(random, 12);
    return List.of(String.join("\n", before), String.join("\n", Texts.mutate(before, random)));
  }

  /** Any UTF-16 units at all, halves of characters and controls among them. */
  private static String characters(Random random) {
    StringBuilder out = new StringBuilder();
    for (int k = random.nextInt(60); k > 0; k--) {
      out.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
    }
    return out.toString();
  }

  private static String marks(Random random) {
    StringBuilder out = new StringBuilder();
    for (int k = random.nextInt(120); k > 0; k--) {
      out.append(MARKS[random.nextInt(MARKS.length)]).append(random.nextBoolean() ? " " : "");
    }
    return out.toString();
  }

  /** Lines that differ in a word or two, in another order. */
  private static List<String> shuffled(Random random) {
    List<String> before = new ArrayList<>();
    String frame = Texts.sentence(random) + " %s " + Texts.sentence(random);
    for (int k = 2 + random.nextInt(12); k > 0; k--) {
      before.add(frame.replace("%s", "no. " + random.nextInt(6)));
    }
    List<String> after = new ArrayList<>(before);
    Collections.shuffle(after, random);
    after.set(0, after.get(0) + " " + Texts.sentence(random));
    return List.of(String.join("\n", before), String.join("\n", after));
  }
}
