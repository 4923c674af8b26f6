package stet.app.browser;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.extract.Extraction;
import stet.text.FoldedText;

/** Tells whether a page has to be shown in a browser to be read as people read it. */
final class BrowserNeed {
  /** Shorter ones are as likely a line that a script counts or dates. */
  private static final int WORDS_OF_A_PARAGRAPH = 8;

  private static final Pattern SCRIPT = Pattern.compile("<script[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private BrowserNeed() {}

  /** Whether anything in a page could change it in a browser. */
  static boolean hasScripts(byte[] page) {
    return SCRIPT.matcher(new String(page, StandardCharsets.ISO_8859_1)).find();
  }

  /**
   * Whether a browser shows a paragraph or a headline that the page, as it is sent, does not have.
   * Where it shows no article, nothing is to be read in it.
   */
  static boolean of(Extraction sent, Extraction shown) {
    if (!(shown instanceof Extraction.Article browsers)) {
      return false;
    }
    if (!(sent instanceof Extraction.Article plain)) {
      return true;
    }
    String before = FoldedText.of(plain.version().headline());
    String after = FoldedText.of(browsers.version().headline());
    return !after.isEmpty() && !before.equals(after) || lacks(plain.version(), browsers.version());
  }

  private static boolean lacks(ArticleVersion sent, ArticleVersion shown) {
    Set<String> there = new HashSet<>(texts(sent.body()));
    return texts(shown.body()).stream()
        .filter(text -> SPACE.split(text).length >= WORDS_OF_A_PARAGRAPH)
        .anyMatch(text -> !there.contains(text));
  }

  private static List<String> texts(List<Block> body) {
    return body.stream().map(b -> FoldedText.of(b.text()).strip()).toList();
  }
}
