package stet.extract.wall;

import stet.extract.words.Texts;

/** Tells a text that stops in mid sentence from one that ends. */
public final class Endings {
  /** Marks that end a sentence, or close what one ends in, in the scripts that have such marks. */
  private static final String CLOSING = ".!?…‥。！？｡．।॥۔؟։።׃။៕\"'”’»«‹›」』）)]}】〉》:;*©®™|/>";

  private Endings() {}

  /** Whether the last sentence lacks its end; not told for scripts that mark none. */
  static boolean open(String text) {
    String end = text.stripTrailing();
    if (end.isEmpty()) {
      return false;
    }
    int last = end.codePointBefore(end.length());
    boolean unmarked =
        switch (Character.UnicodeScript.of(last)) {
          case THAI, LAO, KHMER, TIBETAN, MYANMAR -> true;
          default -> false;
        };
    return !unmarked && CLOSING.indexOf(last) < 0;
  }

  /** Whether the source of a page ends before what it opened is closed. */
  public static boolean halfLoaded(String html) {
    String tail = html.stripTrailing();
    int open = tail.lastIndexOf('<');
    if (open > tail.lastIndexOf('>')) {
      return tail.length() - open < 2000
          && open + 1 < tail.length()
          && named(tail.charAt(open + 1));
    }
    String lower = tail.substring(Math.max(0, tail.length() - 4000));
    boolean closed = contains(lower, "</html") || contains(lower, "</body");
    boolean page = contains(Texts.head(html, 4000), "<html") || contains(html, "<body");
    return page && !closed && !contains(html, "</body") && unbalanced(html);
  }

  private static boolean named(char c) {
    return Character.isLetter(c) || c == '/' || c == '!';
  }

  private static boolean unbalanced(String html) {
    for (String tag : new String[] {"article", "main", "div", "section"}) {
      if (count(html, "<" + tag) > count(html, "</" + tag)) {
        return true;
      }
    }
    return false;
  }

  private static int count(String html, String sought) {
    int count = 0;
    for (int i = find(html, sought, 0); i >= 0; i = find(html, sought, i + 1)) {
      count++;
    }
    return count;
  }

  private static boolean contains(String html, String sought) {
    return find(html, sought, 0) >= 0;
  }

  private static int find(String html, String sought, int from) {
    for (int i = html.indexOf('<', from); i >= 0; i = html.indexOf('<', i + 1)) {
      if (html.regionMatches(true, i, sought, 0, sought.length())) {
        return i;
      }
    }
    return -1;
  }
}
