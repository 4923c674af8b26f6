package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import stet.article.ArticleVersion;
import stet.diff.Label;
import stet.timeline.Entry;
import stet.timeline.Timeline;

class WordAgesTest {
  private static WordAges ages(Timeline timeline) {
    WordAges ages = new WordAges(timeline.versions().get(0).state());
    for (Entry.Revised revised : timeline.revisions()) {
      ArticleVersion after = timeline.versions().get(revised.version() - 1).state();
      ages.revise(revised.revision(), after, revised.version());
    }
    return ages;
  }

  @Test
  void wordsKeepTheVersionThatBroughtThem() {
    WordAges ages = ages(Stories.bridge());

    assertThat(ages.block(0)).extracting(WordAges.Span::version).containsOnly(1);
    assertThat(ages.block(2))
        .contains(new WordAges.Span("an 11-centimetre", 3))
        .first()
        .isEqualTo(new WordAges.Span("Inspectors found ", 1));
    assertThat(ages.block(3)).contains(new WordAges.Span("46,000", 4));
    assertThat(ages.block(6)).extracting(WordAges.Span::version).containsOnly(2);
  }

  /** Whatever happens to a story, the stretches spell its text and no age lies in the future. */
  @Property(tries = 150)
  void stretchesSpellTheText(@ForAll("versions") List<List<String>> versions) {
    Story story = new Story("a", "x.example");
    int hour = 0;
    for (List<String> paragraphs : versions) {
      story
          .text(paragraphs.toArray(String[]::new))
          .seen(String.format("2026-01-01T%02d:00:00Z", hour++), Label.Kind.SILENT);
    }
    Timeline timeline = story.timeline();
    WordAges ages = ages(timeline);
    ArticleVersion last = timeline.versions().get(timeline.versions().size() - 1).state();
    for (int i = 0; i < last.body().size(); i++) {
      StringBuilder text = new StringBuilder();
      for (WordAges.Span span : ages.block(i)) {
        text.append(span.text());
        assertThat(span.version()).isBetween(1, timeline.versions().size());
      }
      assertThat(text.toString()).isEqualTo(last.body().get(i).text());
    }
  }

  @Provide
  Arbitrary<List<List<String>>> versions() {
    Arbitrary<String> word = Arbitraries.of("port", "bridge", "shut", "40,000", "said", "not", "a");
    Arbitrary<String> paragraph =
        word.list().ofMinSize(3).ofMaxSize(14).map(w -> String.join(" ", w) + ".");
    return paragraph
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .list()
        .ofMinSize(2)
        .ofMaxSize(5)
        .map(ArrayList::new);
  }
}
