package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.report.site.Ledger;
import stet.report.site.Site;
import stet.timeline.Timeline;

/** A ledger beside the site that is not as it was left. */
class LedgerDamageTest extends UpdatedSite {
  @ParameterizedTest
  @ValueSource(strings = {"", "no database", "a/harbour-bridge-1f/\t{}\n"})
  void aLedgerOfAnotherKindCostsTimeOnly(String text) throws IOException {
    begin();
    Files.writeString(dir.resolve(Ledger.FILE), text);

    assertThat(update(Stories.all())).hasSameSizeAs(Stories.all());
    assertSameAsWhole(Stories.all());
  }

  /** Pages of the file are overwritten from some place on, as by a bad disk. */
  @ParameterizedTest
  @ValueSource(ints = {16, 100, 4096, 3 * 4096, 10 * 4096, 20 * 4096})
  void aDamagedLedgerCostsTimeOnly(int from) throws IOException {
    begin();
    byte[] bytes = Files.readAllBytes(dir.resolve(Ledger.FILE));
    Arrays.fill(bytes, from, bytes.length, (byte) 0x5a);
    Files.write(dir.resolve(Ledger.FILE), bytes);

    update(Stories.all());
    assertSameAsWhole(Stories.all());
    assertThat(update(Stories.all())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE made SET note = '{'",
        "UPDATE made SET note = 'null'",
        "UPDATE meta SET value = 'x' WHERE name = 'number'",
        "UPDATE article SET last = 'x'",
        "UPDATE observed SET json = '{'",
        "UPDATE observed SET json = 'null'",
        "UPDATE label SET kind = kind || 'x'",
        "UPDATE article SET key = '../x-' || id",
        "DELETE FROM made",
        "DELETE FROM shown",
        "DROP TABLE made"
      })
  void aLedgerThatMakesNoSenseCostsTimeOnly(String damage) throws IOException, SQLException {
    begin();
    inLedger(damage);
    List<Timeline> grown = with(Stories.liveBlog(35));

    newsroom.set(grown);
    new Site(Story.DIFFER, Stories.OPTIONS).update(newsroom, dir, false);

    assertSameAsWhole(grown);
    assertThat(update(grown)).isEmpty();
  }

  private void inLedger(String statement) throws SQLException {
    try (Connection ledger =
        DriverManager.getConnection("jdbc:sqlite:" + dir.resolve(Ledger.FILE))) {
      ledger.createStatement().execute(statement);
    }
  }

  /** A ledger may not lead to files elsewhere. */
  @Test
  void aLedgerThatNamesFilesElsewhereIsNotFollowed() throws IOException, SQLException {
    begin();
    Path outside = Files.writeString(dir.resolveSibling("outside.html"), "not ours");
    inLedger("UPDATE made SET names = '../../../outside.html'");
    inLedger("INSERT INTO unit VALUES ('x', '', '../outside.html', '', '', 1, 1)");
    newsroom.origin = "another database";

    assertThat(update(Stories.all())).hasSameSizeAs(Stories.all());
    assertThat(outside).hasContent("not ours");
    assertSameAsWhole(Stories.all());
    Files.delete(outside);
  }
}
