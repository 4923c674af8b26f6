package stet.timeline;

import java.util.ArrayList;
import java.util.List;
import stet.diff.word.Words;

/** Finds the passages that a stretch of text lost in one revision. */
final class BlameLosses {
  private final BlameGrowth growth;
  private final List<BlameAtom> row;
  private final boolean[] gone;
  private final int version;
  private final String text;
  private final Words words;

  /**
   * What a stretch lost.
   *
   * @param row its old words
   * @param gone which of them are gone; white space between two that are gone is too
   */
  BlameLosses(BlameGrowth growth, List<BlameAtom> row, boolean[] gone, int version) {
    this.growth = growth;
    this.row = row;
    this.gone = gone;
    this.version = version;
    this.text = BlameAtom.text(row);
    this.words = Words.of(text);
  }

  void tell(BlameHistory history) {
    int offset = 0;
    int paragraph = growth.paragraph();
    for (int from = 0; from < row.size(); ) {
      if (!gone[from]) {
        paragraph += row.get(from).text().indexOf('\n') >= 0 ? 1 : 0;
        offset += row.get(from++).text().length();
        continue;
      }
      int to = end(from);
      List<BlameAtom> run = List.copyOf(row.subList(from, to));
      int length = BlameAtom.text(run).length();
      for (BlameWord word : BlameAtom.words(run)) {
        word.leave(version);
      }
      history.lose(
          new BlameHistory.Loss(
              run,
              neighbour(from, -1),
              neighbour(to - 1, 1),
              extent(offset, offset + length),
              growth.place(),
              paragraph,
              version));
      offset += length;
      from = to;
    }
  }

  /** A run ends before a kept word or mark; kept white space inside it does not end it. */
  private int end(int from) {
    int to = from + 1;
    int next = to;
    while (next < row.size() && (gone[next] || row.get(next).word() == null)) {
      if (row.get(next).text().indexOf('\n') >= 0 && !gone[next]) {
        break;
      }
      next++;
      if (gone[next - 1]) {
        to = next;
      }
    }
    return to;
  }

  private String neighbour(int at, int step) {
    int next = at + step;
    while (next >= 0 && next < row.size() && row.get(next).word() == null) {
      next += step;
    }
    return next < 0 || next >= row.size() ? "" : row.get(next).text();
  }

  private LifeLine.Extent extent(int from, int to) {
    List<Integer> tokens = new ArrayList<>();
    for (int t = 0; t < words.size(); t++) {
      if (words.start(t) >= from && words.end(t) <= to) {
        tokens.add(t);
      }
    }
    if (tokens.isEmpty()) {
      return LifeLine.Extent.WORDS;
    }
    int first = tokens.get(0);
    int last = tokens.get(tokens.size() - 1);
    boolean starts = first == 0 || words.sentence(first - 1) != words.sentence(first);
    boolean ends = last == words.size() - 1 || words.sentence(last + 1) != words.sentence(last);
    if (!starts || !ends) {
      return LifeLine.Extent.WORDS;
    }
    boolean wholeBlock =
        (first == 0 || text.charAt(words.start(first) - 1) == '\n')
            && (last == words.size() - 1 || text.charAt(words.end(last)) == '\n');
    return wholeBlock && growth.place() == LifeLine.Place.BODY
        ? LifeLine.Extent.PARAGRAPHS
        : LifeLine.Extent.SENTENCES;
  }
}
