package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;

@OfTables("warc_file")
class WarcFileTableContractTest extends StoreContract {
  @Test
  void whatIsWrittenIsReadAndOnlyGrows() {
    tables.warcFiles().indexed("b.warc.gz", 900);
    tables.warcFiles().indexed("a.warc.gz", Long.MAX_VALUE);
    tables.warcFiles().indexed("b.warc.gz", 100);
    assertThat(tables.warcFiles().indexedLengths())
        .containsEntry("a.warc.gz", Long.MAX_VALUE)
        .containsEntry("b.warc.gz", 900L);
    assertThat(tables.warcFiles().indexedLengths().keySet())
        .containsExactly("a.warc.gz", "b.warc.gz");
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(tables.warcFiles().indexedLengths()).isEmpty();
  }

  @Test
  void aFileIsOneRow() {
    long id = tables.warcFiles().id("a.warc.gz");
    tables.forget();
    assertThat(tables.warcFiles().id("a.warc.gz")).isEqualTo(id);
    assertThat(tables.warcFiles().name(id)).isEqualTo("a.warc.gz");
    refused(
        () -> sql.update("INSERT INTO warc_file (name, indexed_length) VALUES ('a.warc.gz', 0)"));
  }

  @Test
  void hostileTextSurvives() {
    for (String text : HOSTILE) {
      long id = tables.warcFiles().id(text);
      tables.forget();
      assertThat(tables.warcFiles().name(id)).isEqualTo(stored(text));
      assertThat(tables.warcFiles().id(text)).isEqualTo(id);
    }
  }
}
