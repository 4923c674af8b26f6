package stet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.export.table.TableFormat;
import stet.ingest.Found;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.rows.DataTable;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;

/** Tables of real histories say the same as Parquet and as JSON. */
class RealTablesTest {
  private static final Path DATA = Path.of("../shared/data/versions/govuk-news");

  @TempDir Path dir;

  @Test
  void realHistoriesAreTheSameInBothForms() throws IOException, SQLException {
    assumeTrue(Files.isDirectory(DATA), DATA + " is not here");
    List<Path> some;
    try (Stream<Path> all = Files.list(DATA)) {
      some = all.filter(Files::isDirectory).sorted().limit(4).toList();
    }
    new CollectionFolder(dir.resolve("home")).make();
    try (CollectionWriter writer =
        CollectionWriter.open(dir.resolve("home"), Clock.systemUTC(), Duration.ofSeconds(5))) {
      List<Capture> captures = new ArrayList<>();
      for (Found found : SavedPages.under(some, new ImportOptions(null, null, 1 << 20))) {
        if (found instanceof Found.Page page) {
          captures.add(page.capture());
        }
      }
      writer.tracker().accept(captures);
      for (TableFormat format : List.of(TableFormat.JSONL, TableFormat.PARQUET)) {
        new DataExport(format, "stet 1.0.0").write(writer.collection().timelines().all(), dir);
      }
    }
    assertThat(Tables.jsonl(dir, DataTable.SENTENCES)).hasSizeGreaterThan(100);
    Tables.assertSame(dir);
  }
}
