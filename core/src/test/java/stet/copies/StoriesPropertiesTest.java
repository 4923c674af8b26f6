package stet.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.copies.Samples.find;
import static stet.copies.Samples.members;
import static stet.copies.Samples.paragraphs;
import static stet.copies.Samples.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of copies and stories. */
class StoriesPropertiesTest {
  /** Texts made of parts of a few stories. */
  private static List<Text> texts(Random random, int count) {
    List<Text> all = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      List<String> paragraphs = new ArrayList<>();
      for (int part = 1 + random.nextInt(2); part > 0; part--) {
        List<String> story = paragraphs(random.nextInt(4), 9);
        int from = random.nextInt(6);
        paragraphs.addAll(story.subList(random.nextBoolean() ? 0 : from, from + 3));
      }
      all.add(text(id, "outlet " + random.nextInt(5), paragraphs));
    }
    return all;
  }

  @Property(tries = 60)
  void theOrderOfInputDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int n) {
    Random random = new Random(seed);
    List<Text> texts = texts(random, n);
    List<Text> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, random);
    assertThat(find(shuffled)).isEqualTo(find(texts));
  }

  @Property(tries = 100)
  void theVerdictIsTheSameTheOtherWayRound(@ForAll long seed) {
    List<Text> texts = texts(new Random(seed), 2);
    CopyCheck check = CopyCheck.plain();
    assertThat(check.compare(texts.get(1), texts.get(0)))
        .isEqualTo(check.compare(texts.get(0), texts.get(1)).swapped());
  }

  @Property(tries = 60)
  void unrelatedArticlesChangeNoStory(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int n) {
    Random random = new Random(seed);
    List<Text> texts = texts(random, n);
    List<Text> more = new ArrayList<>(texts);
    for (int i = 0; i < 6; i++) {
      more.add(
          text(
              1000 + i, "outlet " + random.nextInt(7), paragraphs(500 + i, 2 + random.nextInt(9))));
    }
    assertThat(members(find(more))).isEqualTo(members(find(texts)));
  }

  @Property(tries = 60)
  void everyMemberIsACopyOfTheCentre(@ForAll long seed) {
    List<Text> texts = texts(new Random(seed), 12);
    for (Story story : find(texts).stories()) {
      assertThat(story.outlets()).hasSizeGreaterThan(1);
      assertThat(story.members()).allMatch(m -> m.shared() >= 16 && m.share() > 0);
    }
  }
}
