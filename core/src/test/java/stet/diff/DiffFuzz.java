package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import stet.article.ArticleVersion;
import stet.diff.standard.Differs;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Revisions as the database keeps them, which a disk may change, and any two texts. */
public final class DiffFuzz {
  private DiffFuzz() {}

  public static List<FuzzTarget> targets() {
    ArticleVersion before =
        Texts.version("Rain", List.of("The harbour closes.", "Nobody was hurt.", "It rained."));
    ArticleVersion after =
        Texts.version("Rain again", List.of("It rained.", "The harbour reopens.", "A new line."));
    String sound = RevisionJson.write(Differs.standard().diff(before, after));
    return List.of(
        new FuzzTarget(
            "stored-revision",
            2_700,
            Seeds.texts(sound),
            List.of(
                "[", "]", "\"=\"", "\"moved\"", "\"edited\"", "\"away\"", "-1", "{", ",", "\"<\""),
            in -> read(in, before)),
        new FuzzTarget(
            "two-texts",
            1_300,
            Seeds.texts(
                "The harbour closes. It rained.\nNobody was hurt.\u0003It rained. The harbour"
                    + " reopens.\nNobody was hurt, she said.",
                "東京都知事は発表した。\u0003東京都知事は 10 時に発表した。"),
            List.of(
                "\u0003", "\n", " ", "It rained. ", "—", "12,000", "e\u0301", "\u0001", "\u0002"),
            DiffFuzz::compare));
  }

  /** What was and what is can be put together again from what the differ says, to the last unit. */
  private static void compare(byte[] input) {
    String[] texts = (Seeds.text(input) + "\u0003").split("\u0003", 3);
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (Delta delta : Differs.standard().diff(texts[0], texts[1])) {
      before.append(delta.before());
      after.append(delta.after());
    }
    assertThat(before.toString()).isEqualTo(texts[0]);
    assertThat(after.toString()).isEqualTo(texts[1]);
  }

  private static void read(byte[] input, ArticleVersion before) {
    Revision revision;
    try {
      revision = RevisionJson.read(Seeds.text(input), before);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s).+");
      return;
    }
    assertThat(RevisionJson.read(RevisionJson.write(revision), before)).isEqualTo(revision);
  }
}
