package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.ArticleVersion;
import stet.diff.judge.Revisions;
import stet.diff.standard.Differs;

/** Small texts with the marks that a reader would draw by hand. All stories are made up. */
class DifferTest {
  private static final String A =
      "The old harbour bridge was closed on Monday after divers found cracks in two of its piers.";
  private static final String B =
      "Ferries will carry commuters across the bay until engineers have finished their survey.";
  private static final String C =
      "Shopkeepers on the western quay said they feared for the summer trade without the bridge.";
  private static final String D =
      "A spokeswoman for the port authority promised a decision before the end of the month.";

  private final Differ differ = Differs.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "some 150 people came|some 129 people came|some [-150-]{+129+} people came",
        "the 3 month term|the 30 month term|the [-3-]{+30+} month term",
        "it cost $1,200 last year, 4.5% more|it cost $1,250 last year, 4.6% more"
            + "|it cost [-$1,200-]{+$1,250+} last year, [-4.5%-]{+4.6%+} more",
        "a well-known painter didn't come|a little-known painter did come"
            + "|a [-well-known-]{+little-known+} painter [-didn't-]{+did+} come",
        // One light word between two changes is no relief to a reader.
        "they left on Monday|they came in Monday|they [-left on-]{+came in+} Monday",
        "red or blue paint|grey or pink paint|[-red or blue-]{+grey or pink+} paint",
        "see http://a.example/x?y=1. Done|see http://a.example/x?y=2. Done"
            + "|see [-http://a.example/x?y=1-]{+http://a.example/x?y=2+}. Done",
        "\"yes\" - he said...|“yes” – he said…|~“~yes~”~ ~–~ he said~…~",
        "He left.|On Monday he left.|{+On Monday +}~he~ left.",
        "The US and us|The us and us|The [-US-]{+us+} and us",
        "one two three|one three|one [-two -]three",
        "He came, he said.|He came, at last, he said.|He came{+, at last+}, he said.",
        // A bracket keeps its inside, and "and" goes with what it adds.
        "as in [A].|as in [A] and [A].|as in [A]{+ and [A]+}.",
        // A hyphen that hangs on a word belongs to it; a dash does not.
        "the n -axis here|the n axis here|the n [--axis-]{+axis+} here",
        "it fell to -5 degrees|it fell to 5 degrees|it fell to [--5-]{+5+} degrees",
        "all pre- and post-war|all inter- and post-war|all [-pre--]{+inter-+} and post-war",
        "he came -and left|he came – and left|he came ~– ~and left",
        "国会は法案を可決した。|国会は予算を可決した。|国会は[-法案-]{+予算+}を可決した。",
        "สภาเมืองประกาศปิดสะพาน|สภาเมืองประกาศเปิดสะพาน|สภาเมืองประกาศ[-ปิด-]{+เปิด+}สะพาน",
        "قال المجلس إن الجسر مغلق|قال المجلس إن الجسر مفتوح|قال المجلس إن الجسر [-مغلق-]{+مفتوح+}",
        "شورا گفت که پل را می\u200cبندند|شورا گفت که پل را میبندند|شورا گفت که پل را ~میبندند~",
        "परिषद ने पुल बंद किया|परिषद ने पुल चालू किया|परिषद ने पुल [-बंद-]{+चालू+} किया",
      })
  void wordsAsAReaderSeesThem(String before, String after, String expected) {
    assertThat(show(differ.diff(before, after))).isEqualTo(expected);
  }

  @Test
  void aParagraphThatMovedIsNeitherDeletedNorAdded() {
    Revision revision = revision(List.of(A, B, C, D), List.of(A, C, D, B));
    assertThat(kinds(revision)).containsExactly("Kept", "MovedAway", "Kept", "Kept", "Moved");
    assertThat(revision.counts()).isEqualTo(new Counts(0, 0, 13, 47));
  }

  @Test
  void aParagraphThatMovedMayBeEditedOnTheWay() {
    String edited = B.replace("commuters", "passengers");
    Revision revision = revision(List.of(A, B, C, D), List.of(A, C, D, edited));
    assertThat(kinds(revision)).containsExactly("Kept", "MovedAway", "Kept", "Kept", "Moved");
    assertThat(show(revision.hunks().get(4).deltas()))
        .startsWith("Ferries will carry [-commuters-]{+passengers+} across");
  }

  @Test
  void theShorterTextMoved() {
    Revision revision =
        revision(List.of(A, B + " " + C + " " + D), List.of(B + " " + C + " " + D, A));
    Hunk.Moved moved =
        revision.hunks().stream()
            .filter(Hunk.Moved.class::isInstance)
            .map(Hunk.Moved.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(moved.beforeBlock()).isZero();
  }

  @Test
  void twoSentencesThatDifferInAWordDidNotChangePlaces() {
    String sound = "You can review and delete stored sound files either here or in your account.";
    String picture = sound.replace("sound files", "moving pictures");
    Revision revision =
        revision(
            List.of(A, sound + " Ask us.", B, C, D, picture + " Call us."),
            List.of(A, picture + " Ask us.", B, C, D, sound + " Write to us."));
    assertThat(kinds(revision))
        .containsExactly("Kept", "Changed", "Kept", "Kept", "Kept", "Changed");
    assertThat(show(revision.hunks().get(1).deltas()))
        .contains("stored [-sound files-]{+moving pictures+} either");
  }

  @Test
  void aHeadingGoesWithItsTextThoughTheLineBetweenThemIsNew() {
    Revision revision =
        differ.diff(
            Texts.version(List.of("Harbour bridge", "By night", B, A, D, C)),
            Texts.version(
                List.of(A, D, C, "Harbour bridge", "From noon", B.replace("finished", "ended"))));
    assertThat(kinds(revision))
        .containsExactly(
            "MovedAway",
            "Deleted",
            "MovedAway",
            "Kept",
            "Kept",
            "Kept",
            "Moved",
            "Inserted",
            "Moved");
  }

  @Test
  void anUntouchedSentenceDoesNotMakeALongerEditedPassageMove() {
    String b = B.replace("commuters", "workers");
    String c = C.replace("western", "eastern");
    String d = D.replace("month", "year");
    Revision revision =
        differ.diff(
            Texts.version(List.of("Ferries", B, C, D, A)),
            Texts.version(List.of(A, "Ferries", b, c, d)));
    assertThat(kinds(revision))
        .containsExactly("Moved", "Kept", "Changed", "Changed", "Changed", "MovedAway");
    assertThat(revision.counts()).isEqualTo(new Counts(3, 3, 17, 41));
  }

  @Test
  void blocksAreSplitMergedAndReflowedWithoutAnyWordChanged() {
    assertThat(kinds(revision(List.of(A + " " + B), List.of(A, B)))).containsExactly("Split");
    assertThat(kinds(revision(List.of(A, B), List.of(A + " " + B)))).containsExactly("Merged");
    Revision reflowed = revision(List.of(A + " " + B, C + " " + D), List.of(A, B + " " + C, D));
    assertThat(kinds(reflowed)).containsExactly("Reflowed");
    assertThat(reflowed.isEmpty()).isTrue();
  }

  @Test
  void aSentenceMovesBetweenParagraphs() {
    Revision revision = revision(List.of(A + " " + B, C, D), List.of(A, C, D + " " + B));
    List<Delta> moved =
        revision.hunks().stream()
            .flatMap(h -> h.deltas().stream())
            .filter(d -> d.move() != 0)
            .toList();
    assertThat(moved).containsExactly(Delta.movedFrom(" " + B, 1), Delta.movedTo(" " + B, 1));
  }

  @Test
  void halvesOfASentenceThatSwapHaveMoved() {
    String before =
        "While engineers inspected the northern pier, ferries carried commuters over the bay.";
    String after =
        "Ferries carried commuters over the bay, while engineers inspected the northern pier.";
    List<Delta> deltas = differ.diff(before, after);
    assertThat(deltas).anyMatch(d -> d.kind() == Delta.Kind.MOVED_TO);
    assertThat(deltas)
        .filteredOn(Delta::isChange)
        .filteredOn(d -> d.move() == 0)
        .allMatch(d -> d.before().length() + d.after().length() < 12);
  }

  @Test
  void oneOfManyNearlyEqualLinesIsFound() {
    List<String> before = rows(40);
    List<String> after = new ArrayList<>(before);
    after.set(17, "Crossing 17: 09:30, 212 seats, daily except Sunday");
    assertThat(show(differ.diff(String.join("\n", before), String.join("\n", after))))
        .contains("Crossing 17: 09:30, [-100-]{+212+} seats")
        .containsOnlyOnce("[-");
    after.remove(5);
    assertThat(show(differ.diff(String.join("\n", before), String.join("\n", after))))
        .contains("[-Crossing 5: 09:30, 100 seats, daily except Sunday\n-]");
  }

  @Test
  void anEntryOfALongListWithoutFullStopsIsFound() {
    String before =
        IntStream.range(0, 400).mapToObj(k -> "item" + k).collect(Collectors.joining(" "));
    String after = before.replace("item77 ", "").replace("item200", "thing200");
    assertThat(
            differ.diff(before, after).stream().filter(Delta::isChange).map(Delta::before).toList())
        .containsExactly("item77 ", "item200", "");
  }

  @Test
  void aRewriteIsShownAsARewrite() {
    List<Delta> deltas =
        differ.diff(
            A, "Heavy snow fell over the northern valleys and shut three schools and a mine.");
    assertThat(deltas).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void hopelessInputIsBounded() {
    String word = "x".repeat(5_000_000);
    assertThat(differ.diff(word, word + "y")).hasSize(2);
    String thai = "สะพาน".repeat(40_000);
    assertThat(differ.diff(thai, thai + "ปิด")).isNotEmpty();
    String same = "Advertisement\n".repeat(20_000);
    assertThat(differ.diff(same, same + same)).isNotEmpty();
    String as = "a b ".repeat(20_000);
    String bs = "b c ".repeat(20_000);
    assertThat(Revisions.beforeText(differ.diff(as, bs))).isEqualTo(as);
  }

  @Test
  void versionsOfTwoExtractorsAreNotCompared() {
    ArticleVersion v = Texts.version(List.of(A));
    ArticleVersion other =
        new ArticleVersion(
            v.head(), v.content(), v.statements(), v.language(), v.canonicalUrl(), "test 2");
    assertThatThrownBy(() -> differ.diff(v, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'test 2'");
  }

  @Test
  void theCompactFormIsSmall() {
    ArticleVersion before = Texts.version(List.of(A, B, C, D));
    ArticleVersion after = Texts.version(List.of(A, B, C.replace("western", "eastern"), D));
    assertThat(RevisionJson.write(differ.diff(before, after)))
        .isEqualTo(
            "{\"format\":1,\"hunks\":[2,[\"changed\",[2],[2],[19,[\"-\",\"western\"],[\"+\",\"eastern\"],63]],1],"
                + "\"fields\":[],\"counts\":{\"inserted\":1,\"deleted\":1,\"moved\":0,\"kept\":59}}");
  }

  private static List<String> rows(int n) {
    return IntStream.range(0, n)
        .mapToObj(k -> "Crossing " + k + ": 09:30, 100 seats, daily except Sunday")
        .toList();
  }

  private Revision revision(List<String> before, List<String> after) {
    return differ.diff(Texts.version(before), Texts.version(after));
  }

  private static List<String> kinds(Revision revision) {
    return revision.hunks().stream().map(h -> h.getClass().getSimpleName()).toList();
  }

  private static String show(List<Delta> deltas) {
    StringBuilder out = new StringBuilder();
    for (Delta d : deltas) {
      out.append(
          switch (d.kind()) {
            case KEPT -> d.after();
            case RESPELLED -> "~" + d.after() + "~";
            case DELETED -> "[-" + d.before() + "-]";
            case INSERTED -> "{+" + d.after() + "+}";
            case MOVED_FROM -> "<" + d.move() + ":" + d.before() + ">";
            case MOVED_TO -> "<<" + d.move() + ":" + d.after() + ">>";
          });
    }
    return out.toString();
  }
}
