package stet.rows;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a column holds; a value may be null in a column of any type. */
public enum ColumnType {
  /** A {@link String}. */
  TEXT(String.class),
  /** A whole number, a {@link Long}. */
  INTEGER(Long.class),
  /** A {@link Double}, never infinite and always a number. */
  NUMBER(Double.class),
  /** A {@link Boolean}. */
  BOOLEAN(Boolean.class),
  /** An {@link Instant}; files have it in UTC. */
  TIME(Instant.class),
  /** A {@link List} of texts, none of them null. */
  LIST(List.class);

  private final Class<?> kind;

  ColumnType(Class<?> kind) {
    this.kind = kind;
  }

  /** Its name in docs/EXPORT.md. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class that all values of such a column have. */
  public Class<?> kind() {
    return kind;
  }
}
