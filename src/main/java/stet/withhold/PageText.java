package stet.withhold;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import stet.text.CharsetNames;
import stet.text.MediaTypes;

/**
 * All the text that bytes of a page may hold, whatever shows it: what a reader sees, attributes,
 * data in scripts. It errs towards finding too much.
 */
final class PageText {
  private static final int HEAD = 4096;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,4000}>");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\/bfnrt]))");

  private PageText() {}

  /**
   * @param bytes without their content coding
   * @param mediaType as declared; may be empty
   */
  static List<String> of(byte[] bytes, String mediaType) {
    Set<String> texts = new LinkedHashSet<>();
    for (Charset charset : charsets(bytes, mediaType)) {
      String raw = unescaped(new String(bytes, charset));
      texts.add(raw);
      texts.add(unescaped(TAG.matcher(raw).replaceAll("")));
      texts.add(unescaped(TAG.matcher(raw).replaceAll(" ")));
    }
    return List.copyOf(texts);
  }

  private static Set<Charset> charsets(byte[] bytes, String mediaType) {
    Set<Charset> all = new LinkedHashSet<>();
    all.add(StandardCharsets.UTF_8);
    MediaTypes.charset(mediaType).ifPresent(all::add);
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher stated = CHARSET.matcher(head);
    while (stated.find()) {
      CharsetNames.of(stated.group(1)).ifPresent(all::add);
    }
    if (bytes.length > 1 && (bytes[0] == (byte) 0xfe || bytes[0] == (byte) 0xff)) {
      all.add(StandardCharsets.UTF_16);
    }
    all.add(CharsetNames.WINDOWS_1252);
    return all;
  }

  /** Entities of HTML and escapes of JSON as what they stand for. */
  private static String unescaped(String text) {
    String plain = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    return plain.indexOf('\\') < 0
        ? plain
        : ESCAPE
            .matcher(plain)
            .replaceAll(
                m ->
                    m.group(1) == null
                        ? " "
                        : Matcher.quoteReplacement(
                            String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }
}
