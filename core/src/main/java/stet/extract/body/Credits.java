package stet.extract.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.article.Caption;

/** Parts a caption into what the picture shows and who made it. */
public final class Credits {
  private static final String WORD =
      "(?:file photo|photo(?:graph)?(?:s)?(?: credit)?|photo by|image(?:s)?(?: credit| source|"
          + " courtesy)?|picture(?:"
          + " credit)?|pic|credit(?:s)?|source|courtesy|foto(?:s)?|bild(?:quelle)?|quelle|crédit(?:"
          + " photo)?s?|photo"
          + " d'archives?|fotografía|crédito|fuente|fonte|imagem|immagine|beeld|zdjęcie|fot\\.?|фото|写真|图|圖|사진|fotoğraf|ảnh|صورة|عکس)";
  private static final Pattern BRACKETED =
      Pattern.compile(
          "\\s*[(\\[（【]\\s*"
              + WORD
              + "\\s*[:：/|-]?\\s*(?:by |von |de |di |: )?([^)\\]）】]{2,80})[)\\]）】]\\s*\\.?\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TRAILING =
      Pattern.compile(
          "(?:^|[\\s.|–—-])\\s*" + WORD + "\\s*[:：]\\s*([^:]{2,80})$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LEADING =
      Pattern.compile(
          "^" + WORD + "\\s*[:：/-]\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern COPYRIGHT =
      Pattern.compile("\\s*(?:©|\\(c\\)|&copy;)\\s*([^©]{2,80})$");
  private static final Pattern AGENCY =
      Pattern.compile(
          "\\s*[(\\[]\\s*((?:AP|AFP|Reuters|REUTERS|dpa|DPA|EPA|PTI|ANI|Getty Images|AP"
              + " Photo|EFE|ANSA|Xinhua)\\b[^)\\]]{0,60})[)\\]]\\s*\\.?$");

  /** A maker behind a stroke, with the word for a picture last: "The quay / A. Holt photo". */
  private static final Pattern SIGNED =
      Pattern.compile(
          "\\s+[/|]\\s*([^/|]{2,60}(?:[/|]\\s*[^/|]{2,40})?\\s(?:nuotr|foto|fot|photos?|fotó|kuva|bild|фото)\\.?)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LONGEST_CREDIT = 80;

  private Credits() {}

  public static Caption part(String text) {
    boolean closed = closed(text);
    Caption parted = closed ? parted(BRACKETED, text) : null;
    parted = parted == null && closed ? parted(AGENCY, text) : parted;
    parted = parted == null && copyright(text) ? parted(COPYRIGHT, text) : parted;
    parted = parted == null && announced(text) ? parted(TRAILING, text) : parted;
    parted = parted == null && signed(text) ? parted(SIGNED, text) : parted;
    return parted == null ? new Caption(text, "") : parted;
  }

  private static @Nullable Caption parted(Pattern pattern, String text) {
    Matcher credit = pattern.matcher(text);
    if (!credit.find()) {
      return null;
    }
    String words = text.substring(0, credit.start()).strip();
    return new Caption(words, credit.group(1).strip());
  }

  // Most lines are no captions, and the patterns are dear: each is tried only where the sign that
  // it cannot do without is there.

  private static boolean closed(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) <= ' ' || line.charAt(end - 1) == '.')) {
      end--;
    }
    return end > 0 && ")]）】".indexOf(line.charAt(end - 1)) >= 0;
  }

  private static boolean copyright(String line) {
    return line.indexOf('©') >= 0 || line.contains("(c)") || line.contains("&copy;");
  }

  private static boolean signed(String line) {
    return line.contains(" / ") || line.contains(" | ");
  }

  /** A colon with no more than a credit behind it. */
  private static boolean announced(String line) {
    int colon = line.lastIndexOf(':');
    return line.indexOf('：', colon + 1) >= 0
        || colon >= 0 && line.length() - colon <= LONGEST_CREDIT + 8;
  }

  /** A credit line without the word that introduces it and without brackets. */
  static String bare(String credit) {
    String inner = credit.replaceAll("^[(\\[\\s©]+|[)\\]\\s]+$", "");
    return LEADING.matcher(inner).replaceFirst("").strip();
  }

  /** Whether a line of plain text ends as captions do: with a credit in brackets or behind ©. */
  public static boolean endsWithCredit(String line) {
    return closed(line) && (BRACKETED.matcher(line).find() || AGENCY.matcher(line).find())
        || copyright(line) && COPYRIGHT.matcher(line).find()
        || signed(line) && SIGNED.matcher(line).find();
  }
}
