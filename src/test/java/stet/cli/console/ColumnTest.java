package stet.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ColumnTest {
  private static Column column(int width) {
    return new Column(width, false);
  }

  @Test
  void widthIsThatOfATerminal() {
    assertThat(DisplayWidth.of("abc")).isEqualTo(3);
    assertThat(DisplayWidth.of("東京")).isEqualTo(4);
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.of("ที่")).isEqualTo(1);
    assertThat(DisplayWidth.of("🚢")).isEqualTo(2);
  }

  @Test
  void linesBreakAtSpacesAndBetweenWideCharacters() {
    Column words = column(12);
    words.add(Marks.KEPT, "The harbour bridge is shut");
    assertThat(words.lines()).containsExactly("The harbour ", "bridge is ", "shut");
    Column wide = column(8);
    wide.add(Marks.KEPT, "東京都の知事は、言う");
    assertThat(wide.lines()).containsExactly("東京都の", "知事は、", "言う");
  }

  @Test
  void aMarkIsClosedAtTheEndOfALine() {
    Column column = column(14);
    column.add(Marks.KEPT, "Some ");
    column.add(Marks.INSERTED, "very many more");
    assertThat(column.lines()).containsExactly("Some {+very +}", "{+many more+}");
  }

  @Property(tries = 300)
  void noLineIsWiderAndNothingIsLost(
      @ForAll @StringLength(max = 120) String before,
      @ForAll @StringLength(max = 60) String inserted,
      @ForAll @IntRange(min = 10, max = 60) int width) {
    String kept = unmarked(before);
    String added = unmarked(inserted);
    Column column = column(width);
    column.add(Marks.KEPT, kept);
    column.add(Marks.INSERTED, added);
    for (String line : column.lines()) {
      assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width);
    }
    String text = String.join("", column.lines()).replace("{+", "").replace("+}", "");
    assertThat(bare(text)).isEqualTo(bare(kept + added));
  }

  /** Without what marks are made of, which could not be told from them when they are taken out. */
  private static String unmarked(String text) {
    return Plain.text(text).replace('\t', ' ').replaceAll("[{+}]", "x");
  }

  private static String bare(String text) {
    return text.replaceAll("[ \n]", "");
  }
}
