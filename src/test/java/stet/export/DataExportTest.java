package stet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.export.table.TableFormat;
import stet.ingest.Found;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.report.Stories;
import stet.report.Story;
import stet.rows.Column;
import stet.rows.ColumnType;
import stet.rows.DataTable;
import stet.timeline.Timeline;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;
import tools.jackson.databind.JsonNode;

/** The tables are what docs/EXPORT.md says, and say the same in both forms. */
class DataExportTest {
  @TempDir static Path dir;

  @BeforeAll
  static void collect() throws IOException {
    new CollectionFolder(dir.resolve("home")).make();
    try (CollectionWriter writer =
        CollectionWriter.open(dir.resolve("home"), Clock.systemUTC(), Duration.ofSeconds(5))) {
      for (Found found :
          SavedPages.under(
              List.of(Path.of("snapshots/sample")), new ImportOptions(null, null, 1 << 20))) {
        if (found instanceof Found.Page page) {
          writer.tracker().accept(List.of(page.capture()));
        }
      }
      for (TableFormat format : TableFormat.values()) {
        new DataExport(format, "stet 1.0.0").write(writer.collection().timelines().all(), dir);
      }
    }
  }

  private List<JsonNode> rows(DataTable table) throws IOException {
    return Tables.jsonl(dir, table);
  }

  @Test
  void everyRowHasTheDocumentedColumnsInOrderAndOfTheirType() throws IOException {
    String docs = Files.readString(Path.of("docs/EXPORT.md"));
    for (DataTable table : DataTable.values()) {
      assertThat(docs).contains("### " + table.id() + "\n\n" + table.meaning());
      for (Column column : table.columns()) {
        assertThat(docs)
            .contains(
                "| `" + column.name() + "` | " + column.type().id() + " | " + column.meaning());
      }
      assertThat(rows(table)).isNotEmpty();
      for (JsonNode row : rows(table)) {
        assertThat(row.propertyNames())
            .startsWith("schema")
            .containsSubsequence(table.columns().stream().map(Column::name).toList())
            .hasSize(table.columns().size() + 1);
        table.columns().forEach(c -> assertThat(isOfType(row.get(c.name()), c.type())).isTrue());
      }
    }
  }

  private static boolean isOfType(JsonNode value, ColumnType type) {
    return value.isNull()
        || switch (type) {
          case TEXT -> value.isString();
          case INTEGER -> value.isIntegralNumber();
          case NUMBER -> value.isNumber();
          case BOOLEAN -> value.isBoolean();
          case TIME -> value.asString("").matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
          case LIST -> value.isArray();
        };
  }

  @Test
  void sentencesOfARevisionAddUp() throws IOException {
    List<JsonNode> sentences = rows(DataTable.SENTENCES);
    for (JsonNode revision : rows(DataTable.REVISIONS)) {
      for (String operation : List.of("added", "deleted", "edited", "moved", "unchanged")) {
        long found =
            sentences.stream()
                .filter(s -> s.get("article").equals(revision.get("article")))
                .filter(s -> s.get("version_after").equals(revision.get("version_after")))
                .filter(s -> s.get("operation").asString("").equals(operation))
                .count();
        assertThat(revision.get("sentences_" + operation).asLong()).isEqualTo(found);
      }
    }
  }

  @Test
  void csvHasTheSameRows() throws IOException {
    for (DataTable table : DataTable.values()) {
      List<List<String>> csv = csv(Files.readString(dir.resolve(table.id() + ".csv")));
      List<JsonNode> json = rows(table);
      assertThat(csv).hasSize(json.size() + 1);
      for (int i = 0; i < json.size(); i++) {
        List<String> expected = new ArrayList<>();
        json.get(i).properties().stream().skip(1).forEach(e -> expected.add(text(e.getValue())));
        assertThat(csv.get(i + 1)).isEqualTo(expected);
      }
    }
  }

  @Test
  void parquetHasTheSameRows() throws IOException, SQLException {
    Tables.assertSame(dir);
  }

  @Test
  void whatEndsHalfWayLeavesWhatWasThereBefore() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("kept"));
    for (TableFormat format : TableFormat.values()) {
      Path before = Files.writeString(folder.resolve(format.file(DataTable.VERSIONS)), "before");
      Iterator<Timeline> half =
          new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
              return true;
            }

            @Override
            public Timeline next() {
              if (given++ == 3) {
                throw new UncheckedIOException(new IOException("gone"));
              }
              return new Story("pier", Stories.COURIER).timeline();
            }
          };
      assertThatThrownBy(() -> new DataExport(format, "stet 1.0.0").write(half, folder))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(before).hasContent("before");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(TableFormat.values().length);
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(v -> parts.add(v.asString("")));
      return String.join("|", parts);
    }
    return value.isNull() ? "" : value.asString("");
  }

  private static List<List<String>> csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        if (quoted && text.startsWith("\"\"", i)) {
          field.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        field.append(c);
      }
    }
    return rows;
  }
}
