package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stet.article.Block;
import stet.sqlite.OfTables;

@OfTables({"block", "state_stretch"})
class BlockTableContractTest extends StoreContract {
  private BlockTable table() {
    return new BlockTable(sql);
  }

  /** A state without blocks, to give some to. */
  private long empty(String headline) {
    long state = state(headline);
    sql.update("DELETE FROM state_stretch WHERE state_id = ?", state);
    sql.update("DELETE FROM block");
    return state;
  }

  @Test
  void everyKindIsReadAsItWasWritten() {
    long state = empty("a");
    List<Block> blocks =
        List.of(
            new Block.Paragraph("Text."),
            new Block.Paragraph("Text.", "de"),
            new Block.Subhead("Text.", 6, "ar"),
            new Block.Quote("Text."),
            Block.TableRow.of(List.of("", "Text.", ""), "de"),
            new Block.ListItem("Text.", 3, false),
            new Block.ListItem("Text.", 3, true, "ja"));
    assertThat(blocks.stream().map(Block::getClass).distinct().count())
        .isEqualTo(Block.class.getPermittedSubclasses().length);
    table().insertAll(state, blocks);
    assertThat(table().ofState(state)).isEqualTo(blocks);
  }

  @Test
  void longTextsAndBlocksInAnyOrderAreReadInOrder() {
    Random random = new Random(7);
    List<Block> all = new ArrayList<>();
    for (int i = 0; i < 3 * BlockTable.LONGEST; i++) {
      all.add(new Block.Paragraph("Paragraph " + i));
    }
    long first = empty("a");
    table().insertAll(first, all);
    assertThat(table().ofState(first)).isEqualTo(all);
    for (int n = 0; n < 10; n++) {
      long state = state("shuffled " + n);
      sql.update("DELETE FROM state_stretch WHERE state_id = ?", state);
      List<Block> some = new ArrayList<>(all.subList(0, 1 + random.nextInt(all.size())));
      some.addAll(all.subList(0, random.nextInt(70)));
      if (n % 2 == 0) {
        Collections.shuffle(some, random);
      }
      table().insertAll(state, some);
      assertThat(table().ofState(state)).isEqualTo(some);
    }
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().ofState(99)).isEmpty();
    long state = empty("a");
    table().insertAll(state, List.of());
    assertThat(table().ofState(state)).isEmpty();
  }

  @Test
  void aTextIsOneRowAndBelongsToAStateThatIsThere() {
    long state = empty("a");
    Block block = new Block.Paragraph("Text.");
    table().insertAll(state, List.of(block, block, block));
    assertThat(rows("block")).isEqualTo(1);
    assertThat(rows("state_stretch")).isEqualTo(3);
    refused(() -> table().insertAll(99, List.of(block)));
    refused(() -> sql.update("DELETE FROM block"));
  }

  @Test
  void hostileTextSurvives() {
    for (String text : HOSTILE) {
      long state = empty("of " + text.length() + text.charAt(0) + text.hashCode());
      table().insertAll(state, List.of(new Block.Paragraph(text, text), new Block.Quote(text)));
      assertThat(table().ofState(state))
          .containsExactly(
              new Block.Paragraph(stored(text), stored(text)), new Block.Quote(stored(text)));
      sql.update("DELETE FROM state_stretch");
    }
  }
}
