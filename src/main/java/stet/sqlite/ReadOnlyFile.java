package stet.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * A database on a medium that nobody can write. SQLite cannot read one with a write-ahead log
 * there, since even reading keeps files beside it. Where all is in the one file it is read as
 * unchangeable; where a log holds more, say in a copy that was taken while a watch ran, both are
 * copied to this machine's folder for temporary files, which {@link #close} empties.
 */
final class ReadOnlyFile implements AutoCloseable {
  private final Path file;
  private final boolean copied;

  private ReadOnlyFile(Path file, boolean copied) {
    this.file = file;
    this.copied = copied;
  }

  /**
   * Whether a file, or the folder in which files would have to be made beside it, is unwritable.
   */
  static boolean isNeededFor(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return !Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file);
  }

  /**
   * Prepares a database for reading, copied where its log holds something.
   *
   * @throws DatabaseException when there is no room for a copy
   */
  static ReadOnlyFile of(Path file) {
    try {
      Path log = beside(file, "-wal");
      return Files.exists(log) && Files.size(log) > 0
          ? copyOf(file)
          : new ReadOnlyFile(file, false);
    } catch (IOException e) {
      throw DatabaseException.of("it cannot be copied to be read: " + e.getMessage());
    }
  }

  /**
   * A copy that may be written and is thrown away; an empty folder's file where there is no such
   * file yet.
   *
   * @throws UncheckedIOException when it cannot be made
   */
  static ReadOnlyFile copyOf(Path file) {
    try {
      Path copy = Files.createTempDirectory("stet-").resolve(file.getFileName().toString());
      for (String suffix : new String[] {"", "-wal"}) {
        Path from = beside(file, suffix);
        if (Files.exists(from)) {
          Files.copy(from, beside(copy, suffix), StandardCopyOption.REPLACE_EXISTING);
          beside(copy, suffix).toFile().setWritable(true);
        }
      }
      return new ReadOnlyFile(copy, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /** Where it lies now. */
  Path path() {
    return file;
  }

  Connection connect(SQLiteConfig config) throws SQLException {
    if (copied) {
      return config.createConnection("jdbc:sqlite:" + file);
    }
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1");
  }

  /** Takes a copy away; the database must be closed. */
  @Override
  public void close() {
    if (!copied) {
      return;
    }
    try {
      for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
        Files.deleteIfExists(beside(file, suffix));
      }
      Files.deleteIfExists(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
