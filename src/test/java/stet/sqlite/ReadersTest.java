package stet.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are lent, each showing one state. */
class ReadersTest {
  @TempDir Path dir;
  private Path file;
  private final AtomicInteger forgotten = new AtomicInteger();

  @BeforeEach
  void make() {
    file = dir.resolve("x.db");
    make(file, 1);
  }

  private static void make(Path file, int rows) {
    try (Database database = Opening.of(file).toWrite()) {
      database.sql().run("CREATE TABLE t (a)");
      for (int i = 0; i < rows; i++) {
        database.sql().update("INSERT INTO t VALUES (?)", i);
      }
    }
  }

  private Readers<Sql> readers(int most) {
    return Opening.of(file)
        .readers(
            most,
            database -> {
              database.onForget(forgotten::incrementAndGet);
              return database.sql();
            });
  }

  private static int count(Lease<Sql> lease) {
    return lease.view().one("SELECT count(*) FROM t", r -> r.getInt(1)).orElseThrow();
  }

  private static int count(Readers<Sql> readers) {
    try (Lease<Sql> lease = readers.lease()) {
      return count(lease);
    }
  }

  @Test
  void aLeaseSeesNothingThatIsCommittedMeanwhile() {
    try (Database writer = Opening.of(file).toWrite();
        Readers<Sql> readers = readers(2);
        Lease<Sql> lease = readers.lease()) {
      writer.sql().update("INSERT INTO t VALUES (2)");
      assertThat(count(lease)).isEqualTo(1);
      assertThat(count(readers)).isEqualTo(2);
    }
  }

  @Test
  void whatWasRememberedIsForgottenWhenOthersChangedSomething() {
    try (Database writer = Opening.of(file).toWrite();
        Readers<Sql> readers = readers(1)) {
      int before = forgotten.get();
      count(readers);
      count(readers);
      assertThat(forgotten).as("nothing changed").hasValue(before);
      writer.sql().update("INSERT INTO t VALUES (2)");
      count(readers);
      assertThat(forgotten).hasValue(before + 1);
    }
  }

  @Test
  void aWriterThatIsDoneDoesNotWaitForALease() {
    try (Database writer = Opening.of(file).toWrite();
        Readers<Sql> readers = readers(1);
        Lease<Sql> lease = readers.lease()) {
      writer.sql().update("INSERT INTO t VALUES (2)");
      writer.checkpoint(Duration.ZERO);
      assertThat(count(lease)).isEqualTo(1);
      writer.sql().update("INSERT INTO t VALUES (3)");
    }
  }

  @Test
  void theLogDoesNotGrowForEverUnderReadersWithoutAGap() throws InterruptedException {
    int blob = 16 << 10;
    int blobs = 200;
    long longest = 0;
    AtomicBoolean stopped = new AtomicBoolean();
    try (Database writer = Opening.of(file).logLimit(256 << 10).toWrite();
        Readers<Sql> readers = readers(2)) {
      Thread reading = new Thread(() -> readWithoutGap(readers, stopped));
      reading.start();
      for (int i = 0; i < blobs; i++) {
        try (Transaction transaction = writer.begin()) {
          writer.sql().update("INSERT INTO t VALUES (zeroblob(?))", blob);
          transaction.commit();
        }
        Thread.sleep(1);
        longest = Math.max(longest, dir.resolve("x.db-wal").toFile().length());
      }
      stopped.set(true);
      reading.join();
    }
    assertThat(longest).isLessThan((long) blobs * blob / 2);
  }

  private static void readWithoutGap(Readers<Sql> readers, AtomicBoolean stopped) {
    Lease<Sql> lease = readers.lease();
    while (!stopped.get()) {
      // The next begins before this one has ended, so that somebody always reads.
      Lease<Sql> next = readers.lease();
      lease.close();
      lease = next;
      count(lease);
    }
    lease.close();
  }

  @Test
  void aLeaseCannotWrite() {
    try (Readers<Sql> readers = readers(1);
        Lease<Sql> lease = readers.lease()) {
      Sql sql = lease.view();
      assertThatThrownBy(() -> sql.update("DELETE FROM t")).isInstanceOf(DatabaseException.class);
      assertThat(count(lease)).isEqualTo(1);
    }
  }

  @Test
  void aFileThatTookTheOthersPlaceIsRead() throws IOException {
    try (Readers<Sql> readers = readers(2);
        Lease<Sql> old = readers.lease()) {
      Path other = dir.resolve("other.db");
      make(other, 3);
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertThat(count(old)).isEqualTo(1);
      assertThat(count(readers)).isEqualTo(3);
    }
  }

  @Test
  void aFileThatIsGoneIsSaidToBe() throws IOException {
    try (Readers<Sql> readers = readers(1)) {
      Files.delete(file);
      assertThatThrownBy(readers::lease)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("it cannot be found");
      make(file, 2);
      assertThat(count(readers)).as("the turn was given back").isEqualTo(2);
    }
  }

  @Test
  void anEndedLeaseShowsNothing() {
    try (Readers<Sql> readers = readers(1)) {
      Lease<Sql> lease = readers.lease();
      lease.close();
      lease.close();
      assertThatThrownBy(lease::view).isInstanceOf(IllegalStateException.class);
      try (Lease<Sql> only = readers.lease()) {
        assertThat(count(only)).isEqualTo(1);
      }
    }
  }

  @Test
  void aMediumThatCannotBeWrittenIsReadByMany() throws IOException {
    try {
      assertThat(dir.toFile().setWritable(false)).isTrue();
      assumeFalse(Files.isWritable(dir), "this user may write everything");
      try (Readers<Sql> readers = readers(2);
          Lease<Sql> one = readers.lease();
          Lease<Sql> two = readers.lease()) {
        assertThat(count(one)).isEqualTo(1);
        assertThat(count(two)).isEqualTo(1);
      }
    } finally {
      assertThat(dir.toFile().setWritable(true)).isTrue();
    }
  }
}
