package stet.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.store.Store;
import stet.watch.store.WatchStore;

/** Each table class has a contract, and each table of a schema one that looks at it. */
class TableContractsTest {
  @TempDir Path dir;

  @Test
  void ofTheCollection() throws Exception {
    Path file = dir.resolve("stet.db");
    Store.open(file).close();
    assertThat(covered("stet/store")).isEqualTo(tables(file));
  }

  @Test
  void ofTheWatch() throws Exception {
    Path file = dir.resolve("watch.db");
    WatchStore.open(file).close();
    assertThat(covered("stet/watch/store")).isEqualTo(tables(file));
  }

  private static Set<String> tables(Path file) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type IN ('table', 'virtual')
                      AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%'""")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** The tables that contracts in a package name; every table class in it must have one. */
  private static Set<String> covered(String folder) throws IOException, ClassNotFoundException {
    List<String> classes;
    try (Stream<Path> files = Files.list(Path.of("src/main/java", folder))) {
      classes =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith("Table.java"))
              .map(f -> f.replace(".java", "ContractTest"))
              .toList();
    }
    Set<String> covered = new TreeSet<>();
    for (String name : classes) {
      Class<?> contract = Class.forName(folder.replace('/', '.') + '.' + name);
      assertThat(contract).isAssignableTo(TableContract.class);
      OfTables tables = contract.getAnnotation(OfTables.class);
      if (tables != null) {
        covered.addAll(List.of(tables.value()));
      }
    }
    return covered;
  }
}
