package stet.diff.word;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import stet.text.Digits;

/**
 * Cuts a row of tokens into sentences. A line feed ends one; so does closing punctuation followed
 * by white space, unless an abbreviation or an initial explains the full stop. Very long ones are
 * cut at weaker punctuation and, where there is none, at places that depend on the words alone, so
 * that an edit moves no cut but its own.
 */
public final class Sentences {
  /** The longest sentence, in tokens: what the dearest pass pays for is bounded by it. */
  static final int LONGEST = 96;

  private static final int LONG = 48;
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "gen", "lt", "col", "sgt",
          "capt", "cmdr", "rev", "hon", "jr", "sr", "vs", "etc", "inc", "ltd", "co", "corp", "no",
          "nos", "fig", "vol", "pp", "ed", "eds", "al", "cf", "ca", "approx", "dept", "est", "jan",
          "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "bzw", "nr",
          "str", "usw", "abs", "art", "m", "mme", "mlle", "av", "sra", "dra", "г", "гг", "ул", "им",
          "т.е", "др", "тыс", "млн", "руб");

  private final TokenSpans spans;
  private final int[] sentence;
  private int[] starts = new int[64];
  private final BitSet continued = new BitSet();
  private int count;

  private Sentences(TokenSpans spans) {
    this.spans = spans;
    this.sentence = new int[spans.size];
  }

  /** The number of each token's sentence. */
  public int[] ofTokens() {
    return sentence;
  }

  /** First token of each sentence, the number of tokens at the end. */
  public int[] starts() {
    return Arrays.copyOf(starts, count + 1);
  }

  /** Which sentences are further pieces of one that was too long. */
  BitSet continued() {
    return continued;
  }

  public static Sentences of(TokenSpans spans) {
    Sentences result = new Sentences(spans);
    result.run();
    return result;
  }

  private void run() {
    int begin = 0;
    for (int t = 0; t < spans.size; t++) {
      boolean last = t + 1 == spans.size;
      if (last || spans.line[t + 1] != spans.line[t] || endsAt(t, begin)) {
        add(begin, t + 1);
        begin = t + 1;
      }
    }
    push(spans.size);
    count--;
  }

  private void add(int begin, int end) {
    int from = begin;
    while (end - from > LONG) {
      int cut = weakCut(from, end);
      if (cut >= end) {
        break;
      }
      one(from, cut);
      from = cut;
      continued.set(count);
    }
    one(from, end);
  }

  private void one(int begin, int end) {
    Arrays.fill(sentence, begin, end, count);
    push(begin);
  }

  private void push(int begin) {
    if (count + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[count++] = begin;
  }

  /** Where to cut a sentence that is too long, after {@code from}; {@code end} for nowhere. */
  private int weakCut(int from, int end) {
    for (int t = from + LONG / 3; t < Math.min(end - LONG / 6, from + LONGEST); t++) {
      char c = spans.at(spans.end[t] - 1);
      if (c == ';' || c == ':' || c == '\u3001' || c == '\uff0c' || c == '\u2022' || c == '|') {
        return t + 1;
      }
    }
    if (end - from <= LONGEST) {
      return end;
    }
    for (int t = from + LONG / 3; t < from + LONGEST; t++) {
      if ((spellingHash(t) & 15) == 0) {
        return t + 1;
      }
    }
    return from + LONGEST;
  }

  private int spellingHash(int t) {
    int h = 17;
    for (int i = spans.start[t]; i < spans.end[t]; i++) {
      h = h * 31 + spans.at(i);
    }
    h *= 0x9E3779B9;
    return h >>> 20;
  }

  private boolean endsAt(int t, int begin) {
    int stop = t;
    while (stop > begin && isCloser(spans.at(spans.start[stop]))) {
      stop--;
    }
    char c = spans.at(spans.end[stop] - 1);
    if (isWideStop(c)) {
      return !isCloser(spans.at(spans.start[t + 1])) || gap(t);
    }
    if (!isStop(c) || !gap(t) || spans.end[stop] - spans.start[stop] > 1 && c != '.') {
      return false;
    }
    // What follows must not count: the same words end a sentence wherever they are moved to.
    return c != '.' || !abbreviated(stop, begin);
  }

  /** Whether white space follows the token. */
  private boolean gap(int t) {
    return spans.start[t + 1] > spans.end[t];
  }

  private boolean abbreviated(int stop, int begin) {
    if (stop == begin || spans.end[stop - 1] != spans.start[stop]) {
      return false;
    }
    String word = spans.text.substring(spans.start[stop - 1], spans.end[stop - 1]);
    boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
    boolean dotted = word.length() <= 7 && word.indexOf('.') > 0 && !Digits.in(word);
    return initial
        || dotted
        || (word.length() <= 6 && ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.ROOT)));
  }

  private static boolean isStop(char c) {
    return c == '.'
        || c == '!'
        || c == '?'
        || c == '\u2026'
        || c == '\u061f'
        || c == '\u06d4'
        || c == '\u0964'
        || c == '\u0965';
  }

  private static boolean isWideStop(char c) {
    return c == '\u3002' || c == '\uff01' || c == '\uff1f' || c == '\uff61';
  }

  private static boolean isCloser(char c) {
    return switch (c) {
      case '"', '\'', ')', ']', '\u201d', '\u2019', '\u00bb', '\u300d', '\u300f', '\uff09' -> true;
      default -> false;
    };
  }
}
