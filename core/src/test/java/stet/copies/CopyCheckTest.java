package stet.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.copies.Samples.all;
import static stet.copies.Samples.paragraphs;
import static stet.copies.Samples.text;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stet.copies.Verdict.Kind;

/** All stories here are made up. */
class CopyCheckTest {
  private static final String SPEECH = String.join(" ", paragraphs(90, 2));

  private static Verdict compare(List<String> a, List<String> b) {
    return CopyCheck.plain().compare(text(1, "Post", a), text(2, "Bote", b));
  }

  private static Kind kind(List<String> a, List<String> b) {
    return compare(a, b).kind();
  }

  @Test
  void theBeginningOfAStoryIsACopyOfIt() {
    Verdict verdict = compare(paragraphs(1, 12), paragraphs(1, 12).subList(0, 3));
    assertThat(verdict.kind()).isEqualTo(Kind.COPY);
    assertThat(verdict.share()).isEqualTo(1);
    assertThat(verdict.first().paragraphs()).containsExactly(0, 1, 2);
    assertThat(verdict.longestRun()).isEqualTo(90);
  }

  @Test
  void paragraphsMayBeBrokenElsewhere() {
    assertThat(kind(paragraphs(1, 6), List.of(String.join(" ", paragraphs(1, 6)))))
        .isEqualTo(Kind.COPY);
  }

  @Test
  void aStoryWithAnothersParagraphsInItIsPartlyCopied() {
    List<String> own = all(paragraphs(2, 4), paragraphs(1, 10).subList(3, 6), paragraphs(3, 4));
    Verdict verdict = compare(paragraphs(1, 10), own);
    assertThat(verdict.kind()).isEqualTo(Kind.PARTLY);
    assertThat(verdict.first().paragraphs()).containsExactly(3, 4, 5);
    assertThat(verdict.second().paragraphs()).containsExactly(4, 5, 6);
  }

  @Test
  void aStatementThatEverybodyQuotesIsNoCopy() {
    for (String marks : List.of("“%s”", "\"%s\"", "„%s“", "«%s»", "»%s«", "「%s」", "”%s”")) {
      List<String> said = List.of(marks.formatted(SPEECH) + " the ministry said.");
      assertThat(kind(all(paragraphs(1, 3), said), all(paragraphs(2, 3), said)))
          .as(marks)
          .isEqualTo(Kind.NOT);
    }
  }

  @Test
  void speechOfSeveralParagraphsNeedNotBeClosedInEach() {
    List<String> said =
        List.of("“" + paragraphs(90, 1).get(0), "“" + paragraphs(91, 1).get(0) + "”");
    assertThat(kind(all(paragraphs(1, 2), said), all(paragraphs(2, 2), said))).isEqualTo(Kind.NOT);
  }

  @Test
  void aSpeechPrintedInFullIsACopyAllTheSame() {
    List<String> speech = paragraphs(5, 6).stream().map(p -> "“" + p + "”").toList();
    assertThat(kind(speech, speech.subList(0, 4))).isEqualTo(Kind.COPY);
  }

  @Test
  void anInchMarkOpensNoQuotation() {
    List<String> story = paragraphs(1, 6).stream().map(p -> "A 15\" screen. " + p).toList();
    assertThat(kind(story, story)).isEqualTo(Kind.COPY);
    assertThat(compare(story, story).first().words()).isGreaterThan(180);
  }

  @Test
  void oneNoticeBelowTwoStoriesIsNoCopy() {
    List<String> notice = paragraphs(80, 1);
    assertThat(kind(all(paragraphs(1, 2), notice), all(paragraphs(2, 2), notice)))
        .isEqualTo(Kind.NOT);
  }

  @Test
  void aTableIsNoCopy() {
    List<String> table =
        IntStream.range(0, 40)
            .mapToObj(i -> "Nowhere " + i + " 3 1 " + (i * 7) + " points")
            .toList();
    assertThat(kind(all(paragraphs(1, 3), table), all(paragraphs(2, 3), table)))
        .isEqualTo(Kind.NOT);
    assertThat(kind(table, table)).isEqualTo(Kind.NOT);
  }

  @Test
  void scriptsWithoutSpacesAreComparedByCharacters() {
    String story = "市議会は火曜日の夜に新しい橋の建設を承認した。費用は四百万円と見積もられ、工事は来年の春に始まる予定である。";
    String other = "港の漁師たちは今年の漁獲量が例年より少ないと話しており、組合は県に支援を求める方針を固めたという。";
    List<String> text = List.of(story, "反対した議員は三人で、財政への影響が十分に検討されていないと述べ、採決の延期を求めていた。");
    assertThat(kind(text, List.of(text.get(0).replace("火曜日", "水曜日"), text.get(1))))
        .isEqualTo(Kind.COPY);
    assertThat(kind(text, List.of(other))).isEqualTo(Kind.NOT);
  }

  @Test
  void emptyTextsAreCopiesOfNothing() {
    assertThat(kind(List.of(), List.of())).isEqualTo(Kind.NOT);
    assertThat(kind(List.of("", " "), paragraphs(1, 3))).isEqualTo(Kind.NOT);
    assertThat(kind(List.of("One word."), List.of("One word."))).isEqualTo(Kind.NOT);
  }

  @Test
  void theOrderOfSentencesDoesNotMatterMuch() {
    List<String> turned = new java.util.ArrayList<>(paragraphs(1, 9));
    Collections.reverse(turned);
    assertThat(kind(paragraphs(1, 9), turned)).isEqualTo(Kind.COPY);
  }
}
