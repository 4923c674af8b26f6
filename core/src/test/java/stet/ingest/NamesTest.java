package stet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "001__2021-02-14T00-02-25Z, 2021-02-14T00:02:25Z",
    "story 2021-02-14T000225Z final, 2021-02-14T00:02:25Z",
    "20210214000225, 2021-02-14T00:02:25Z",
    "courier-20210214000225-front, 2021-02-14T00:02:25Z",
  })
  void readsTheTimeThatANameCarries(String name, Instant time) {
    assertThat(Names.time(name)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000_03d6904db95422c1",
        "99999999999999",
        "120210214000225",
        "2021-02-30T00-02-25Z",
        "2021-02-14",
        ""
      })
  void seesNoTimeWhereThereIsNone(String name) {
    assertThat(Names.time(name)).isEmpty();
  }

  @Test
  void aNameFromAHostileFolderCannotBreakAnAddress() {
    assertThat(Names.folderUrn("a b", "x#y/../\u202ez"))
        .isEqualTo("urn:stet:folder:a%20b/x%23y%2F..%2F%E2%80%AEz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example/x",
        "https://",
        "a.example/x",
        "javascript:alert(1)",
        "http://a b/"
      })
  void onlyWebAddressesAreAddresses(String url) {
    assertThat(ImportOptions.isWebAddress(url)).isFalse();
  }
}
