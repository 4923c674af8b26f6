package stet.text;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of charsets as browsers understand them: what calls itself ISO-8859-1 is windows-1252 (<a
 * href="https://encoding.spec.whatwg.org/#names-and-labels">WHATWG Encoding Standard</a>).
 */
public final class CharsetNames {
  /**
   * What text is in that is neither UTF-8 nor says what it is in, more often than anything else.
   */
  public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private CharsetNames() {}

  /** The charset of that name; empty where this platform knows none. Never throws. */
  public static Optional<Charset> of(String label) {
    try {
      return Optional.of(Charset.forName(asBrowsersRead(label.strip())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String asBrowsersRead(String label) {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
      case "gb2312", "gbk", "x-gbk" -> "GB18030";
      case "shift_jis", "shift-jis", "sjis", "x-sjis" -> "windows-31j";
      case "euc-kr", "ks_c_5601-1987" -> "x-windows-949";
      case "tis-620" -> "x-windows-874";
      case "iso-8859-9", "latin5" -> "windows-1254";
      default -> label;
    };
  }
}
