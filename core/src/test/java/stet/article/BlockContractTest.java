package stet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stet.SealedContract;

class BlockContractTest extends SealedContract<Block> {
  BlockContractTest() {
    super(Block.class);
  }

  @Override
  protected List<Block> samples() {
    return List.of(
        new Block.Paragraph("The bridge is shut."),
        new Block.Paragraph("Die Brücke ist zu.", "de"),
        new Block.Subhead("The bridge is shut.", 2),
        new Block.Quote("The bridge is shut."),
        Block.TableRow.of(List.of("The bridge is shut."), ""),
        Block.TableRow.of(List.of("", "The bridge", "is shut."), ""),
        new Block.ListItem("The bridge is shut.", 1, false),
        new Block.ListItem("The bridge is shut.", 1, true));
  }

  /** Blocks are stored once each, by this. */
  @Test
  void noTwoHaveOneDigest() {
    List<Block> all = samples();
    assertThat(all.stream().map(ArticleDigest::of).collect(Collectors.toSet())).hasSameSizeAs(all);
  }

  @Test
  void eachHasWordsAndADirection() {
    for (Block block : samples()) {
      assertThat(block.text()).isNotBlank();
      assertThat(block.dir()).isEqualTo("ltr");
    }
    assertThat(new Block.Quote("12 «الجسر مغلق»").dir()).isEqualTo("rtl");
  }
}
