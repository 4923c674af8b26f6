package stet.extract.words;

import java.util.ArrayList;
import java.util.List;
import stet.text.CleanText;
import stet.text.ScriptBlocks;
import stet.text.WordCharacters;

/**
 * Finds all entries of a table in a text at once. An entry may have gaps, written as three dots,
 * and an open end, written {@code ~}.
 */
public final class PhraseTrie<T> {
  /** Where an entry stands. */
  public record Hit<T>(T value, int start, int end) {}

  private record Entry<T>(T value, boolean open, List<String> rest) {}

  private static final int GAP = 60;

  /** More alternatives in one entry are a slip in the table. */
  private static final int MOST = 4000;

  private final CharTree<Entry<T>> root = new CharTree<>();

  /** Adds all readings of a template, in which {@code {a/b}} are alternatives. */
  public void add(String template, T value) {
    for (String reading : expand(template)) {
      List<String> parts = new ArrayList<>();
      for (String part : reading.split("\\.\\.\\.")) {
        parts.add(CleanText.of(part));
      }
      String first = parts.remove(0);
      boolean open = first.endsWith("~");
      String words = open ? first.substring(0, first.length() - 1) : first;
      if (words.isEmpty()) {
        throw new IllegalStateException("'" + template + "' begins with a gap");
      }
      root.add(words, new Entry<>(value, open, List.copyOf(parts)));
    }
  }

  static List<String> expand(String template) {
    int close = template.indexOf('}');
    if (close < 0) {
      return List.of(template);
    }
    // The innermost braces first, so that they may be nested.
    int open = template.lastIndexOf('{', close);
    List<String> all = new ArrayList<>();
    for (String choice : template.substring(open + 1, close).split("/", -1)) {
      all.addAll(expand(template.substring(0, open) + choice + template.substring(close + 1)));
    }
    if (all.size() > MOST) {
      throw new IllegalStateException("too many alternatives in '" + template + "'");
    }
    return all;
  }

  /** All entries in the text, in order of their start. */
  public List<Hit<T>> find(String text) {
    List<Hit<T>> hits = new ArrayList<>();
    for (int start = 0; start < text.length(); start++) {
      CharTree<Entry<T>> node = boundary(text, start) ? root.next(text.charAt(start)) : null;
      for (int i = start + 1; node != null; i++) {
        List<Entry<T>> entries = node.values();
        for (int k = 0; k < entries.size(); k++) {
          Entry<T> entry = entries.get(k);
          int end = entry.open || boundary(text, i) ? rest(text, i, entry) : -1;
          if (end >= 0) {
            hits.add(new Hit<>(entry.value, start, end));
          }
        }
        node = i < text.length() ? node.next(text.charAt(i)) : null;
      }
    }
    return hits;
  }

  private int rest(String text, int from, Entry<T> entry) {
    int end = from;
    for (String part : entry.rest) {
      int limit = Math.min(text.length(), end + GAP + part.length());
      int at = text.indexOf(part, end);
      while (at >= 0 && !(boundary(text, at) && boundary(text, at + part.length()))) {
        at = text.indexOf(part, at + 1);
      }
      if (at < 0 || at + part.length() > limit) {
        return -1;
      }
      end = at + part.length();
    }
    return end;
  }

  /** Whether no word goes on across that place; scripts without spaces have words anywhere. */
  private static boolean boundary(String text, int at) {
    if (at == 0 || at >= text.length()) {
      return true;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return !letter(before) || !letter(after);
  }

  private static boolean letter(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    boolean unspaced =
        ScriptBlocks.isThaiOrLao(c)
            || ScriptBlocks.isMyanmar(c)
            || ScriptBlocks.isEastAsianOrBehind(c);
    return !unspaced && WordCharacters.isLetterDigitOrMark(c);
  }
}
