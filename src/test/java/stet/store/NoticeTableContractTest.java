package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.sqlite.OfTables;

@OfTables({"notice", "state_notice"})
class NoticeTableContractTest extends StoreContract {
  private static final StatedDate DATE =
      new StatedDate(
          StatedDate.Role.NOTICED,
          "14 March",
          LocalDateTime.of(2026, 3, 14, 0, 0),
          ZoneOffset.UTC,
          StatedDate.Precision.DAY,
          "notice",
          "written");

  private NoticeTable table() {
    return new NoticeTable(sql);
  }

  @Test
  void everyKindIsReadAsItWasWritten() {
    long state = state("a");
    List<Notice> notices =
        Arrays.stream(Notice.Kind.values())
            .map(k -> new Notice(k, "It was sixty.", k == Notice.Kind.UPDATE ? null : DATE))
            .toList();
    table().insertAll(state, notices);
    assertThat(table().ofState(state)).isEqualTo(notices);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().ofState(99)).isEmpty();
  }

  @Test
  void aNoticeIsOneRowAndBelongsToAStateThatIsThere() {
    Notice notice = new Notice(Notice.Kind.CORRECTION, "It was sixty.", DATE);
    table().insertAll(state("a"), List.of(notice, notice));
    table().insertAll(state("b"), List.of(notice));
    assertThat(rows("notice")).isEqualTo(1);
    assertThat(rows("state_notice")).isEqualTo(3);
    refused(() -> table().insertAll(99, List.of(notice)));
    refused(() -> sql.update("DELETE FROM notice"));
  }

  @Test
  void hostileTextSurvives() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      long state = state("a" + i);
      table().insertAll(state, List.of(new Notice(Notice.Kind.UPDATE, HOSTILE.get(i), null)));
      assertThat(table().ofState(state))
          .containsExactly(new Notice(Notice.Kind.UPDATE, stored(HOSTILE.get(i)), null));
    }
  }
}
