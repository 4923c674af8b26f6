package stet.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Made-up texts. */
final class Samples {
  static final Instant DAY = Instant.parse("2030-05-01T08:00:00Z");

  private Samples() {}

  /** Paragraphs of made-up words; those of one seed are always the same. */
  static List<String> paragraphs(int seed, int count) {
    Random random = new Random(seed * 31L + 7);
    List<String> all = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(i == 0 ? "" : " ").append(word(random));
      }
      all.add(text.append('.').toString());
    }
    return all;
  }

  private static String word(Random random) {
    return Integer.toString(random.nextInt(1_000_000), 36).replaceAll("\\d", "x");
  }

  static Text text(long id, String outlet, List<String> paragraphs) {
    return new Text(id, outlet, "", paragraphs, DAY.plusSeconds(id * 60));
  }

  @SafeVarargs
  static List<String> all(List<String>... parts) {
    return Arrays.stream(parts).flatMap(List::stream).toList();
  }

  static Stories find(List<Text> texts) {
    Sketches sketches = new Sketches();
    texts.forEach(sketches::add);
    SketchIndex index = sketches.index();
    return StoryFinder.find(
        index,
        new KeptTexts(index.check(), id -> texts.stream().filter(t -> t.id() == id).toList()));
  }

  /** The articles of each story. */
  static List<List<Long>> members(Stories stories) {
    return stories.stories().stream()
        .map(s -> s.members().stream().map(Member::id).sorted().toList())
        .sorted(java.util.Comparator.comparing(List::toString))
        .toList();
  }
}
