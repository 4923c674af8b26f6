package stet.text;

/**
 * What Unicode calls white space, beyond that of Java, which leaves out spaces that do not break.
 */
public final class WhiteSpace {
  private WhiteSpace() {}

  /** Whether the character has the property White_Space (UAX 44). */
  public static boolean is(char c) {
    return c == ' '
        || c >= 0x09 && c <= 0x0d
        || c == 0x85
        || c == 0xa0
        || c == 0x1680
        || c >= 0x2000 && c <= 0x200a
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }
}
