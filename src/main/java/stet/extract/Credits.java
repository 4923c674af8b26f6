package stet.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.article.Caption;

/** Parts a caption into what the picture shows and who made it. */
final class Credits {
  private static final String WORD =
      "(?:file photo|photo(?:graph)?(?:s)?(?: credit)?|photo by|image(?:s)?(?: credit| source| courtesy)?|picture(?: credit)?|pic|credit(?:s)?|source|courtesy|foto(?:s)?|bild(?:quelle)?|quelle|crédit(?: photo)?s?|photo d'archives?|fotografía|crédito|fuente|fonte|imagem|immagine|beeld|zdjęcie|fot\\.?|фото|写真|图|圖|사진|fotoğraf|ảnh|صورة|عکس)";
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
          "\\s*[(\\[]\\s*((?:AP|AFP|Reuters|REUTERS|dpa|DPA|EPA|PTI|ANI|Getty Images|AP Photo|EFE|ANSA|Xinhua)\\b[^)\\]]{0,60})[)\\]]\\s*\\.?$");

  private Credits() {}

  static Caption part(String text) {
    for (Pattern pattern : new Pattern[] {BRACKETED, AGENCY, COPYRIGHT, TRAILING}) {
      Matcher credit = pattern.matcher(text);
      if (credit.find()) {
        String words = text.substring(0, credit.start()).strip();
        return new Caption(words, credit.group(1).strip());
      }
    }
    return new Caption(text, "");
  }

  /** A credit line without the word that introduces it and without brackets. */
  static String bare(String credit) {
    String inner = credit.replaceAll("^[(\\[\\s©]+|[)\\]\\s]+$", "");
    return LEADING.matcher(inner).replaceFirst("").strip();
  }

  /** Whether a line of plain text ends as captions do: with a credit in brackets or behind ©. */
  static boolean endsWithCredit(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) <= ' ' || line.charAt(end - 1) == '.')) {
      end--;
    }
    boolean closed = end > 0 && ")]）】".indexOf(line.charAt(end - 1)) >= 0;
    boolean copyright = line.indexOf('©') >= 0 || line.contains("(c)") || line.contains("&copy;");
    return closed && (BRACKETED.matcher(line).find() || AGENCY.matcher(line).find())
        || copyright && COPYRIGHT.matcher(line).find();
  }
}
