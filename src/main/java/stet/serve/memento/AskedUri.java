package stet.serve.memento;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.export.LinkFormat;

/**
 * The address of a page within the address of a request. Clients send it as it stands or percent
 * encoded, with or without its scheme; proxies make one slash of two; browsers encode what may not
 * stand in an address.
 */
final class AskedUri {
  private static final Pattern ENCODED =
      Pattern.compile("https?(?:%3a|:(?=%2f)).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCHEME =
      Pattern.compile("(https?):/+(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  private AskedUri() {}

  /**
   * The addresses that may be meant, the likeliest first: as sent, and under the other of {@code
   * http} and {@code https}.
   *
   * @param sent the rest of a path, not decoded, with its query
   */
  static Set<String> candidates(String sent) {
    String whole = ENCODED.matcher(sent).matches() ? decodedPath(sent) : sent;
    Matcher scheme = SCHEME.matcher(whole);
    boolean named = scheme.matches();
    String rest = named ? scheme.group(2) : whole;
    Set<String> candidates = new LinkedHashSet<>();
    if (rest.isEmpty()) {
      return candidates;
    }
    String first = named ? scheme.group(1).toLowerCase(Locale.ROOT) : "https";
    addForms(candidates, first + "://" + rest);
    addForms(candidates, (first.equals("https") ? "http" : "https") + "://" + rest);
    return candidates;
  }

  /** Pages are known under addresses as their publishers wrote them. */
  private static void addForms(Set<String> candidates, String address) {
    candidates.add(address);
    candidates.add(unescaped(address, false));
    candidates.add(LinkFormat.uri(address));
  }

  /** A query that is not encoded belongs to it as it stands. */
  private static String decodedPath(String sent) {
    int query = sent.indexOf('?');
    return query < 0
        ? unescaped(sent, true)
        : unescaped(sent.substring(0, query), true) + sent.substring(query);
  }

  /**
   * @param all whether all is decoded, rather than what may not stand in an address as it is
   */
  private static String unescaped(String text, boolean all) {
    return ESCAPES.matcher(text).replaceAll(m -> Matcher.quoteReplacement(unescaped(m, all)));
  }

  private static String unescaped(MatchResult run, boolean all) {
    byte[] bytes = new byte[run.group().length() / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(run.group().substring(3 * i + 1, 3 * i + 3), 16);
    }
    String decoded;
    try {
      decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return run.group();
    }
    StringBuilder out = new StringBuilder();
    decoded
        .codePoints()
        .forEach(
            c -> {
              if (all || isEncodedByUs(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format(Locale.ROOT, "%%%02X", c));
              }
            });
    return out.toString();
  }

  /**
   * An address as it stands in the path of one of ours. A fragment would never arrive, and browsers
   * encode an apostrophe.
   */
  static String inPath(String address) {
    return LinkFormat.uri(address).replace("#", "%23").replace("'", "%27");
  }

  private static boolean isEncodedByUs(int c) {
    return !LinkFormat.isLegal(c) || c == '#' || c == '\'';
  }
}
