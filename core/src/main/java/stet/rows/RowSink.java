package stet.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows, one at a time.
 *
 * @param <E> how it fails
 */
@FunctionalInterface
public interface RowSink<E extends Exception> {
  /**
   * Takes a row.
   *
   * @param values one for each column of the table, in their order and of their types; null where
   *     there is none
   */
  void row(DataTable table, List<@Nullable Object> values) throws E;
}
