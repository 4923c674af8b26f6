package stet.report.view;

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
import stet.article.Block;
import stet.diff.Label;
import stet.report.Stories;
import stet.report.Story;
import stet.report.view.GoneWords.Gone;
import stet.timeline.Entry;
import stet.timeline.Timeline;

class GoneWordsTest {
  private static GoneWords gone(Timeline timeline) {
    GoneWords gone = new GoneWords(timeline.versions().get(0).state());
    for (Entry.Revised revised : timeline.revisions()) {
      ArticleVersion after = timeline.versions().get(revised.version() - 1).state();
      gone.revise(revised.revision(), after, revised.version());
    }
    return gone;
  }

  private static Timeline story(String[]... versions) {
    Story story = new Story("a", "x.example");
    int hour = 0;
    for (String[] paragraphs : versions) {
      story
          .text(paragraphs)
          .seen(String.format("2026-01-01T%02d:00:00Z", hour++), Label.Kind.SILENT);
    }
    return story.timeline();
  }

  private static String[] text(String... paragraphs) {
    return paragraphs;
  }

  @Test
  void wordsStandWhereTheyStood() {
    GoneWords gone = gone(Stories.bridge());
    String crack = Stories.bridge().versions().get(3).state().body().get(2).text();

    assertThat(gone.within(2)).first().isEqualTo(new Gone(17, "a hairline", 3));
    assertThat(crack.substring(17)).startsWith("an 11-centimetre");
    assertThat(gone.within(3)).extracting(Gone::text).containsExactly("40,000");
    assertThat(gone.isEmpty()).isFalse();
  }

  @Test
  void placesFollowTheTextThatGrowsBeforeThem() {
    GoneWords gone =
        gone(
            story(
                text("The port was shut on Monday because of the storm."),
                text("The port was shut because of the storm."),
                text("Late on Sunday the old port was shut because of the storm.")));

    String now = "Late on Sunday the old port was shut because of the storm.";
    assertThat(gone.within(0)).extracting(Gone::version).contains(2);
    Gone monday =
        gone.within(0).stream().filter(g -> g.text().contains("Monday")).findFirst().orElseThrow();
    assertThat(now.substring(0, monday.at()).stripTrailing()).endsWith("was shut");
  }

  @Test
  void wholeParagraphsStandBetweenTheOthers() {
    GoneWords gone =
        gone(
            story(
                text("One stays here.", "The second one goes away.", "Three stays as well."),
                text("One stays here.", "Three stays as well."),
                text("Zero is a new beginning.", "One stays here.", "Three stays as well.")));

    assertThat(gone.before(2)).containsExactly(new Gone(0, "The second one goes away.", 2));
    assertThat(gone.before(0)).isEmpty();
    assertThat(gone.before(3)).isEmpty();
  }

  @Test
  void whatWentFirstIsDroppedFirst() {
    String big = "word ".repeat(GoneWords.ROOM / 10).strip() + ".";
    String other = "other ".repeat(GoneWords.ROOM / 12).strip() + ".";
    GoneWords gone =
        gone(
            story(
                text("It stays as it is.", big, other, "Last."),
                text("It stays as it is.", other, "Last."),
                text("It stays as it is.", "Last.", "Nothing else was said then."),
                text("It stays as it is.", "Last.")));

    assertThat(gone.dropped()).isEqualTo(2);
    assertThat(gone.before(1)).extracting(Gone::version).contains(3).doesNotContain(2);
  }

  /** Whatever happens to a story, every place lies within its block and in order. */
  @Property(tries = 150)
  void placesLieInTheText(@ForAll("versions") List<List<String>> versions) {
    Timeline timeline =
        story(versions.stream().map(v -> v.toArray(String[]::new)).toArray(String[][]::new));
    GoneWords gone = gone(timeline);
    ArticleVersion last = timeline.versions().get(timeline.versions().size() - 1).state();
    for (int i = 0; i < last.body().size(); i++) {
      Block block = last.body().get(i);
      List<Integer> places = new ArrayList<>();
      for (Gone each : gone.within(i)) {
        places.add(each.at());
        assertThat(each.at()).isBetween(0, block.text().length());
        assertThat(each.version()).isBetween(2, timeline.versions().size());
      }
      assertThat(places).isSorted();
    }
  }

  @Test
  void whatCameBackIsNotGone() {
    String crack = "Inspectors found a hairline crack in the pylon.";
    String other = crack.replace("a hairline", "an 11-centimetre");
    String late = "The ferry ran late again, the port said.";
    GoneWords gone = gone(story(text(crack, late), text(other), text(crack, late), text(other)));

    assertThat(gone.within(0)).containsExactly(new Gone(17, "a hairline", 4));
    assertThat(gone.before(1)).containsExactly(new Gone(0, late, 4));
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
