package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import stet.article.StatedDate;
import stet.article.StatedDate.Form;
import stet.article.StatedDate.Precision;
import stet.article.StatedDate.Role;
import stet.sqlite.OfTables;

@OfTables({"stated_date", "stated_update"})
class DateTableContractTest extends StoreContract {
  private DateTable table() {
    return new DateTable(sql);
  }

  private static StatedDate date(
      Role role, @Nullable ZoneOffset offset, Precision precision, Form form, String text) {
    LocalDateTime local =
        switch (precision) {
          case YEAR -> LocalDateTime.of(2026, 1, 1, 0, 0);
          case MONTH -> LocalDateTime.of(2026, 3, 1, 0, 0);
          case DAY -> LocalDateTime.of(2026, 3, 14, 0, 0);
          case MINUTE -> LocalDateTime.of(2026, 3, 14, 18, 45);
          case SECOND -> LocalDateTime.of(2026, 3, 14, 18, 45, 9);
        };
    Duration width = form == Form.AGO ? Duration.ofMinutes(90) : Duration.ZERO;
    return new StatedDate(role, text, local, offset, precision, text, text, form, width);
  }

  /** Every precision and form, with an offset and without. */
  private static List<StatedDate> every(Role role) {
    List<StatedDate> all = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      all.add(date(role, null, precision, Form.DATED, "then"));
      all.add(date(role, ZoneOffset.ofHoursMinutes(5, 30), precision, Form.DATED, "then"));
    }
    all.add(date(role, ZoneOffset.UTC, Precision.MINUTE, Form.CLOCK, "18:45"));
    all.add(date(role, null, Precision.MINUTE, Form.CLOCK, "18:45"));
    all.add(date(role, ZoneOffset.ofHours(-12), Precision.MINUTE, Form.AGO, "2 hours ago"));
    return all;
  }

  @Test
  void whatIsWrittenIsRead() {
    for (Role role : List.of(Role.PUBLISHED, Role.UPDATED, Role.REVIEWED)) {
      for (StatedDate date : every(role)) {
        long state = state(role + " " + date);
        table().insertAll(state, List.of(date));
        assertThat(table().ofState(state)).containsExactly(date);
      }
    }
    long state = state("updates");
    table().insertUpdates(state, every(Role.UPDATED));
    assertThat(table().updatesOfState(state)).isEqualTo(every(Role.UPDATED));
  }

  @Test
  void datesComeInTheOrderOfRoles() {
    long state = state("a");
    StatedDate updated = date(Role.UPDATED, null, Precision.DAY, Form.DATED, "then");
    StatedDate published = date(Role.PUBLISHED, null, Precision.DAY, Form.DATED, "then");
    table().insertAll(state, List.of(updated, published));
    assertThat(table().ofState(state)).containsExactly(published, updated);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().ofState(99)).isEmpty();
    assertThat(table().updatesOfState(99)).isEmpty();
  }

  @Test
  void aRoleIsStatedOnceOfAStateThatIsThere() {
    long state = state("a");
    StatedDate date = date(Role.UPDATED, null, Precision.DAY, Form.DATED, "then");
    refused(() -> table().insertAll(99, List.of(date)));
    refused(() -> table().insertUpdates(99, List.of(date)));
    table().insertAll(state, List.of(date));
    refused(() -> table().insertAll(state, List.of(date)));
    StatedDate noticed = date(Role.NOTICED, null, Precision.DAY, Form.DATED, "then");
    refused(() -> table().insertAll(state, List.of(noticed)));
  }

  @Test
  void hostileTextSurvives() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      long state = state("a" + i);
      StatedDate date = date(Role.UPDATED, null, Precision.DAY, Form.DATED, HOSTILE.get(i));
      StatedDate read = date(Role.UPDATED, null, Precision.DAY, Form.DATED, stored(HOSTILE.get(i)));
      table().insertAll(state, List.of(date));
      table().insertUpdates(state, List.of(date, date));
      assertThat(table().ofState(state)).containsExactly(read);
      assertThat(table().updatesOfState(state)).containsExactly(read, read);
    }
  }
}
