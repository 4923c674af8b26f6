package stet.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Statements;
import stet.diff.standard.Differs;

class BlameTest {
  private static final String REST = "The harbour office will open again at nine on Monday.";
  private static final String[] SENTENCES = {
    "The ferry of fictional Port Alder ran late again.",
    "Inspectors found a hairline crack in the northern pylon.",
    "Nobody was hurt, the port said, and 150 people were led ashore.",
    "港の管理者は金曜日に橋を閉鎖したと発表した。",
    "A second report, due in spring, will name the cause.",
    "“We saw it coming,” the master said.",
    "Tickets stay valid.",
    "The mayor denied it."
  };

  private static ArticleVersion version(String headline, String... paragraphs) {
    List<Block> body = new ArrayList<>();
    for (String paragraph : paragraphs) {
      body.add(new Block.Paragraph(paragraph));
    }
    return new ArticleVersion(
        ArticleHead.of(headline), ArticleContent.of(body), Statements.NONE, "en", "", "test/1");
  }

  private static BlameWalk walk(ArticleVersion... versions) {
    BlameWalk walk = new BlameWalk(versions[0]);
    for (int i = 1; i < versions.length; i++) {
      walk.revise(Differs.standard().diff(versions[i - 1], versions[i]), versions[i]);
    }
    return walk;
  }

  /** {@code 1:text|3:text}; {@code 1^5:} for words of version 1 that were back in version 5. */
  private static String brief(List<Blame.Span> spans) {
    return spans.stream()
        .map(s -> s.since() + (s.back() > 0 ? "^" + s.back() : "") + ":" + s.text())
        .collect(Collectors.joining("|"));
  }

  @Test
  void aWordKeepsTheVersionThatBroughtItThroughEditsAndMoves() {
    String moved = "Ferries will run every twenty minutes from dawn, the port's master said.";
    BlameWalk walk =
        walk(
            version("Bridge", "Some 150 people came.", REST, moved),
            version("Bridge", "Some 129 people came.", REST, moved),
            version("Bridge", moved.replace("twenty", "thirty"), "Some 129 people came.", REST));
    assertThat(walk.block(0)).hasSize(3);
    assertThat(brief(walk.block(0)))
        .isEqualTo(
            "1:Ferries will run every |3:thirty |1:minutes from dawn, the port's master said.");
    assertThat(brief(walk.block(1))).isEqualTo("1:Some |2:129 |1:people came.");
  }

  @Test
  void wordsThatComeBackAreCreditedToTheirFirstAppearance() {
    BlameWalk walk =
        walk(
            version("Council clears mayor", "Some 150 people came.", REST),
            version("Council finds mayor guilty", "Some 129 people came.", REST),
            version("Council clears mayor", "Some 150 people came.", REST));
    assertThat(brief(walk.block(0))).isEqualTo("1:Some |1^3:150 |1:people came.");
    assertThat(brief(walk.blame().headline())).isEqualTo("1:Council |1^3:clears |1:mayor");
  }

  @Test
  void aSentenceThatReturnsElsewhereYearsLaterIsTheOldSentence() {
    BlameWalk walk =
        walk(
            version("Bridge", SENTENCES[1], REST),
            version("Bridge", REST),
            version("Bridge", REST, SENTENCES[0]),
            version("Bridge", REST, SENTENCES[0] + " " + SENTENCES[1]));
    assertThat(brief(walk.block(1))).isEqualTo("3:" + SENTENCES[0] + " |1^4:" + SENTENCES[1]);
    assertThat(walk.lifeLines())
        .containsExactly(
            new LifeLine(
                SENTENCES[1], LifeLine.Extent.PARAGRAPHS, LifeLine.Place.BODY, 1, 1, 1, 4));
  }

  @Test
  void aPhraseReturnsInASentenceThatIsNotTheOldOne() {
    BlameWalk walk =
        walk(
            version("Bridge", "The bridge was closed, according to harbour police, on Friday."),
            version("Bridge", "The bridge was closed on Friday."),
            version(
                "Bridge", "The old bridge was shut, according to harbour police, on Saturday."));
    assertThat(brief(walk.block(0)))
        .contains("|1^3:according to harbour police")
        .contains("3:old ");
  }

  @Test
  void aCopyOfWhatIsStillThereIsNewAndNotBack() {
    BlameWalk walk =
        walk(version("Bridge", REST, SENTENCES[1]), version("Bridge", REST, SENTENCES[1], REST));
    assertThat(brief(walk.block(2))).isEqualTo("2:" + REST);
  }

  @Test
  void whatIsGoneIsToldWithTheLastVersionThatHadIt() {
    BlameWalk walk =
        walk(
            version("Bridge", SENTENCES[0] + " " + SENTENCES[2], REST),
            version("Bridge", SENTENCES[0], REST),
            version("Bridge", SENTENCES[0].replace(" again", ""), REST));
    assertThat(walk.lifeLines())
        .containsExactly(
            new LifeLine(SENTENCES[2], LifeLine.Extent.SENTENCES, LifeLine.Place.BODY, 1, 1, 1, 0),
            new LifeLine("again", LifeLine.Extent.WORDS, LifeLine.Place.BODY, 1, 1, 2, 0));
  }

