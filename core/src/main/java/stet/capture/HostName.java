package stet.capture;

import com.ibm.icu.text.IDNA;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import stet.capture.WebAddress.NotAnAddress;

/** Host names and literal addresses in one spelling, as the WHATWG URL Standard's host parser. */
final class HostName {
  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
  private static final Pattern OVERLONG_LABEL = Pattern.compile("[^.]{64}");
  private static final int LONGEST = 1000;
  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]*|[0-9]+");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}\\]");

  private HostName() {}

  /** The name in lower-case ASCII without a final dot. */
  static String ascii(String written) throws NotAnAddress {
    if (written.length() > LONGEST) {
      throw new NotAnAddress("its host is not a name");
    }
    String lower = unescaped(written).toLowerCase(Locale.ROOT);
    if (lower.startsWith("[")) {
      return ipv6(lower);
    }
    boolean plain = PLAIN.matcher(lower).matches() && !lower.contains("xn--");
    String name = plain ? lower : punycode(lower);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    boolean overlong = name.length() > 253 || OVERLONG_LABEL.matcher(name).find();
    if (overlong || !PLAIN.matcher(name).matches()) {
      throw new NotAnAddress("its host is not a name");
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    return NUMBER.matcher(last).matches() ? ipv4(name) : name;
  }

  private static String punycode(String name) throws NotAnAddress {
    IDNA.Info info = new IDNA.Info();
    String ascii = UTS46.nameToASCII(name, new StringBuilder(), info).toString();
    boolean harmless =
        info.getErrors().stream()
            .allMatch(
                e ->
                    e == IDNA.Error.EMPTY_LABEL
                        || e == IDNA.Error.HYPHEN_3_4
                        || e == IDNA.Error.LEADING_HYPHEN
                        || e == IDNA.Error.TRAILING_HYPHEN);
    if (!harmless) {
      throw new NotAnAddress("its host is not a name");
    }
    return ascii;
  }

  private static String unescaped(String written) throws NotAnAddress {
    if (written.indexOf('%') < 0) {
      return written;
    }
    try {
      // URLDecoder would read a plus sign as a space.
      return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new NotAnAddress("its host is not a name");
    }
  }

  private static String ipv6(String literal) throws NotAnAddress {
    if (!IPV6.matcher(literal).matches()) {
      throw new NotAnAddress("'" + literal + "' is not an IPv6 address");
    }
    try {
      // No name service is asked for what stands in brackets.
      String text = InetAddress.getByName(literal).getHostAddress();
      return text.indexOf(':') >= 0 ? '[' + text + ']' : text;
    } catch (UnknownHostException e) {
      throw new NotAnAddress("'" + literal + "' is not an IPv6 address");
    }
  }

  /** One to four numbers, decimal, octal or hexadecimal; the last one fills what is left. */
  private static String ipv4(String name) throws NotAnAddress {
    String[] parts = name.split("\\.");
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      long number = number(parts[i]);
      boolean last = i == parts.length - 1;
      long most = last ? 1L << 8 * (5 - parts.length) : 256;
      if (parts.length > 4 || number < 0 || number >= most) {
        throw new NotAnAddress("'" + name + "' is not an IPv4 address");
      }
      address += last ? number : number << 8 * (3 - i);
    }
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  private static long number(String part) {
    if (!NUMBER.matcher(part).matches() || part.length() > 20) {
      return -1;
    }
    boolean hex = part.startsWith("0x");
    boolean octal = !hex && part.length() > 1 && part.startsWith("0");
    String digits = hex ? part.substring(2) : part;
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
