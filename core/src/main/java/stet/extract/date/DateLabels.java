package stet.extract.date;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Role;
import stet.extract.words.CharTree;
import stet.extract.words.Tables;
import stet.text.ScriptBlocks;

/** Words before a visible date that say what happened then, from {@code date-labels.tsv}. */
public final class DateLabels {
  private record Label(@Nullable Role role, String words) {}

  /** Between a label and its date stand a colon and a space, or a short word. */
  private static final int CLOSE = 6;

  private static final CharTree<Label> LABELS = new CharTree<>();

  static {
    for (String[] row : Tables.rows("date-labels.tsv")) {
      Role role = row[0].equals("other") ? null : Role.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String words : row[1].split("\\|")) {
        LABELS.add(words, new Label(role, words));
      }
    }
  }

  private DateLabels() {}

  /**
   * A label and where it stands.
   *
   * @param role null where the words say that the date is none of the article's
   */
  record Found(@Nullable Role role, int start, int end) {}

  /** Whether the text before a date ends with words that make it a date of something else. */
  static boolean other(String before) {
    Found found = find(before);
    return found != null && found.role == null && before.length() - found.end <= CLOSE;
  }

  /** The role that the last label in the text gives, null where there is none. */
  public static @Nullable Role last(String text) {
    Found found = find(text);
    return found == null ? null : found.role;
  }

  /** The last label in the text, null where there is none. */
  static @Nullable Found find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Found found = null;
    for (int at = 0; at < lower.length(); at++) {
      boolean inWord = at > 0 && Character.isLetter(lower.charAt(at - 1));
      if (inWord && !unspaced(lower.charAt(at))) {
        continue;
      }
      Label label = longest(lower, at);
      int end = label == null ? 0 : at + label.words.length();
      if (label != null && (found == null || end > found.end)) {
        found = new Found(label.role, at, Math.min(end, text.length()));
      }
    }
    return found;
  }

  /** The longest label that stands there, bounded as words are; null where none does. */
  private static @Nullable Label longest(String text, int at) {
    Label longest = null;
    CharTree<Label> node = LABELS.next(text.charAt(at));
    for (int end = at + 1; node != null; end++) {
      if (!node.values().isEmpty() && wordBounds(text, at, end)) {
        longest = node.values().get(0);
      }
      node = end < text.length() ? node.next(text.charAt(end)) : null;
    }
    return longest;
  }

  private static boolean wordBounds(String text, int start, int end) {
    boolean open = start == 0 || !Character.isLetter(text.charAt(start - 1));
    boolean closed = end == text.length() || !Character.isLetter(text.charAt(end));
    return unspaced(text.charAt(start)) || open && closed;
  }

  /** Scripts that put no space between words: Thai, Lao, Burmese, Khmer and those of East Asia. */
  private static boolean unspaced(char c) {
    return ScriptBlocks.isThaiOrLao(c)
        || ScriptBlocks.isMyanmar(c)
        || ScriptBlocks.isKhmer(c)
        || ScriptBlocks.isEastAsianOrBehind(c);
  }
}
