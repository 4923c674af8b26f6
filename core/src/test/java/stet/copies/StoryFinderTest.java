package stet.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.copies.Samples.all;
import static stet.copies.Samples.find;
import static stet.copies.Samples.members;
import static stet.copies.Samples.paragraphs;
import static stet.copies.Samples.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All stories here are made up. */
class StoryFinderTest {
  @Test
  void outletsAreToldInTheOrderInWhichTheyHadIt() {
    List<String> story = paragraphs(1, 8);
    Stories stories =
        find(
            List.of(
                text(3, "Bote", story.subList(0, 4)),
                text(1, "Kurier", story.subList(0, 6)),
                text(2, "Post", story),
                text(4, "Post", paragraphs(2, 8))));
    assertThat(members(stories)).containsExactly(List.of(1L, 2L, 3L));
    assertThat(stories.stories().get(0).outlets()).containsExactly("Kurier", "Post", "Bote");
    assertThat(stories.stories().get(0).centre()).isEqualTo(2);
    assertThat(stories.stories().get(0).members().get(2).share()).isEqualTo(1);
  }

  @Test
  void whatOneOutletPrintsTwiceIsNoStory() {
    assertThat(find(List.of(text(1, "Post", paragraphs(1, 8)), text(2, "Post", paragraphs(1, 8)))))
        .isEqualTo(new Stories(List.of(), List.of()));
  }

  @Test
  void anEditionOfTheSameOutletIsAMember() {
    List<String> story = paragraphs(1, 8);
    assertThat(
            members(
                find(
                    List.of(
                        text(1, "Post", story), text(2, "Post", story), text(3, "Bote", story)))))
        .containsExactly(List.of(1L, 2L, 3L));
  }

  @Test
  void aTextWithTwoStoriesDoesNotMakeThemOne() {
    List<String> first = paragraphs(1, 8);
    List<String> second = paragraphs(2, 9);
    Stories stories =
        find(
            List.of(
                text(1, "Post", all(first, second)),
                text(2, "Bote", first),
                text(3, "Kurier", second),
                text(4, "Echo", second)));
    assertThat(members(stories)).containsExactly(List.of(1L, 3L, 4L));
    assertThat(
            members(
                find(
                    List.of(
                        text(1, "Post", all(first, second)),
                        text(2, "Bote", first),
                        text(3, "Kurier", second),
                        text(4, "Echo", second),
                        text(5, "Tag", first)))))
        .containsExactly(List.of(1L, 3L, 4L), List.of(2L, 5L));
  }

  @Test
  void aCopyOfAnyVersionIsAMember() {
    Text first = text(1, "Post", paragraphs(1, 2));
    Text latest = text(1, "Post", paragraphs(2, 8));
    assertThat(members(find(List.of(first, latest, text(2, "Bote", paragraphs(2, 6))))))
        .containsExactly(List.of(1L, 2L));
    assertThat(members(find(List.of(first, latest, text(3, "Echo", paragraphs(1, 2))))))
        .containsExactly(List.of(1L, 3L));
  }

  @Test
  void aBriefBelongsToTheLongStory() {
    List<String> story = paragraphs(1, 40);
    assertThat(members(find(List.of(text(1, "Post", story), text(2, "Bote", story.subList(0, 2))))))
        .containsExactly(List.of(1L, 2L));
  }

  @Test
  void whatStandsInManyStoriesOfAnOutletIsLearned() {
    List<String> frame = paragraphs(70, 5);
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      texts.add(text(i, "Post", all(paragraphs(10 + i, 6), frame)));
      texts.add(text(100 + i, "Bote", all(paragraphs(20 + i, 6), frame)));
    }
    Stories stories = find(texts);
    assertThat(stories.stories()).isEmpty();
    assertThat(stories.partly()).isEmpty();
  }

  @Test
  void partsOfAStoryAreToldApart() {
    List<String> own = all(paragraphs(2, 4), paragraphs(1, 12).subList(3, 6), paragraphs(3, 4));
    Stories stories = find(List.of(text(1, "Post", paragraphs(1, 12)), text(2, "Bote", own)));
    assertThat(stories.stories()).isEmpty();
    assertThat(stories.partly()).hasSize(1);
    assertThat(stories.partly().get(0).verdict().first().paragraphs()).containsExactly(3, 4, 5);
  }

  @Test
  void theSameTextTenThousandTimesIsOneStory() {
    List<String> story = paragraphs(1, 8);
    Sketches sketches = new Sketches();
    for (int i = 0; i < 10_000; i++) {
      sketches.add(text(i, "outlet " + i % 200, story));
    }
    SketchIndex index = sketches.index();
    int[] asked = new int[1];
    Stories stories =
        StoryFinder.find(
            index,
            counted(asked, new KeptTexts(index.check(), id -> List.of(text(id, "", story)))));
    assertThat(stories.stories()).hasSize(1);
    assertThat(stories.stories().get(0).members()).hasSize(10_000);
    assertThat(asked[0]).isLessThan(10_000);
  }

  @Test
  void aParagraphThatFiftyThousandShareCostsNoSquare() {
    List<String> shared = paragraphs(1, 1);
    Sketches sketches = new Sketches();
    for (int i = 0; i < 50_000; i++) {
      sketches.add(text(i, "outlet " + i % 200, all(shared, paragraphs(i + 10, 1))));
    }
    SketchIndex index = sketches.index();
    int[] asked = new int[1];
    Stories stories =
        StoryFinder.find(
            index,
            counted(
                asked,
                new KeptTexts(
                    index.check(),
                    id -> List.of(text(id, "", all(shared, paragraphs((int) id + 10, 1)))))));
    assertThat(stories.stories()).isEmpty();
    assertThat(asked[0]).isLessThan(1_000);
  }

  private static Comparer counted(int[] asked, Comparer comparer) {
    return (a, b) -> {
      asked[0]++;
      return comparer.compare(a, b);
    };
  }

  @Test
  void aMillionWordsCostNoMoreThanTheirShare() {
    List<String> line = List.of(String.join(" ", paragraphs(1, 33_000)));
    List<String> lines =
        IntStream.range(0, 33_000).boxed().flatMap(i -> paragraphs(i, 1).stream()).toList();
    assertThat(
            members(
                find(
                    List.of(text(1, "Post", line), text(2, "Bote", lines), text(3, "Echo", line)))))
        .containsExactly(List.of(1L, 3L));
  }

  @Test
  void emptyTextsAreNoStory() {
    assertThat(find(List.of()).stories()).isEmpty();
    assertThat(find(List.of(text(1, "Post", List.of()), text(2, "Bote", List.of("")))).stories())
        .isEmpty();
  }
}
