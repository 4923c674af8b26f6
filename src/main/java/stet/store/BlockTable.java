package stet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import stet.article.ArticleDigest;
import stet.article.Block;
import stet.sqlite.Sql;

/** Distinct blocks of text: each is stored once, however many versions and articles have it. */
final class BlockTable {
  /** So many blocks in a row at most are one row: a bound lets the states of a block be found. */
  static final int LONGEST = 64;

  /** The level of a paragraph that is a row of a table: its cells are parted by tabs. */
  private static final int ROW = 1;

  private final Sql sql;

  BlockTable(Sql sql) {
    this.sql = sql;
  }

  void insertAll(long state, List<Block> blocks) {
    long first = 0;
    int begin = 0;
    for (int i = 0; i < blocks.size(); i++) {
      long id = idOf(blocks.get(i));
      if (i > begin && (id != first + i - begin || i - begin == LONGEST)) {
        insertStretch(state, begin, first, i - begin);
        begin = i;
      }
      first = i == begin ? id : first;
    }
    if (!blocks.isEmpty()) {
      insertStretch(state, begin, first, blocks.size() - begin);
    }
  }

  private void insertStretch(long state, int position, long block, int count) {
    sql.update(
        "INSERT INTO state_stretch (state_id, position, block_id, blocks) VALUES (?, ?, ?, ?)",
        state,
        position,
        block,
        count);
  }

  List<Block> ofState(long state) {
    return sql.all(
        """
        SELECT b.kind, b.level, b.lang, b.text FROM state_stretch s
        JOIN block b ON b.id BETWEEN s.block_id AND s.block_id + s.blocks - 1
        WHERE s.state_id = ? ORDER BY s.position, b.id""",
        BlockTable::read,
        state);
  }

  private long idOf(Block block) {
    byte[] digest = HexFormat.of().parseHex(ArticleDigest.of(block));
    return sql.one("SELECT id FROM block WHERE digest = ?", r -> r.getLong(1), digest)
        .orElseGet(
            () ->
                sql.insert(
                    "INSERT INTO block (digest, kind, level, lang, text) VALUES (?, ?, ?, ?, ?)",
                    digest,
                    kind(block),
                    level(block),
                    block.lang(),
                    block.text()));
  }

  private static String kind(Block block) {
    if (block instanceof Block.ListItem item) {
      return item.ordered() ? "numbered-item" : "list-item";
    } else if (block instanceof Block.Subhead) {
      return "subhead";
    }
    return block instanceof Block.Quote ? "quote" : "paragraph";
  }

  private static int level(Block block) {
    if (block instanceof Block.ListItem item) {
      return item.depth();
    } else if (block instanceof Block.TableRow) {
      return ROW;
    }
    return block instanceof Block.Subhead subhead ? subhead.level() : 0;
  }

  private static Block read(ResultSet r) throws SQLException {
    int level = r.getInt(2);
    String lang = r.getString(3);
    String text = r.getString(4);
    return switch (r.getString(1)) {
      case "subhead" -> new Block.Subhead(text, level, lang);
      case "quote" -> new Block.Quote(text, lang);
      case "list-item" -> new Block.ListItem(text, level, false, lang);
      case "numbered-item" -> new Block.ListItem(text, level, true, lang);
      default -> level == ROW ? new Block.TableRow(text, lang) : new Block.Paragraph(text, lang);
    };
  }
}
