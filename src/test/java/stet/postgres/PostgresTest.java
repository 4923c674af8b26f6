package stet.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.sqlite.DatabaseException;

/** The connection to a queue, its address and its schema. */
class PostgresTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://stet@db.example/news",
        "postgresql://stet@db.example:6432/news?sslmode=require",
        "postgresql://stet@[::1]/news?sslmode=verify-full&sslrootcert=/etc/ca.pem"
      })
  void addressesThatAreTaken(String written) {
    assertThat(PostgresAddress.problem(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "db.example",
        "mysql://stet@db.example/news",
        "postgresql://db.example/news",
        "postgresql://stet@db.example",
        "postgresql://stet@db.example/",
        "postgresql://stet@db.example/a/b",
        "postgresql://stet@db.example/news?socketFactory=evil",
        "postgresql://stet@db.example/news?sslmode=require&loggerFile=x",
        "postgresql://stet:s3cr3t@db.example/news",
        "postgresql://st et@db.example/news"
      })
  void addressesThatAreNotAndNothingOfThemIsSaid(String written) {
    assertThat(PostgresAddress.problem(written)).startsWith("m").doesNotContain("s3cr3t", "evil");
    assertThatThrownBy(() -> PostgresAddress.of(written, Optional::empty))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyWhoComeAtOnceMakeTheTablesOnce() throws Exception {
    PostgresAddress address = PostgresServer.database();
    CyclicBarrier together = new CyclicBarrier(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<Integer> come =
        () -> {
          together.await();
          try (Postgres one = new Postgres(address)) {
            return one.sql().one("SELECT count(*) FROM schema_version", r -> r.getInt(1)).get();
          }
        };
    for (var rows : threads.invokeAll(Collections.nCopies(4, come))) {
      assertThat(rows.get()).isEqualTo(1);
    }
    threads.shutdown();
  }

  @Test
  void aNewerQueueIsNotTouched() throws Exception {
    PostgresAddress address = PostgresServer.database();
    try (Postgres newer = new Postgres(address)) {
      newer.sql().run("UPDATE schema_version SET version = 99");
    }
    try (Postgres older = new Postgres(address)) {
      assertThatThrownBy(() -> older.sql().run("SELECT 1"))
          .isInstanceOf(DatabaseException.class)
          .hasMessage("the queue in '" + address + "' has schema 99, this stet reads up to 1");
      assertThatThrownBy(older::begin).isInstanceOf(DatabaseException.class);
    }
  }

  @Test
  void aTransactionWhoseConnectionWasLostIsNeitherHalfKeptNorGoesOn() throws Exception {
    PostgresAddress address = PostgresServer.database();
    String insert = "INSERT INTO lease (host) VALUES (?)";
    try (Postgres database = new Postgres(address)) {
      assertThatThrownBy(
              () ->
                  database.write(
                      () -> {
                        database.sql().update(insert, "a.example");
                        PostgresServer.cutOff(address);
                        try {
                          database.sql().update(insert, "b.example");
                        } catch (DatabaseException e) {
                          // Whoever overlooks it must not go on outside of the transaction.
                        }
                        return database.sql().update(insert, "c.example");
                      }))
          .isInstanceOf(DatabaseException.class);
      assertThat(database.sql().one("SELECT count(*) FROM lease", r -> r.getInt(1))).contains(0);
    }
  }

  @Test
  void theTimeIsTheDatabases() throws Exception {
    try (Postgres database = new Postgres(PostgresServer.database())) {
      DatabaseClock clock = new DatabaseClock(database);
      String asked = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint";
      long millis = database.sql().one(asked, r -> r.getLong(1)).orElseThrow();
      assertThat(Duration.between(Instant.ofEpochMilli(millis), clock.instant()).abs())
          .as("a busy machine answers late")
          .isLessThan(Duration.ofSeconds(10));
      Instant before = clock.instant();
      clock.look(database);
      assertThat(clock.instant()).isAfterOrEqualTo(before.minusSeconds(5));
    }
  }
}
