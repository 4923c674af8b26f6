package stet.report.page.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import stet.diff.Label;

/** The words of a dossier in one language. Each language has a file of its own, in UTF-8. */
public final class Wording {
  /** Languages that there are, as BCP 47 tags. */
  public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

  private static final String FOLDER = "/stet/report/dossier/";

  private final Locale locale;
  private final Properties words;

  private Wording(Locale locale, Properties words) {
    this.locale = locale;
    this.words = words;
  }

  /**
   * The words in a language.
   *
   * @param language one of {@link #LANGUAGES}
   * @throws IllegalArgumentException when it is none of those
   */
  public static Wording in(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("no words in " + language);
    }
    Properties words = new Properties();
    try (InputStream in = Wording.class.getResourceAsStream(FOLDER + language + ".properties")) {
      if (in == null) {
        throw new IOException("no such file");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the words in " + language + " cannot be read", e);
    }
    return new Wording(Locale.forLanguageTag(language), words);
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /**
   * Some words.
   *
   * @param values for the places in them; numbers are written as the language writes them
   * @throws IllegalArgumentException when there are none of that name
   */
  public String of(String name, Object... values) {
    String pattern = words.getProperty(name);
    if (pattern == null) {
      throw new IllegalArgumentException("no words are called " + name);
    }
    return new MessageFormat(pattern, locale).format(values);
  }

  /** The name of a label. */
  public String label(Label.Kind kind) {
    return of("label." + kind.id());
  }

  /** A share in whole percent. */
  public String percent(double share) {
    return whole(Math.round(100 * share));
  }

  /** Rounded outward, so that no interval is told narrower than it is. */
  public String interval(double low, double high) {
    return of(
        "interval",
        whole((long) Math.floor(100 * low + 1e-9)),
        whole((long) Math.ceil(100 * high - 1e-9)));
  }

  private String whole(long percent) {
    return percent + "\u00a0%";
  }

  /** Names of all words, for who compares languages. */
  List<String> names() {
    return words.stringPropertyNames().stream().sorted().toList();
  }
}
