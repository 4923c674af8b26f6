package stet.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The file that lay under a name at one time. A rebuild puts another one there, and a connection
 * would go on reading the old one for ever.
 */
final class ReadSource {
  private final Path file;
  private final String stamp;
  private final @Nullable ReadOnlyFile unwritable;

  /** Connections, and one for being the latest; a copy is taken away after the last. */
  private final AtomicInteger users = new AtomicInteger(1);

  private ReadSource(Path file, String stamp, @Nullable ReadOnlyFile unwritable) {
    this.file = file;
    this.stamp = stamp;
    this.unwritable = unwritable;
  }

  static ReadSource of(Path file) {
    String stamp = stamp(file);
    return new ReadSource(
        file, stamp, ReadOnlyFile.isNeededFor(file) ? ReadOnlyFile.of(file) : null);
  }

  boolean isCurrent() {
    return stamp.equals(stamp(file));
  }

  /** Null where the medium can be written. */
  @Nullable ReadOnlyFile unwritable() {
    return unwritable;
  }

  void enter() {
    users.incrementAndGet();
  }

  void leave() {
    if (users.decrementAndGet() == 0 && unwritable != null) {
      unwritable.close();
    }
  }

  /**
   * Where it can be written, SQLite sees changes of the file itself. Where this user cannot,
   * another one may, and what was read as unchangeable or copied is old then.
   */
  private static String stamp(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      String same = Objects.toString(now.fileKey(), "");
      if (!ReadOnlyFile.isNeededFor(file)) {
        return same;
      }
      Path log = ReadOnlyFile.beside(file, "-wal");
      long logged = Files.exists(log) ? Files.size(log) : 0;
      return same + " " + now.lastModifiedTime() + " " + now.size() + " " + logged;
    } catch (IOException e) {
      throw DatabaseException.of("it cannot be found: " + e.getMessage());
    }
  }
}
