package stet.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stet.diff.Delta;

class FittedExcerptTest {
  private static final List<Delta> LONG =
      List.of(
          Delta.kept("The mayor of the fictional harbour town said on Monday that "),
          Delta.deleted("fourteen pilots of the northern quay"),
          Delta.inserted("three of them"),
          Delta.kept(" had left the council before the vote on the new pier was taken."));

  private final FittedExcerpt plain = new FittedExcerpt(false);

  @Test
  void whatFitsIsLeftAsItIs() {
    assertThat(plain.of(LONG, 300))
        .isEqualTo(
            "The mayor of the fictional harbour town said on Monday that [-fourteen pilots of the"
                + " northern quay-]{+three of them+} had left the council before the vote on the new"
                + " pier was taken.");
  }

  @Test
  void whatStandsAroundGoesFirst() {
    assertThat(plain.of(LONG, 110))
        .isEqualTo(
            "… Monday that [-fourteen pilots of the northern quay-]{+three of them+} had left the"
                + " council before the vote…");
    assertThat(DisplayWidth.of(plain.of(LONG, 110))).isLessThanOrEqualTo(110);
  }

  @Test
  void aChangeThatDoesNotFitSaysSoInsideItsMark() {
    assertThat(plain.of(LONG, 60)).isEqualTo("… Monday that [-fourteen pilo…-]{+three of them+}…");
  }

  @Test
  void wideCharactersCountTwiceAndNoLineIsBroken() {
    List<Delta> wide = List.of(Delta.inserted("港口的新码头将在周一开放\n市长说".repeat(3)));
    String shown = plain.of(wide, 40);
    assertThat(shown).doesNotContain("\n").startsWith("{+港").endsWith("…+}");
    assertThat(DisplayWidth.of(shown)).isLessThanOrEqualTo(40);
  }

  @Test
  void whatATerminalWouldObeyIsShownAndNotObeyed() {
    assertThat(plain.of(List.of(Delta.inserted("a\u001b[2Jb\u202ec\rd")), 80))
        .doesNotContain("\u001b", "\u202e", "\r");
    assertThat(new FittedExcerpt(true).of(List.of(Delta.inserted("a\u001bb")), 80))
        .isEqualTo("\u001b[32;1ma\ufffdb\u001b[0m");
  }

  @Test
  void nothingIsNothing() {
    assertThat(plain.of(List.of(), 60)).isEmpty();
  }
}
