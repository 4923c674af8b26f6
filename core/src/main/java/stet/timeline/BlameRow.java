package stet.timeline;

import java.util.ArrayList;
import java.util.List;
import stet.diff.word.Words;

/** The atoms of a stretch of text beside its words as the differ cuts them. */
final class BlameRow {
  private final List<BlameAtom> atoms;
  private final String text;
  private final Words words;

  /** The first atom of each token. */
  private final int[] first;

  BlameRow(List<BlameAtom> atoms) {
    this.atoms = atoms;
    this.text = BlameAtom.text(atoms);
    this.words = Words.of(text);
    this.first = new int[words.size()];
    int atom = 0;
    int end = 0;
    for (int t = 0; t < first.length; t++) {
      while (atom < atoms.size() && end + atoms.get(atom).text().length() <= words.start(t)) {
        end += atoms.get(atom++).text().length();
      }
      first[t] = atom;
    }
  }

  int size() {
    return first.length;
  }

  BlameWord word(int token) {
    BlameWord word = atoms.get(first[token]).word();
    if (word == null) {
      throw new IllegalStateException("white space where a word should be: " + text(token));
    }
    return word;
  }

  boolean isWord(int token) {
    return words.isWord(token);
  }

  /** The token as written; empty before the first and after the last. */
  String text(int token) {
    return token < 0 || token >= first.length
        ? ""
        : text.substring(words.start(token), words.end(token));
  }

  void replace(int token, BlameWord word) {
    BlameWord old = word(token);
    for (int a = first[token]; a < atoms.size() && atoms.get(a).word() == old; a++) {
      atoms.set(a, new BlameAtom(atoms.get(a).text(), word));
    }
  }

  int sentenceEnd(int from) {
    int to = from + 1;
    while (to < first.length && words.sentence(to) == words.sentence(from)) {
      to++;
    }
    return to;
  }

  boolean anyFresh(int from, int to, int version) {
    for (int t = from; t < to; t++) {
      if (word(t).since == version) {
        return true;
      }
    }
    return false;
  }

  /** What the differ compares of these tokens. */
  String key(int from, int to) {
    StringBuilder key = new StringBuilder();
    for (int t = from; t < to; t++) {
      key.append(words.key(t)).append(' ');
    }
    return key.toString();
  }

  /** The same for each of them that is a word and no mere mark. */
  List<String> wordKeys(int from, int to) {
    List<String> keys = new ArrayList<>(to - from);
    for (int t = from; t < to; t++) {
      if (isWord(t)) {
        keys.add(words.key(t));
      }
    }
    return keys;
  }

  List<BlameWord> words(int from, int to, boolean onlyWords) {
    List<BlameWord> row = new ArrayList<>(to - from);
    for (int t = from; t < to; t++) {
      if (!onlyWords || isWord(t)) {
        row.add(word(t));
      }
    }
    return row;
  }
}
