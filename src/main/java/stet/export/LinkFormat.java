package stet.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Links in the form of RFC 8288, which is that of the HTTP field {@code Link} and of documents of
 * the type {@code application/link-format} (RFC 6690). No address can end its own link or the line
 * that it stands in. Not for several threads at once.
 */
public final class LinkFormat {
  /** The media type of {@link #document()}. */
  public static final String TYPE = "application/link-format";

  /** What RFC 3986 lets stand in an address besides letters and digits. */
  private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

  private final List<String> links = new ArrayList<>();

  /**
   * Adds a link.
   *
   * @param target where it leads; what may not stand in an address is encoded
   * @param rel its relation types, parted by spaces
   * @param parameters further names and values by turns, made by us: they are not escaped
   * @return this
   */
  public LinkFormat add(String target, String rel, String... parameters) {
    StringBuilder link = new StringBuilder("<").append(uri(target)).append('>');
    link.append("; rel=\"").append(rel).append('"');
    for (int i = 0; i + 1 < parameters.length; i += 2) {
      link.append("; ").append(parameters[i]).append("=\"").append(parameters[i + 1]).append('"');
    }
    links.add(link.toString());
    return this;
  }

  /**
   * Those that fit, from the first one on, as the value of an HTTP field: ASCII, in one line.
   *
   * @param most characters
   */
  public String header(int most) {
    StringBuilder header = new StringBuilder();
    for (String link : links) {
      if (header.length() + link.length() + 2 > most) {
        break;
      }
      header.append(header.isEmpty() ? "" : ", ").append(link);
    }
    return header.toString();
  }

  /** All of them as a document, a line each: ASCII. */
  public String document() {
    return String.join(",\n", links) + "\n";
  }

  /**
   * An address in which only stands what may (RFC 3986); of all else the bytes in UTF-8 are percent
   * encoded. An address that is well-formed stays as it is.
   */
  public static String uri(String address) {
    StringBuilder out = new StringBuilder(address.length());
    address
        .codePoints()
        .forEach(
            c -> {
              if (isLegal(c)) {
                out.append((char) c);
              } else {
                encode(c, out);
              }
            });
    return out.toString();
  }

  /** Whether a character may stand in an address as it is. */
  public static boolean isLegal(int c) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    return letter || c < 128 && LEGAL.indexOf(c) >= 0;
  }

  private static void encode(int c, StringBuilder out) {
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      out.append('%');
      out.append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)));
      out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
    }
  }
}
