package stet.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Any text as a WARC header value and back. Everything but plain printable ASCII is percent-encoded
 * in UTF-8, so no name a stranger chose can break or forge a header line.
 */
public final class HeaderText {
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private HeaderText() {}

  /** Letters, digits and the punctuation that needs no encoding anywhere in a header or URI. */
  private static boolean plain(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "-._~!$&'()*+,;=:@/?#[]".indexOf(c) >= 0;
  }

  /** The reversible form: {@code %} and spaces are encoded too. */
  static String encode(String text) {
    return encode(text, "");
  }

  /** A URI as it may stand in a header: only what no URI may contain is encoded. */
  static String uri(String uri) {
    return STRAY_PERCENT.matcher(encode(uri, "%")).replaceAll("%25");
  }

  /** A media type as it may stand in a header. */
  static String mediaType(String type) {
    return encode(type, " \"").strip();
  }

  private static String encode(String text, String also) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (plain(c) || also.indexOf(c) >= 0) {
        out.append((char) c);
      } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        // A lone surrogate has no UTF-8 form; JSON and file systems can still bring one.
        out.append(String.format(Locale.ROOT, "%%u%04X", c));
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /**
   * Reads what {@link #encode(String)} wrote.
   *
   * @throws IllegalArgumentException where the text is not of that form
   */
  public static String decode(String value) {
    StringBuilder out = new StringBuilder(value.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < value.length(); ) {
      if (value.startsWith("%u", i)) {
        out.append(bytes.toString(StandardCharsets.UTF_8));
        bytes.reset();
        out.append((char) hex(value, i + 2, 4));
        i += 6;
      } else if (value.charAt(i) == '%') {
        bytes.write(hex(value, i + 1, 2));
        i += 3;
      } else {
        bytes.write(ascii(value, i));
        i++;
      }
    }
    return out.append(bytes.toString(StandardCharsets.UTF_8)).toString();
  }

  private static char ascii(String value, int at) {
    char c = value.charAt(at);
    if (c > 0x7e) {
      throw new IllegalArgumentException("'" + value + "' holds what is always escaped");
    }
    return c;
  }

  private static int hex(String value, int at, int digits) {
    if (at + digits > value.length() || value.charAt(at) == '+') {
      throw new IllegalArgumentException("'" + value + "' ends inside an escape");
    }
    return Integer.parseUnsignedInt(value, at, at + digits, 16);
  }
}
