package stet.notify.render;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses that may be links in any markup. */
final class WebLinks {
  private static final int LONGEST = 2_000;

  /**
   * What stands for itself in an address and does nothing in HTML, Markdown or a header. A
   * semicolon could end the name of a character.
   */
  private static final String PLAIN = "-._~/?#@!$&+,=:%";

  private WebLinks() {}

  /**
   * The address with all but letters, digits and harmless marks percent-encoded, which is the same
   * address (RFC 3986 section 2.1); empty where it is not http or https, or no link that anybody
   * would open.
   */
  static String safe(String uri) {
    String low = uri.toLowerCase(Locale.ROOT);
    if (!low.startsWith("https://") && !low.startsWith("http://") || uri.length() > LONGEST) {
      return "";
    }
    int start = uri.indexOf("//") + 2;
    int end = start;
    while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
      end++;
    }
    String authority = ascii(uri.substring(start, end));
    return authority.isEmpty()
        ? ""
        : low.substring(0, start) + authority + encoded(uri.substring(end));
  }

  /**
   * Host and port as DNS knows them; empty where there is no host, or a user who looks like one.
   */
  private static String ascii(String authority) {
    try {
      String ascii = authority.matches("\\p{ASCII}*") ? authority : IDN.toASCII(authority);
      return ascii.matches("[A-Za-z0-9._-]+(:[0-9]{1,5})?") ? ascii : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String encoded(String rest) {
    StringBuilder out = new StringBuilder(rest.length() + 16);
    for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return out.toString();
  }
}
