package stet.diff.word;

import stet.text.ControlCharacters;
import stet.text.ScriptBlocks;
import stet.text.VisibleText;
import stet.text.WhiteSpace;
import stet.text.WordCharacters;

/** What a UTF-16 unit is to the tokenizer, looked up in a table built once. */
final class CharClass {
  /** White space and controls: never part of a token. */
  static final byte SPACE = 0;

  /** Letters, digits, marks, the underscore. */
  static final byte WORD = 1;

  /** Punctuation that may stand inside a word: the apostrophe of {@code don't}. */
  static final byte JOIN = 2;

  /** Any other punctuation or symbol. */
  static final byte PUNCT = 3;

  /** Scripts written without spaces, whose words a dictionary finds. */
  static final byte UNSPACED = 4;

  /** Soft hyphens, joiners, direction marks: no reader sees them, see {@link VisibleText}. */
  static final byte INVISIBLE = 5;

  /** Half of a supplementary character. */
  static final byte SURROGATE = 6;

  private static final byte[] TABLE = new byte[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c < TABLE.length; c++) {
      TABLE[c] = classify((char) c);
    }
  }

  private CharClass() {}

  static byte of(char c) {
    return TABLE[c];
  }

  private static byte classify(char c) {
    if (Character.isSurrogate(c)) {
      return SURROGATE;
    }
    if (VisibleText.invisible(c)) {
      return INVISIBLE;
    }
    if (WhiteSpace.is(c) || ControlCharacters.isControl(c)) {
      return SPACE;
    }
    if (isUnspaced(c)) {
      return UNSPACED;
    }
    if (c == '_' || WordCharacters.isWord(c)) {
      return WORD;
    }
    return isJoin(c) ? JOIN : PUNCT;
  }

  private static boolean isJoin(char c) {
    return switch (c) {
      case '\'', '\u2019', '\u2018', '\u02bc', '-', '\u2010', '\u2011', '.', ',', ':', '/' -> true;
      default -> false;
    };
  }

  private static boolean isUnspaced(char c) {
    return ScriptBlocks.isThaiOrLao(c)
        || ScriptBlocks.isMyanmar(c)
        || ScriptBlocks.isKhmer(c)
        || (c >= '\u3005' && c <= '\u3007')
        || (c >= '\u3040' && c <= '\u30ff' && c != '\u30fb') // kana
        || (c >= '\u3400' && c <= '\u9fff') // Han
        || (c >= '\uf900' && c <= '\ufaff')
        || (c >= '\uff66' && c <= '\uff9f');
  }
}
