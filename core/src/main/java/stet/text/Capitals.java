package stet.text;

import java.util.Locale;

/** The first letter of our own English words; the same in every locale of the machine. */
public final class Capitals {
  private Capitals() {}

  /** With a capital, as a sentence begins. An empty text stays so. */
  public static String first(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Without one, as within a sentence. An empty text stays so. */
  public static String withoutFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
