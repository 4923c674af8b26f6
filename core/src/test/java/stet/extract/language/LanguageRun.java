package stet.extract.language;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import stet.extract.language.LanguageScore.Outcome;
import stet.extract.language.LanguageScore.Part;

/** Prints what is guessed of all real pages that state a language, for {@code bench/languages}. */
public final class LanguageRun {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private LanguageRun() {}

  /**
   * @param arguments the folder of data
   */
  public static void main(String[] arguments) throws IOException {
    LanguageScore score = all(Path.of(arguments[0]));
    table("stet", score, LanguageGuess::of);
    for (double margin : new double[] {1, 1.5, 2, 2.5, 3, 4}) {
      for (int fewest : new int[] {20, 40, 60, 80}) {
        String name = "margin " + margin + ", fewest " + fewest;
        table(name, score, text -> LanguageGuess.of(text, fewest, margin));
      }
    }
    for (int half = 0; half < 2; half++) {
      score.outcome(half, Part.WHOLE, LanguageGuess::of).other().forEach(OUT::println);
    }
  }

  /** All sets. */
  static LanguageScore all(Path data) throws IOException {
    LanguageScore score = new LanguageScore();
    for (Path set : LanguageScore.sets(data.resolve("extract"), "truth.jsonl")) {
      score.labelled(set);
    }
    for (Path set : LanguageScore.sets(data.resolve("versions"), "index.jsonl")) {
      score.versions(set);
    }
    return score;
  }

  /** A line for each half. */
  static void table(String name, LanguageScore score, UnaryOperator<String> guess) {
    for (int half = 0; half < 2; half++) {
      StringBuilder line = new StringBuilder(name + ", half " + half + ":");
      for (Part part : Part.values()) {
        Outcome o = score.outcome(half, part, guess);
        String figures = " | %s %d texts, %.1f %% told, %d other";
        line.append(
            String.format(
                Locale.ROOT,
                figures,
                part.name().toLowerCase(Locale.ROOT),
                o.texts(),
                100 * o.share(),
                o.other().size()));
      }
      OUT.println(line);
    }
  }
}
