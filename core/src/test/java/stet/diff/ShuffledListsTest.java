package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import stet.diff.standard.Differs;

/** Long lists of short, similar lines whose moves cross: what once went wrong. */
class ShuffledListsTest {
  private static final String[] SYLLABLES = "ka lo mi ne pu ra si to ve zu".split(" ");
  private static final String[] KINDS = {"town hall", "(Ellery)", "market", "4 May", "10:30am"};

  @Property(tries = 400)
  void aShuffledListSpellsBothTexts(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
    Random random = new Random(seed);
    List<String> old = lines(random, size);
    List<String> fresh = shuffled(old, random);
    for (int edits = random.nextInt(1 + size / 4); edits > 0; edits--) {
      int at = random.nextInt(fresh.size());
      switch (random.nextInt(4)) {
        case 0 -> fresh.set(at, line(random));
        case 1 -> fresh.add(at, line(random));
        case 2 -> fresh.add(at, fresh.get(random.nextInt(fresh.size())));
        default -> fresh.set(at, fresh.get(at) + ", " + line(random));
      }
    }
    sound(old, fresh);
  }

  /** The vocabulary grows past its room in the midst of capitalised words. */
  @Property(tries = 60)
  void soDoesOneOfHundredsOfNames(@ForAll long seed, @ForAll @IntRange(min = 90) int size) {
    Random random = new Random(seed);
    List<String> old = lines(random, 120 + size % 200);
    List<String> fresh = shuffled(old, random).subList(0, old.size() / 2);
    fresh.addAll(lines(random, 60));
    sound(old, fresh);
    sound(fresh, old);
  }

  /** Which of them moved is for the differ to say; but nothing came, and nothing went. */
  @Property(tries = 300)
  void entriesThatStandOnceOnlyMove(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
    Random random = new Random(seed);
    List<String> old = lines(random, size).stream().distinct().map(s -> "see " + s).toList();
    List<String> fresh = shuffled(old, random);
    Revision revision = Differs.standard().diff(Texts.version(old), Texts.version(fresh));
    assertThat(revision.hunks())
        .allMatch(
            h -> h instanceof Hunk.Kept || h instanceof Hunk.Moved || h instanceof Hunk.MovedAway);
    assertThat(revision.counts().deleted() + revision.counts().inserted()).isZero();
  }

  private static void sound(List<String> old, List<String> fresh) {
    assertThat(Faults.of(String.join("\n", old), String.join("\n", fresh)))
        .isEqualTo(new Faults(true, 0));
  }

  private static List<String> shuffled(List<String> lines, Random random) {
    List<String> copy = new ArrayList<>(lines);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static List<String> lines(Random random, int size) {
    List<String> lines = new ArrayList<>();
    for (int k = 0; k <= size; k++) {
      lines.add(line(random));
    }
    return lines;
  }

  private static String line(Random random) {
    return name(random) + ' ' + name(random) + ' ' + KINDS[random.nextInt(KINDS.length)];
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int k = 0; k < 3; k++) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }
}
