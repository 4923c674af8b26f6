package stet.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stet.diff.Label.Kind;
import stet.report.Stories;
import stet.report.Story;
import stet.timeline.Timeline;

/** Each row has a value of its column's type for each column, or none. */
class TimelineRowsTest {
  private static Timeline quay() {
    return new Story("quay", Stories.COURIER)
        .headline("Quay shut")
        .text("The quay was shut at six. Nobody was hurt.")
        .seen("2026-03-14T06:00:00Z")
        .headline("Quay open")
        .text("The quay was shut at seven. Nobody was hurt. It rained.")
        .seen("2026-03-14T07:00:00Z", Kind.STAMPED, Kind.NUMBER)
        .timeline();
  }

  private static Map<DataTable, List<List<Object>>> rows(Timeline timeline) {
    Map<DataTable, List<List<Object>>> rows = new EnumMap<>(DataTable.class);
    TimelineRows.write(
        timeline,
        (table, values) -> rows.computeIfAbsent(table, t -> new ArrayList<>()).add(values));
    return rows;
  }

  private static Object cell(DataTable table, List<Object> row, String column) {
    return row.get(table.columns().stream().map(Column::name).toList().indexOf(column));
  }

  @Test
  void valuesFitTheirColumns() {
    Map<DataTable, List<List<Object>>> rows = rows(quay());
    assertThat(rows).containsOnlyKeys(DataTable.values());
    rows.forEach(
        (table, all) -> {
          for (List<Object> row : all) {
            assertThat(row).as(table.id()).hasSameSizeAs(table.columns());
            for (int i = 0; i < row.size(); i++) {
              Column column = table.columns().get(i);
              if (row.get(i) != null) {
                assertThat(row.get(i))
                    .as(table.id() + "." + column.name())
                    .isInstanceOf(column.type().kind());
              }
            }
          }
        });
  }

  @Test
  void rowsSayWhatTheTimelineSays() {
    Map<DataTable, List<List<Object>>> rows = rows(quay());
    List<Object> article = rows.get(DataTable.ARTICLES).get(0);
    assertThat(cell(DataTable.ARTICLES, article, "headline")).isEqualTo("Quay open");
    assertThat(cell(DataTable.ARTICLES, article, "versions")).isEqualTo(2L);
    assertThat(rows.get(DataTable.VERSIONS)).hasSize(2);
    List<Object> revision = rows.get(DataTable.REVISIONS).get(0);
    assertThat(cell(DataTable.REVISIONS, revision, "not_after"))
        .isEqualTo(Instant.parse("2026-03-14T07:00:00Z"));
    assertThat(cell(DataTable.REVISIONS, revision, "disclosure")).isEqualTo("stamped");
    assertThat(cell(DataTable.REVISIONS, revision, "labels")).isEqualTo(List.of("number"));
    assertThat(rows.get(DataTable.DELTAS))
        .anyMatch(d -> cell(DataTable.DELTAS, d, "place").equals("headline"));
    assertThat(rows.get(DataTable.SENTENCES))
        .extracting(s -> cell(DataTable.SENTENCES, s, "operation"))
        .containsExactly("edited", "unchanged", "added");
  }

  @Test
  void anArticleThatWasNeverSeenHasARowOfItsOwnOnly() {
    Map<DataTable, List<List<Object>>> rows = rows(new Story("pier", Stories.COURIER).timeline());
    assertThat(rows).containsOnlyKeys(DataTable.ARTICLES);
    List<Object> article = rows.get(DataTable.ARTICLES).get(0);
    assertThat(cell(DataTable.ARTICLES, article, "first_seen")).isNull();
    assertThat(cell(DataTable.ARTICLES, article, "versions")).isEqualTo(0L);
  }

  @Test
  void whatASinkThrowsComesOut() {
    assertThatThrownBy(
            () ->
                TimelineRows.write(
                    quay(),
                    (table, values) -> {
                      throw new IOException("full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }
}
