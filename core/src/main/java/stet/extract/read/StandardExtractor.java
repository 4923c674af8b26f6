package stet.extract.read;

import java.util.Locale;
import java.util.regex.Pattern;
import stet.extract.Extraction;
import stet.extract.Extraction.NotAnArticle;
import stet.extract.Extraction.Reason;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.extract.SiteRules;
import stet.extract.words.Texts;
import stet.text.CleanText;

/** Chooses the reader by media type and bytes. */
public final class StandardExtractor implements Extractor {
  static final String VERSION = "stet-extract/7";

  /** Larger pages are refused, in bytes. The largest news pages seen carry 3 MB. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  /** Texts of more blocks are refused. The longest live blogs seen have some 3,000. */
  static final int MAX_BLOCKS = 20_000;

  /** Pages of more tags are refused. The largest news pages seen have 30,000. */
  public static final int MAX_TAGS = 120_000;

  /** How far a text is searched for bytes that no text has. */
  private static final int BINARY_WINDOW = 4096;

  private static final Pattern MARKUP =
      Pattern.compile(
          "<(?:!doctype|html|head|body|main|article|section|div|p|h[1-6]|ul|ol|table|figure|span|meta|title|header)\\b[^>]*>",
          Pattern.CASE_INSENSITIVE);

  private final SiteRules rules;
  private final String version;

  StandardExtractor(SiteRules rules) {
    this.rules = rules;
    this.version = rules.digest().isEmpty() ? VERSION : VERSION + "+rules." + rules.digest();
  }

  @Override
  public Extraction extract(Page page) {
    byte[] bytes = page.bytes();
    if (bytes.length > MAX_BYTES) {
      return new NotAnArticle(
          Reason.TOO_LARGE, bytes.length + " bytes; more than " + MAX_BYTES + " are not read");
    }
    if (binary(bytes)) {
      return new NotAnArticle(Reason.NOT_TEXT, "the bytes are no text");
    }
    String text = Decoder.decode(bytes, page.mediaType()).text();
    if (CleanText.isBlank(text)) {
      return new NotAnArticle(
          Reason.EMPTY, bytes.length == 0 ? "no bytes" : "nothing but white space");
    }
    try {
      return bounded(read(page, text));
    } catch (StackOverflowError e) {
      // The depth of markup is bounded, but not that of every expression matched against it.
      return new NotAnArticle(Reason.TOO_LARGE, "too deeply nested to be read");
    }
  }

  private static Extraction bounded(Extraction extraction) {
    if (extraction instanceof Extraction.Article article
        && article.version().body().size() > MAX_BLOCKS) {
      return new NotAnArticle(
          Reason.TOO_LARGE,
          article.version().body().size()
              + " paragraphs; more than "
              + MAX_BLOCKS
              + " are not read");
    }
    return extraction;
  }

  private Extraction read(Page page, String text) {
    String type = page.mediaType().toLowerCase(Locale.ROOT);
    if (type.contains("markdown")) {
      return MarkdownReader.read(page, text, version);
    }
    if (type.startsWith("text/plain")) {
      return PlainTextReader.read(page, text, version);
    }
    if (tags(text) > MAX_TAGS) {
      return new NotAnArticle(
          Reason.TOO_LARGE, "more than " + MAX_TAGS + " tags; such a page is not read");
    }
    boolean html = type.contains("html") || type.contains("xml");
    if (!html && !MARKUP.matcher(Texts.head(text, 20_000)).find()) {
      return PlainTextReader.read(page, text, version);
    }
    return HtmlReader.read(page, text, version, rules);
  }

  private static int tags(String text) {
    int tags = 0;
    for (int at = text.indexOf('<'); at >= 0 && tags <= MAX_TAGS; at = text.indexOf('<', at + 1)) {
      tags++;
    }
    return tags;
  }

  /** Signatures of common binary formats, or many control characters among the first bytes. */
  private static boolean binary(byte[] bytes) {
    boolean wide =
        bytes.length > 1
            && ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe
                || (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff);
    if (wide) {
      return false;
    }
    int window = Math.min(bytes.length, BINARY_WINDOW);
    int controls = 0;
    for (int i = 0; i < window; i++) {
      int b = bytes[i] & 0xff;
      controls += b < 9 || b > 13 && b < 32 && b != 27 ? 1 : 0;
    }
    boolean pdf = bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D';
    return pdf || controls > 8 && controls * 20 > window;
  }

  @Override
  public String version() {
    return version;
  }
}
