package stet.extract.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import com.optimaize.langdetect.text.CommonTextObjectFactories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import stet.extract.language.LanguageScore.Part;

/**
 * What other libraries tell of real pages that state a language, beside stet's guess: always an
 * answer, and one only where the library is sure.
 */
final class LanguageRace {
  private static final int READ_BY_LINGUA = 600;

  private LanguageRace() {}

  /**
   * @param arguments which: {@code opennlp}, {@code optimaize} or {@code lingua}; the folder of
   *     data
   */
  public static void main(String[] arguments) throws IOException {
    LanguageScore score = LanguageRun.all(Path.of(arguments[1]));
    double[] sure =
        switch (arguments[0]) {
          case "opennlp" -> new double[] {1, 2};
          case "optimaize" -> new double[] {0, 0.99, 0.9999};
          default -> new double[] {0};
        };
    for (double least : sure) {
      long begun = System.nanoTime();
      UnaryOperator<String> guess = of(arguments[0], least);
      String first = guess.apply("The ferry stops for three weeks while the pier is repaired.");
      long loaded = System.nanoTime();
      int texts = score.outcome(0, Part.WHOLE, guess).texts();
      double each = (System.nanoTime() - loaded) / 1e6 / texts;
      System.out.printf(
          "loaded in %d ms and said '%s'; %.2f ms a text%n",
          (loaded - begun) / 1_000_000, first, each);
      LanguageRun.table(arguments[0] + " " + least, score, guess);
    }
  }

  private static UnaryOperator<String> of(String name, double least) throws IOException {
    return switch (name) {
      case "opennlp" -> text -> LanguageModel.likeliest(text, least);
      case "optimaize" -> optimaize(least);
      default -> lingua();
    };
  }

  private static UnaryOperator<String> optimaize(double least) throws IOException {
    LanguageDetector detector =
        com.optimaize.langdetect.LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readAllBuiltIn())
            .minimalConfidence(0)
            .seed(1)
            .build();
    var factory = CommonTextObjectFactories.forDetectingOnLargeText();
    return text -> {
      List<DetectedLanguage> found = detector.getProbabilities(factory.forText(text));
      boolean sure = !found.isEmpty() && found.get(0).getProbability() >= least;
      return sure ? found.get(0).getLocale().getLanguage() : "";
    };
  }

  private static UnaryOperator<String> lingua() {
    var detector = LanguageDetectorBuilder.fromAllLanguages().withLowAccuracyMode().build();
    return text -> {
      String head = text.length() > READ_BY_LINGUA ? text.substring(0, READ_BY_LINGUA) : text;
      SortedMap<Language, Double> found = detector.computeLanguageConfidenceValues(head);
      String tag = found.isEmpty() ? "" : found.firstKey().getIsoCode639_1().toString();
      return tag.equals("nb") || tag.equals("nn") ? "no" : tag;
    };
  }
}