  @Test
  void otherQuotationMarksMakeNoWordNew() {
    BlameWalk walk =
        walk(
            version("The “old” bridge", SENTENCES[5]),
            version("The \"old\" bridge", "\"We saw it coming,\" the master said."));
    assertThat(walk.blame().headline()).extracting(Blame.Span::since).containsOnly(1);
    assertThat(walk.block(0)).extracting(Blame.Span::since).containsOnly(1);
    assertThat(walk.lifeLines()).isEmpty();
  }

  /** Whatever happens to a story: spans spell the text, and no history lies in the future. */
  @Property(tries = 300)
  void spansSpellTheText(@ForAll long seed) {
    Random random = new Random(seed);
    List<ArticleVersion> versions = new ArrayList<>();
    for (int i = 2 + random.nextInt(9); i > 0; i--) {
      versions.add(story(random));
    }
    BlameWalk walk = new BlameWalk(versions.get(0));
    for (int n = 1; n < versions.size(); n++) {
      ArticleVersion after = versions.get(n);
      walk.revise(Differs.standard().diff(versions.get(n - 1), after), after);
      Blame blame = walk.blame();
      assertThat(blame.version()).isEqualTo(n + 1);
      assertThat(spell(blame.headline())).isEqualTo(after.headline());
      for (int i = 0; i < after.body().size(); i++) {
        assertThat(spell(blame.body().get(i))).isEqualTo(after.body().get(i).text());
        assertHistory(blame.body().get(i), versions.subList(0, n + 1));
      }
      for (LifeLine line : walk.lifeLines()) {
        assertThat(line.since()).isBetween(1, line.lastSeen());
        assertThat(line.back()).matches(back -> back == 0 || back > line.lastSeen() + 1);
        assertThat(text(versions.get(line.lastSeen() - 1))).contains(line.text());
      }
    }
  }

  private static void assertHistory(List<Blame.Span> spans, List<ArticleVersion> versions) {
    for (Blame.Span span : spans) {
      assertThat(span.since()).isBetween(1, versions.size());
      assertThat(span.back())
          .matches(back -> back == 0 || back > span.since() + 1 && back <= versions.size());
      for (String word : span.text().split("[^\\p{L}\\p{N}]+")) {
        assertThat(text(versions.get(span.since() - 1))).contains(word);
      }
    }
  }

  private static String spell(List<Blame.Span> spans) {
    return spans.stream().map(Blame.Span::text).collect(Collectors.joining());
  }

  private static String text(ArticleVersion version) {
    return version.headline()
        + "\n"
        + version.body().stream().map(Block::text).collect(Collectors.joining("\n"));
  }

  private static ArticleVersion story(Random random) {
    List<String> paragraphs = new ArrayList<>();
    for (int p = random.nextInt(4); p >= 0; p--) {
      StringBuilder paragraph = new StringBuilder();
      for (int s = random.nextInt(3); s >= 0; s--) {
        String sentence = SENTENCES[random.nextInt(SENTENCES.length)];
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(sentence);
      }
      String text = paragraph.toString();
      paragraphs.add(random.nextInt(3) == 0 ? text.replaceFirst(" ", " very ") : text);
    }
    return version(SENTENCES[random.nextInt(2)], paragraphs.toArray(String[]::new));
  }

  @Test
  void wordsOfTheFirstVersionAreCountedWhereverTheyStand() {
    ArticleVersion first = version("Ferry late", SENTENCES[0], SENTENCES[6]);
    ArticleVersion without = version("Ferry late", SENTENCES[0]);
    ArticleVersion back = version("Ferry very late", SENTENCES[6], SENTENCES[0]);

    assertThat(walk(first).standing()).isEqualTo(new Standing(14, 14, 14));
    assertThat(walk(first, without).standing()).isEqualTo(new Standing(14, 11, 11));
    Standing again = walk(first, without, back).standing();
    assertThat(again).isEqualTo(new Standing(14, 14, 15));
    assertThat(again.later()).isEqualTo(1);
  }

  @Property(tries = 60)
  void noMoreOfTheFirstVersionStandsThanItHad(@ForAll long seed) {
    Random random = new Random(seed);
    ArticleVersion[] versions = new ArticleVersion[2 + random.nextInt(4)];
    for (int i = 0; i < versions.length; i++) {
      String[] chosen = new String[1 + random.nextInt(5)];
      for (int k = 0; k < chosen.length; k++) {
        chosen[k] = SENTENCES[random.nextInt(SENTENCES.length)];
      }
      versions[i] = version("Ferry " + random.nextInt(3), chosen);
    }
    Standing standing = walk(versions).standing();
    assertThat(standing.still()).isBetween(0, Math.min(standing.first(), standing.now()));
  }
}
