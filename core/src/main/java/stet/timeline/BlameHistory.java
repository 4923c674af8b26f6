package stet.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence that an article ever had and every passage that it lost, to recognise what comes
 * back. Words in a row are found again as a sentence, as a passage of four words or more, or as a
 * shorter one between the same neighbours.
 */
final class BlameHistory {
  private static final int SHINGLE = 4;

  /** So many passages of the same words are told apart; hostile text has more. */
  private static final int ALIKE = 4;

  private final Map<String, List<Passage>> sentences = new HashMap<>();
  private final Map<String, List<Passage>> passages = new HashMap<>();
  private final List<Loss> losses = new ArrayList<>();

  /** Words in a row with what the differ compares of them. */
  private record Passage(List<String> keys, List<BlameWord> words) {
    int inCommon(List<String> others) {
      int length = 0;
      while (length < Math.min(keys.size(), others.size())
          && keys.get(length).equals(others.get(length))) {
        length++;
      }
      return length;
    }
  }

  /**
   * A passage that left.
   *
   * @param left the word or mark before it; empty at the beginning
   * @param right the word or mark after it; empty at the end
   * @param version the first version without it
   */
  record Loss(
      List<BlameAtom> run,
      String left,
      String right,
      LifeLine.Extent extent,
      LifeLine.Place place,
      int paragraph,
      int version) {}

  /** Takes note of the sentences of a stretch of text. */
  void remember(List<BlameAtom> atoms) {
    BlameRow row = new BlameRow(atoms);
    for (int from = 0; from < row.size(); ) {
      int to = row.sentenceEnd(from);
      add(sentences, row.key(from, to), new Passage(List.of(), row.words(from, to, false)));
      from = to;
    }
  }

  void lose(Loss loss) {
    losses.add(loss);
    BlameRow row = new BlameRow(loss.run());
    List<String> keys = row.wordKeys(0, row.size());
    List<BlameWord> words = row.words(0, row.size(), true);
    if (!words.isEmpty() && words.size() < SHINGLE) {
      String key = between(loss.left(), String.join(" ", keys), loss.right());
      add(passages, key, new Passage(keys, words));
    }
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      Passage rest = new Passage(keys.subList(i, keys.size()), words.subList(i, words.size()));
      add(passages, shingle(keys, i), rest);
    }
  }

  private static String shingle(List<String> keys, int from) {
    return String.join(" ", keys.subList(from, from + SHINGLE));
  }

  private static String between(String left, String key, String right) {
    return left + '\n' + key + '\n' + right;
  }

  private static void add(Map<String, List<Passage>> index, String key, Passage passage) {
    List<Passage> known = index.computeIfAbsent(key, k -> new ArrayList<>(1));
    if (known.size() < ALIKE && known.stream().noneMatch(k -> k.words().equals(passage.words()))) {
      known.add(passage);
    }
  }

  /** Gives new words of a stretch that was there before, as far as it is gone, their history. */
  void recognise(List<BlameAtom> atoms, int version) {
    if (atoms.stream().noneMatch(a -> isFresh(a.word(), version))) {
      return;
    }
    BlameRow row = new BlameRow(atoms);
    for (int from = 0; from < row.size(); ) {
      int to = row.sentenceEnd(from);
      if (row.anyFresh(from, to, version)) {
        List<Integer> tokens = IntStream.range(from, to).boxed().toList();
        for (Passage known : sentences.getOrDefault(row.key(from, to), List.of())) {
          revive(row, tokens, known.words(), version);
        }
      }
      from = to;
    }
    for (int from = 0; from < row.size(); from++) {
      if (isFresh(row.word(from), version)) {
        int to = from;
        while (to < row.size() && isFresh(row.word(to), version)) {
          to++;
        }
        passages(row, from, to, version);
        from = to;
      }
    }
  }

  private void passages(BlameRow row, int from, int to, int version) {
    List<String> keys = row.wordKeys(from, to);
    List<Integer> tokens = IntStream.range(from, to).filter(row::isWord).boxed().toList();
    if (!tokens.isEmpty() && tokens.size() < SHINGLE) {
      String key = between(row.text(from - 1), String.join(" ", keys), row.text(to));
      for (Passage known : passages.getOrDefault(key, List.of())) {
        revive(row, tokens, known.words(), version);
      }
    }
    for (int i = 0; i + SHINGLE <= keys.size(); ) {
      int longest = 1;
      for (Passage known : passages.getOrDefault(shingle(keys, i), List.of())) {
        int length = known.inCommon(keys.subList(i, keys.size()));
        revive(row, tokens.subList(i, i + length), known.words(), version);
        longest = Math.max(longest, length);
      }
      i += longest;
    }
  }

  /** Puts words of old in the place of new ones, where they are new and the old ones are gone. */
  private static void revive(
      BlameRow row, List<Integer> tokens, List<BlameWord> known, int version) {
    for (int i = 0; i < tokens.size(); i++) {
      BlameWord word = known.get(i);
      if (isFresh(row.word(tokens.get(i)), version) && word.isGone()) {
        word.comeBack(version);
        row.replace(tokens.get(i), word);
      }
    }
  }

  private static boolean isFresh(@Nullable BlameWord word, int version) {
    return word != null && word.since == version;
  }

  /** What left, oldest first, each as far as one fate befell it. */
  List<LifeLine> lifeLines() {
    List<LifeLine> lines = new ArrayList<>();
    for (Loss loss : losses) {
      List<BlameAtom> run = loss.run();
      for (int from = 0; from < run.size(); ) {
        if (run.get(from).word() == null) {
          from++;
          continue;
        }
        int to = from + 1;
        int fate = fate(loss, run.get(from));
        while (to < run.size() && (run.get(to).word() == null || fate(loss, run.get(to)) == fate)) {
          to++;
        }
        line(loss, run.subList(from, to), fate, lines);
        from = to;
      }
    }
    return lines;
  }

  /** The version in which a word was back, 0 for never, -1 where it only moved. */
  private static int fate(Loss loss, BlameAtom atom) {
    BlameWord word = atom.word();
    return word != null && word.leftIn(loss.version()) ? word.backAfter(loss.version()) : -1;
  }

  private static void line(Loss loss, List<BlameAtom> run, int fate, List<LifeLine> lines) {
    String text = BlameAtom.text(run).strip();
    if (fate < 0 || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    List<BlameWord> words = BlameAtom.words(run);
    boolean whole = words.size() == BlameAtom.words(loss.run()).size();
    lines.add(
        new LifeLine(
            text,
            whole ? loss.extent() : LifeLine.Extent.WORDS,
            loss.place(),
            loss.paragraph(),
            words.stream().mapToInt(w -> w.since).min().orElse(1),
            loss.version() - 1,
            fate));
  }
}
