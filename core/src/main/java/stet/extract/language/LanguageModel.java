package stet.extract.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The model of Apache OpenNLP, which knows 103 languages by rows of one to three letters. It is
 * loaded when it is first asked. Its probabilities come close for languages that are close and for
 * short texts, so that how far apart they are tells how far they can be trusted.
 */
final class LanguageModel {
  private static final String FILE = "/langdetect-183.bin";

  /** Its tags that BCP 47 has another one for, and the two written forms of Norwegian as one. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "plt", "mg", "nob", "no", "nno",
          "no");

  private static final LanguageDetectorModel MODEL = load();
  private static final Map<String, String> TAGS = tags();

  private LanguageModel() {}

  /**
   * The likeliest language of a text.
   *
   * @param margin how many times as likely as the next it must be
   * @return its tag; empty where no language is so much likelier
   */
  static String likeliest(String text, double margin) {
    Map<String, Double> likely = new TreeMap<>();
    for (Language language : new LanguageDetectorME(MODEL).predictLanguages(text)) {
      likely.merge(tag(language.getLang()), language.getConfidence(), Double::sum);
    }
    String best = "";
    double first = 0;
    double second = 0;
    for (Map.Entry<String, Double> language : likely.entrySet()) {
      if (language.getValue() > first) {
        second = first;
        first = language.getValue();
        best = language.getKey();
      } else {
        second = Math.max(second, language.getValue());
      }
    }
    return first >= margin * second ? best : "";
  }

  private static String tag(String threeLetters) {
    return TAGS.getOrDefault(threeLetters, threeLetters);
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new HashMap<>(OTHERS);
    Arrays.stream(Locale.getISOLanguages())
        .forEach(two -> tags.putIfAbsent(Locale.forLanguageTag(two).getISO3Language(), two));
    return Map.copyOf(tags);
  }

  private static LanguageDetectorModel load() {
    try (InputStream in = LanguageModel.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the model of languages is missing from the program");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the model of languages cannot be read", e);
    }
  }
}
