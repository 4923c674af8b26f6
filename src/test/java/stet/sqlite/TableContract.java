package stet.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every table owes: what is written is read again, whatever characters it has; what is not
 * there is told as such and is no exception; a row has no twin and refers to rows that are there;
 * what is removed leaves nothing behind. Each test runs in a transaction that is rolled back, and
 * at its end no row may refer to nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TableContract {
  /** Text that other text is mistaken for, or that programs choke on. */
  protected static final List<String> HOSTILE =
      List.of(
          "it's \"quoted\" `so` and [so]",
          "x'; DROP TABLE article; --",
          "?1 ?2 :name @name $name %s {0} \\ \\u0000",
          "100% _any_ * [a-z] ESCAPE",
          "NUL \u0000 within",
          "\r\n\t line ends \u0085\u2028\u2029",
          "four bytes \ud83d\ude00 \ud834\udd1e \ud842\udfb7",
          "lone \ud83d and \ude00",
          "steers \u202e what \u2066 shows it \ufeff",
          "no characters \ufffe \uffff",
          " white space at both ends ",
          "x".repeat(7_000));

  protected Database database;
  protected Sql sql;
  private Transaction transaction;

  /** What makes the tables. */
  protected abstract Migrations migrations();

  /** Making them takes longer than all tests together: contracts of one schema share a database. */
  @RegisterExtension
  final BeforeAllCallback open =
      context -> {
        Store store = context.getRoot().getStore(Namespace.create(TableContract.class));
        database = store.getOrComputeIfAbsent(migrations(), TableContract::make, Database.class);
        sql = database.sql();
      };

  private static Database make(Migrations migrations) {
    Database database = Opening.inMemory(migrations);
    database.sql().run("PRAGMA foreign_keys = 1");
    return database;
  }

  @BeforeEach
  void begin() {
    transaction = database.begin();
  }

  @AfterEach
  void rollBack() {
    try {
      assertThat(sql.all("PRAGMA foreign_key_check", r -> r.getString(1))).isEmpty();
    } finally {
      transaction.close();
    }
  }

  /**
   * How a text is read again: UTF-8 has no form for half of a character, so a question mark takes
   * its place. What asks for the text as it was still finds it.
   */
  protected static String stored(String text) {
    return text.replaceAll("\\p{Cs}", "?");
  }

  /** The database does not take this, and nothing of it stays. */
  protected void refused(Runnable change) {
    long before = changes();
    assertThatThrownBy(change::run).isInstanceOf(DatabaseException.class);
    assertThat(changes()).isEqualTo(before);
  }

  private long changes() {
    return sql.one("SELECT total_changes()", r -> r.getLong(1)).orElseThrow();
  }

  /** How many rows a table has. */
  protected long rows(String table) {
    return sql.one("SELECT count(*) FROM " + table, r -> r.getLong(1)).orElseThrow();
  }
}
