package stet.export.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one table into one file, which is whole when it is closed. */
public interface TableWriter extends Closeable {
  /**
   * Writes a row.
   *
   * @param values one for each column, of its type; null for none
   */
  void write(List<@Nullable Object> values) throws IOException;
}
