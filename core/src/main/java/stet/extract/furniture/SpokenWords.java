package stet.extract.furniture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import stet.extract.furniture.Lexicon.Form;
import stet.text.FoldedText;
import stet.text.ScriptBlocks;
import stet.text.WordCharacters;

/** A passage's words, and what a {@link Lexicon} finds in them. */
final class SpokenWords {
  /** Quoted text of this length is speech; less is a title. */
  private static final int SPEECH = 32;

  /** What can open a quotation, and what can close one; the latter end what they follow. */
  private static final String OPENING = "\"“„«‹「『";

  private static final String CLOSING = "\"”“»›」』";
  private static final String MARKS = CLOSING + "„«";
  private static final String STOPS = ",.!?";

  private static final Pattern COUNTRY = Pattern.compile("(?<![\\p{L}.])US(?![\\p{L}])");

  private final List<String> words = new ArrayList<>();
  private final List<Boolean> opens = new ArrayList<>();
  private final int[] counts = new int[Form.values().length];
  private int firstBid = Integer.MAX_VALUE;
  private final boolean quotes;
  private final Lexicon lexicon;

  SpokenWords(String text, Lexicon lexicon) {
    this.lexicon = lexicon;
    this.quotes = quotes(text);
    cut(
        text,
        (word, opening) -> {
          words.add(word);
          opens.add(opening);
        });
    for (int i = 0; i < words.size(); i++) {
      boolean opening = opens.get(i);
      int word = i;
      lexicon.at(words, i, form -> note(form, opening, word));
    }
    if (unspaced(text)) {
      lexicon.within(FoldedText.of(text), form -> note(form, true, 0));
    }
  }

  private void note(Form form, boolean opening, int word) {
    if (form == Form.OPEN && !opening) {
      return;
    }
    counts[form.ordinal()]++;
    if (form == Form.OPEN || form == Form.CALL) {
      firstBid = Math.min(firstBid, word);
    }
  }

  /** Whether the text is, or holds, what somebody says. */
  private static boolean quotes(String text) {
    if (!text.isEmpty() && "\"“„«‹".indexOf(text.charAt(0)) >= 0) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (mark(text.charAt(i), OPENING) && speech(text, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a quotation that was opened there is closed and is long or ends with a stop. */
  private static boolean speech(String text, int start) {
    int end = start;
    while (end < text.length() && !mark(text.charAt(end), MARKS)) {
      end++;
    }
    if (end == text.length() || !mark(text.charAt(end), CLOSING)) {
      return false;
    }
    int last = end - 1;
    last -= last >= start && isSpace(text.charAt(last)) ? 1 : 0;
    return last >= start && STOPS.indexOf(text.charAt(last)) >= 0
        || end - start >= SPEECH && text.codePointCount(start, end) >= SPEECH;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static boolean mark(char c, String marks) {
    return (c == '"' || c > 0x7f) && marks.indexOf(c) >= 0;
  }

  /** The words of a text, in lower case. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    cut(text, (word, opening) -> words.add(word));
    return words;
  }

  /**
   * @param word gets each word in lower case, and whether a sentence opens with it
   */
  private static void cut(String text, BiConsumer<String, Boolean> word) {
    String spelled = text.contains("US") ? COUNTRY.matcher(text).replaceAll("U S") : text;
    String plain = FoldedText.compatible(spelled);
    StringBuilder letters = new StringBuilder();
    boolean opening = true;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      if (WordCharacters.isLetterDigitOrMark(c) || !letters.isEmpty() && (c == '\'' || c == '’')) {
        letters.appendCodePoint(c == '’' ? '\'' : c);
      } else {
        boolean ended = end(letters, opening, word);
        boolean stop = c != ' ' && ".!?:;…¡¿|•·。！？".indexOf(c) >= 0;
        opening = stop || opening && !ended;
      }
      i += Character.charCount(c);
    }
    end(letters, opening, word);
  }

  /** Hands on the word that ended, and says whether there was one. */
  private static boolean end(
      StringBuilder letters, boolean opening, BiConsumer<String, Boolean> word) {
    if (letters.isEmpty()) {
      return false;
    }
    word.accept(letters.toString().toLowerCase(Locale.ROOT), opening);
    letters.setLength(0);
    return true;
  }

  private static boolean unspaced(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (unspaced(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the script of that letter is written without spaces. */
  static boolean unspaced(int c) {
    return ScriptBlocks.isThaiOrLao(c) || ScriptBlocks.isEastAsianOrBehind(c) && c < 0xac00;
  }

  boolean quotes() {
    return quotes;
  }

  /** Whether the reader is asked in the first half of the text. */
  boolean bidsEarly() {
    return firstBid <= words.size() / 2;
  }

  int count(Form form) {
    return counts[form.ordinal()];
  }

  boolean has(Form form) {
    return counts[form.ordinal()] > 0;
  }

  /** Whether a phrase of that form begins at the word with that number, from 0. */
  boolean at(int word, Form form) {
    boolean[] found = new boolean[1];
    if (word < words.size()) {
      lexicon.at(words, word, f -> found[0] |= f == form);
    }
    return found[0];
  }

  List<String> words() {
    return words;
  }
}
