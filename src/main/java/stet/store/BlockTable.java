package stet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import stet.article.ArticleDigest;
import stet.article.Block;
import stet.sqlite.Sql;

/** Distinct blocks of text: each is stored once, however many versions and articles have it. */
final class BlockTable {
  /** So many blocks in a row at most are one row: a bound lets the states of a block be found. */
  static final int LONGEST = 64;

  /** The level of a paragraph that is a row of a table: its cells are parted by tabs. */
  private static final int ROW = 1;

  /** So many blocks are looked for at once. */
  private static final int ASKED = 16;

  private static final String KNOWN =
      "SELECT digest, id FROM block WHERE digest IN ("
          + String.join(", ", Collections.nCopies(ASKED, "?"))
          + ")";

  private final Sql sql;

  BlockTable(Sql sql) {
    this.sql = sql;
  }

  void insertAll(long state, List<Block> blocks) {
    long first = 0;
    int begin = 0;
    List<Long> ids = idsOf(blocks);
    for (int i = 0; i < ids.size(); i++) {
      long id = ids.get(i);
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

  /** The numbers of blocks in their order; those that are new are added. */
  private List<Long> idsOf(List<Block> blocks) {
    List<String> digests = blocks.stream().map(ArticleDigest::of).toList();
    Map<String, Long> known = new HashMap<>();
    for (int from = 0; from < digests.size(); from += ASKED) {
      known.putAll(known(digests.subList(from, Math.min(from + ASKED, digests.size()))));
    }
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      ids.add(known.computeIfAbsent(digests.get(i), digest -> insert(digest, block)));
    }
    return ids;
  }

  /** Those of at most {@link #ASKED} digests whose blocks are here, with their numbers. */
  private Map<String, Long> known(List<String> digests) {
    Object[] values = new Object[ASKED];
    for (int i = 0; i < ASKED; i++) {
      // The last one again and again: of each number of them the driver would prepare a query.
      values[i] = HexFormat.of().parseHex(digests.get(Math.min(i, digests.size() - 1)));
    }
    Map<String, Long> known = new HashMap<>();
    sql.all(KNOWN, r -> known.put(HexFormat.of().formatHex(r.getBytes(1)), r.getLong(2)), values);
    return known;
  }

  private long insert(String digest, Block block) {
    return sql.insert(
        "INSERT INTO block (digest, kind, level, lang, text) VALUES (?, ?, ?, ?, ?)",
        HexFormat.of().parseHex(digest),
        kind(block),
        level(block),
        block.lang(),
        block.text());
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
