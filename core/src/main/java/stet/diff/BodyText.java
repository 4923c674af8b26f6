package stet.diff;

import java.util.List;
import java.util.stream.Collectors;
import stet.article.ArticleVersion;
import stet.article.Block;

/** The running text as the passes see it: one block a line. */
public final class BodyText {
  private BodyText() {}

  public static String of(ArticleVersion version) {
    return join(version.body());
  }

  static String join(List<Block> blocks) {
    return blocks.stream().map(BodyText::line).collect(Collectors.joining("\n"));
  }

  /** A block's text; a line break that has no business there counts as a space. */
  static String line(Block block) {
    return block.text().replace('\n', ' ');
  }
}
