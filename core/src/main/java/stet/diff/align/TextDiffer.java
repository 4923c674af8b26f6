package stet.diff.align;

import java.util.ArrayList;
import java.util.List;
import stet.diff.word.SharedLines;
import stet.diff.word.Tokenizer;
import stet.diff.word.Tokens;
import stet.diff.word.Trim;
import stet.diff.word.Vocabulary;

/** Runs the passes over two texts, in order, and checks what they leave. */
public final class TextDiffer {
  private TextDiffer() {}

  /**
   * Two texts, what they share at both ends set apart, and the words of the middle aligned.
   *
   * @param undone the name of a pass for each stretch in which it had to be undone; always empty,
   *     unless the pass is broken
   */
  public record Result(Trim trim, Alignment alignment, List<String> undone) {}

  /** A step of the comparison, with a name for whom it may concern. */
  record Pass(String name, Runnable work) {}

  /** Makes the passes over one alignment; they may share what they learn of it. */
  @FunctionalInterface
  interface Plan {
    List<Pass> passes(Alignment al, Vocabulary vocabulary, Trim trim);
  }

  public static Result compare(String before, String after) {
    return compare(before, after, TextDiffer::passes);
  }

  public static Result compare(String before, String after, Plan plan) {
    Trim trim = Trim.of(before, after);
    Vocabulary vocabulary = new Vocabulary();
    SharedLines shared = SharedLines.of(before, after, trim, vocabulary);
    Tokens a = tokens(before, trim, shared.before(), vocabulary);
    Tokens b = tokens(after, trim, shared.after(), vocabulary);
    Alignment al = new Alignment(a, b);
    if (a.size == 0 || b.size == 0) {
      return new Result(trim, al, List.of());
    }
    plan.passes(al, vocabulary, trim).forEach(pass -> pass.work.run());
    if (new SelfCheck(al, vocabulary).isSound()) {
      return new Result(trim, al, List.of());
    }
    // The passes give the same again, so that only what went wrong pays for finding out where.
    Alignment again = new Alignment(a, b);
    List<String> undone = watched(again, vocabulary, plan.passes(again, vocabulary, trim));
    return new Result(trim, again, undone);
  }

  private static List<String> watched(Alignment al, Vocabulary vocabulary, List<Pass> passes) {
    SelfCheck check = new SelfCheck(al, vocabulary);
    List<String> undone = new ArrayList<>();
    for (Pass pass : passes) {
      Alignment.Links was = al.links();
      pass.work.run();
      for (int stretches = check.undo(was); stretches > 0; stretches--) {
        undone.add(pass.name);
      }
    }
    return List.copyOf(undone);
  }

  private static Tokens tokens(String text, Trim trim, int[] shared, Vocabulary vocabulary) {
    return Tokenizer.tokens(text, trim.prefix(), text.length() - trim.suffix(), shared, vocabulary);
  }

  static List<Pass> passes(Alignment al, Vocabulary vocabulary, Trim trim) {
    Likeness likeness = new Likeness(al, vocabulary);
    WordAligner words = new WordAligner(al);
    Moves moves = new Moves(al, likeness, words);
    int[][] anchors = new int[1][];
    return List.of(
        new Pass("anchors", () -> anchors[0] = Anchors.align(al)),
        new Pass("exact moves", moves::exact),
        new Pass("slots", () -> new Slots(al, likeness, words).fill(anchors[0])),
        new Pass("edited moves", moves::edited),
        new Pass("no swap", () -> Swaps.undo(al, likeness, words)),
        new Pass("what stayed", () -> StableOrder.choose(al)),
        new Pass("lines that moved", () -> LineMoves.find(al, trim)),
        new Pass("tidy", () -> Tidy.islands(al)),
        new Pass("hyphens", () -> Hyphens.take(al)),
        new Pass("runs that moved", () -> RunMoves.find(al)),
        new Pass("slide", () -> Slide.edges(al)));
  }
}
