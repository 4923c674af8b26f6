package stet.capture;

import java.util.Locale;

/** The name of a constant as it is stored and shown: lower case, with hyphens. */
public final class EnumId {
  private EnumId() {}

  /** The id of a constant: {@code not-found} for {@code NOT_FOUND}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of that id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static <E extends Enum<E>> E read(Class<E> type, String id) {
    return Enum.valueOf(type, id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
