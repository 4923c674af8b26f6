package stet.track.takedown;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import stet.archive.DamagedRecordException;
import stet.archive.WarcArchive;
import stet.archive.WarcLocation;
import stet.store.Tables;
import stet.store.WithheldTable;
import stet.withhold.Withheld;
import stet.withhold.Withholding;

/** What a check says of takedowns, a line for each. */
public final class WithheldRemarks {
  private WithheldRemarks() {}

  /**
   * The lines. One whose bytes were to be erased and are still there is told of: what was killed on
   * the way is to be run again.
   */
  public static List<String> of(Withholding all, Tables tables, WarcArchive archive)
      throws IOException {
    List<WithheldTable.Row> rows = tables.withheld().all();
    List<String> lines = new ArrayList<>();
    Set<Integer> told = new HashSet<>();
    for (Withheld mark : all.marks()) {
      told.add(mark.id());
      lines.add(line(mark, rows, archive));
    }
    long unknown = rows.stream().filter(r -> !told.contains(r.by().mark())).count();
    if (unknown > 0) {
      lines.add(
          unknown
              + " captures are withheld that no takedown in withheld.json takes; their records say"
              + " why");
    }
    return lines;
  }

  private static String line(Withheld mark, List<WithheldTable.Row> rows, WarcArchive archive)
      throws IOException {
    int captures = 0;
    int left = 0;
    for (WithheldTable.Row row : rows) {
      captures += row.by().mark() == mark.id() ? 1 : 0;
      if (mark.payloads().contains(row.payload()) && mark.erased() != null) {
        left += isGone(archive, row.location()) ? 0 : 1;
      }
    }
    String said =
        "withheld ("
            + mark.words()
            + "): "
            + what(mark)
            + " of '"
            + mark.article()
            + "', "
            + captures
            + (captures == 1 ? " capture" : " captures");
    if (mark.erased() == null) {
      return said;
    }
    return said
        + ", erased"
        + (left == 0
            ? ""
            : "; "
                + left
                + " of them still hold their bytes: run 'stet withhold --erase --number "
                + mark.id()
                + "' again");
  }

  private static String what(Withheld mark) {
    return switch (mark.scope()) {
      case ARTICLE -> "all";
      case VERSION -> "what was version " + mark.version();
      case PASSAGE -> "a passage";
    };
  }

  private static boolean isGone(WarcArchive archive, WarcLocation at) throws IOException {
    try {
      return archive.isGone(at);
    } catch (DamagedRecordException e) {
      // The damage is a finding of its own.
      return true;
    }
  }
}
