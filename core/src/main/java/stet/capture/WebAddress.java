package stet.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An http or https address in the one spelling that is checked, asked and recorded. Read as
 * browsers do (WHATWG URL Standard), since links are written for them; written so that any reader
 * of RFC 3986 takes it. What names a user is dropped, a fragment too.
 *
 * @param secure true for https
 * @param host lower case, in ASCII, an IPv6 address in brackets, an IPv4 address as four decimals
 * @param port 1 to 65535
 * @param target path and query as sent, beginning with a slash
 */
public record WebAddress(boolean secure, String host, int port, String target) {

  /** The text is no address that may be asked; the message says why, in a few words. */
  public static final class NotAnAddress extends Exception {
    NotAnAddress(String message) {
      super(message);
    }
  }

  private static final int MOST_CHARACTERS = 8192;
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
  private static final Pattern AUTHORITY = Pattern.compile("/*([^/?]*)(.*)", Pattern.DOTALL);
  private static final Pattern HOST_PORT =
      Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::([0-9]*))?");

  /**
   * Ports of other protocols, which a page could make a client talk to (WHATWG Fetch, "bad port").
   */
  private static final Set<Integer> OTHER_PROTOCOLS =
      Set.of(
          1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
          102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389,
          427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636,
          989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566,
          6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

  /**
   * The spelling of an address under which its captures are recorded: escaped as RFC 3986 wants it,
   * host in lower case and ASCII, without fragment, user name and password.
   *
   * @throws IllegalArgumentException when it is no http or https address
   */
  public static String spelled(String uri) {
    return of(uri).toString();
  }

  /**
   * The address that a redirect leads to, in the spelling under which it is fetched.
   *
   * @param base the address that redirects
   * @param written as in its Location field
   * @throws IllegalArgumentException when it leads to no http or https address
   */
  public static String resolved(String base, String written) {
    try {
      return of(base).resolve(written).toString();
    } catch (NotAnAddress e) {
      throw new IllegalArgumentException("not a web address: '" + written + "'", e);
    }
  }

  /**
   * An address that is one for certain.
   *
   * @throws IllegalArgumentException when it is no http or https address
   */
  public static WebAddress of(String uri) {
    try {
      return parse(uri);
    } catch (NotAnAddress e) {
      throw new IllegalArgumentException("not a web address: '" + uri + "': " + e.getMessage(), e);
    }
  }

  /**
   * Reads an absolute address.
   *
   * @throws NotAnAddress when it is no http or https address
   */
  public static WebAddress parse(String text) throws NotAnAddress {
    String cleaned = cleaned(text);
    Matcher scheme = SCHEME.matcher(cleaned);
    if (!scheme.matches()) {
      throw new NotAnAddress("it has no scheme; write https://...");
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    if (!name.equals("http") && !name.equals("https")) {
      throw new NotAnAddress("'" + name + "' is neither http nor https");
    }
    Matcher rest = AUTHORITY.matcher(scheme.group(2));
    if (!rest.matches()) {
      throw new NotAnAddress("it is not an address");
    }
    return of(name.equals("https"), rest.group(1), rest.group(2));
  }

  private static WebAddress of(boolean secure, String authority, String target)
      throws NotAnAddress {
    String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
    Matcher matcher = HOST_PORT.matcher(hostPort);
    if (!matcher.matches()) {
      throw new NotAnAddress("its host is not a name");
    }
    String digits = matcher.group(2) == null ? "" : matcher.group(2);
    int port = digits.isEmpty() ? (secure ? 443 : 80) : port(digits);
    return new WebAddress(secure, HostName.ascii(matcher.group(1)), port, target(target));
  }

  private static int port(String digits) throws NotAnAddress {
    int port = digits.length() > 6 ? -1 : Integer.parseInt(digits);
    if (port < 1 || port > 65535) {
      throw new NotAnAddress("its port is not 1 to 65535");
    }
    if (OTHER_PROTOCOLS.contains(port)) {
      throw new NotAnAddress("port " + port + " belongs to another protocol");
    }
    return port;
  }

  /**
   * The address that a reference on this page, or in this answer, means.
   *
   * @param reference as written in a link or a Location field
   * @throws NotAnAddress when it leads to no http or https address
   */
  public WebAddress resolve(String reference) throws NotAnAddress {
    String cleaned = cleaned(reference);
    if (SCHEME.matcher(cleaned).matches()) {
      return parse(cleaned);
    }
    if (cleaned.startsWith("//")) {
      return parse((secure ? "https:" : "http:") + cleaned);
    }
    String path = target.split("\\?", 2)[0];
    if (cleaned.isEmpty()) {
      return this;
    }
    if (cleaned.startsWith("?")) {
      return new WebAddress(secure, host, port, target(path + cleaned));
    }
    String merged =
        cleaned.startsWith("/") ? cleaned : path.substring(0, path.lastIndexOf('/') + 1) + cleaned;
    return new WebAddress(secure, host, port, target(merged));
  }

  /** Without white space around it, line breaks in it, and fragment; its slashes forward. */
  private static String cleaned(String text) throws NotAnAddress {
    if (text.length() > MOST_CHARACTERS) {
      throw new NotAnAddress("it is longer than " + MOST_CHARACTERS + " characters");
    }
    String whole = utf8(text.replaceAll("[\\t\\n\\r]", "").replaceAll("^[\\x00-\\x20]+", ""));
    // Half of a pair cannot be written as UTF-8, and would become a question mark.
    whole = whole.replaceAll("\\p{Cs}", "\ufffd");
    String cut = whole.split("#", 2)[0].replaceAll("[\\x00-\\x20]+$", "");
    int query = cut.indexOf('?');
    String path = query < 0 ? cut : cut.substring(0, query);
    return path.replace('\\', '/') + (query < 0 ? "" : cut.substring(query));
  }

  /** Header fields are read as ISO 8859-1, and what servers write raw in them is UTF-8. */
  private static String utf8(String text) {
    if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xff)) {
      return text;
    }
    try {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static String target(String written) {
    String[] part = written.split("\\?", 2);
    String path = escaped(withoutDots(part[0]), "\"<>[]^`{|}");
    return part.length < 2 ? path : path + '?' + escaped(part[1], "\"'<>^`{|}");
  }

  private static String withoutDots(String path) {
    List<String> kept = new ArrayList<>();
    String[] segments = path.split("/", -1);
    for (int i = path.startsWith("/") ? 1 : 0; i < segments.length; i++) {
      String plain = segments[i].replaceAll("(?i)%2e", ".");
      boolean last = i == segments.length - 1;
      if (plain.equals("..") && !kept.isEmpty()) {
        kept.remove(kept.size() - 1);
      }
      if (!plain.equals("..") && !plain.equals(".")) {
        kept.add(segments[i]);
      } else if (last) {
        kept.add("");
      }
    }
    return '/' + String.join("/", kept);
  }

  private static String escaped(String text, String alsoEscaped) {
    StringBuilder out = new StringBuilder();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      boolean lonePercent =
          b == '%' && !(i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]));
      if (b <= 0x20 || b >= 0x7f || lonePercent || alsoEscaped.indexOf(b) >= 0) {
        out.append('%').append(String.format(Locale.ROOT, "%02X", b));
      } else {
        out.append((char) b);
      }
    }
    return out.toString();
  }

  private static boolean isHex(byte b) {
    return Character.digit(b, 16) >= 0;
  }

  /** The part before the path: {@code https://example.org} or with a port that is not its usual. */
  public String origin() {
    return (secure ? "https://" : "http://") + authority();
  }

  /** Host, and port where it is not the scheme's own: the Host field, and the key of politeness. */
  public String authority() {
    return port == (secure ? 443 : 80) ? host : host + ':' + port;
  }

  @Override
  public String toString() {
    return origin() + target;
  }
}
