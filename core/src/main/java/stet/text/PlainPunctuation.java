package stet.text;

/** One sign for each of those that print the same mark. */
public final class PlainPunctuation {
  private PlainPunctuation() {}

  /**
   * The apostrophe for single quotation marks, angle ones too, for primes and accents that stand
   * alone; the ASCII quotation mark for double ones; the hyphen for hyphens, dashes and minus
   * signs. Any other character itself.
   */
  public static char of(char c) {
    return switch (c) {
      case '`',
          '\u00b4',
          '\u02bc',
          '\u2018',
          '\u2019',
          '\u201a',
          '\u201b',
          '\u2032',
          '\u2039',
          '\u203a' ->
          '\'';
      case '\u00ab', '\u00bb', '\u201c', '\u201d', '\u201e', '\u201f', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      default -> c;
    };
  }
}
