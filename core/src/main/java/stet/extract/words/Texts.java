package stet.extract.words;

/** Measures and pieces of text that several rooms of the extractor go by. */
public final class Texts {
  private Texts() {}

  /** Length in Latin letters' worth: one sign of an unspaced script says as much as three. */
  public static int weight(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      weight += text.charAt(i) >= 0x2e80 && text.charAt(i) < 0xfb00 ? 3 : 1;
    }
    return weight;
  }

  /** What follows the last slash, colon or number sign: the name at the end of an address. */
  public static String lastPart(String address) {
    int at = address.length();
    while (at > 0 && "/:#".indexOf(address.charAt(at - 1)) < 0) {
      at--;
    }
    return address.substring(at).strip();
  }

  public static String head(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
