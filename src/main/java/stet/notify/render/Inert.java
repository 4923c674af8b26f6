package stet.notify.render;

import java.util.regex.Pattern;
import stet.report.page.Shown;
import stet.text.ControlCharacters;
import stet.text.Truncation;
import stet.text.WhiteSpace;

/**
 * Text of others made fit for places that make mentions, links and tags out of plain text. A word
 * joiner (U+2060), which shows nothing, parts what such a place looks for: the name from its
 * {@code @} or angle bracket, the host from its dots, the scheme from its slashes. The words stay
 * as they are read.
 */
final class Inert {
  private static final String JOINER = "\u2060";

  /** Names and tags: {@code @everyone}, {@code #tag}, {@code <!channel>}; also in full width. */
  private static final Pattern MENTION =
      Pattern.compile("([@\uff20#\uff03])(?=[\\p{L}\\p{N}_])|(<)(?=[^\\s])");

  /** {@code :wave:}. */
  private static final Pattern SHORTCODE = Pattern.compile(":(?=[A-Za-z0-9_+-]{1,64}:)");

  /** {@code https://}, and schemes that are links without slashes. */
  private static final Pattern SCHEME =
      Pattern.compile(
          "(?i)(?<=[a-z0-9])(:)(?=[/\\\\]{2})"
              + "|(?<=\\b(?:mailto|xmpp|magnet|tel|sms|dat|ipfs|ipns|geo|data|javascript))(:)");

  /** A dot within what looks like a host. */
  private static final Pattern DOT = Pattern.compile("(?<=[\\p{L}\\p{N}_-])\\.(?=\\p{L}{2})");

  private Inert() {}

  /** The text in one line, fit to be shown and inert. */
  static String line(String raw) {
    return text(spaced(raw));
  }

  /** The same, at most so many UTF-16 units of what was there. */
  static String line(String raw, int most) {
    // What is cut away need not be looked at: pages may be large.
    String some = raw.length() > 4 * most + 64 ? Truncation.head(raw, 4 * most + 64) : raw;
    return text(Truncation.shortened(spaced(some), most));
  }

  /** The text without what would act; white space stays as it is. */
  static String text(String raw) {
    String shown = Shown.text(raw);
    String parted = MENTION.matcher(shown).replaceAll("$1$2" + JOINER);
    parted = SHORTCODE.matcher(parted).replaceAll(":" + JOINER);
    parted = SCHEME.matcher(parted).replaceAll(":" + JOINER);
    return DOT.matcher(parted).replaceAll(JOINER + ".");
  }

  /** The text with each run of white space as one space, and none at the ends. */
  static String spaced(String raw) {
    return runs(raw).strip();
  }

  /** The text with each run of white space as one space. */
  static String runs(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    boolean gap = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (WhiteSpace.is(c) || ControlCharacters.isSeparator(c) || c == 0x85) {
        gap = true;
        continue;
      }
      if (gap) {
        out.append(' ');
        gap = false;
      }
      out.append(c);
    }
    return gap ? out.append(' ').toString() : out.toString();
  }
}
