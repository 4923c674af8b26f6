package stet.extract.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.extract.words.Texts;
import stet.text.FoldedText;

/**
 * One stretch of text between block boundaries, as laid out on the page. Two are equal only when
 * they are one, since a page has one at each place; so a set of them need not read their texts.
 */
public final class Passage {
  public enum Kind {
    PARAGRAPH,
    HEADING,
    BULLET,
    NUMBERED,
    QUOTE,
    CAPTION,
    CELL
  }

  private static final Pattern SETTINGS =
      Pattern.compile("[\\[{]\\s*[\\[{]?\\s*[\"'][^\"']{1,80}[\"']\\s*:\\s*[\"'\\[{\\w-]");

  private static final Evaluator CODE = QueryParser.parse("pre,code");

  private final Kind kind;
  private final Element element;
  private final String text;
  private final int linked;
  private final int level;
  private final int order;
  private final String lang;
  // Read again and again by the finders, and dear.
  private @Nullable String folded;
  private @Nullable String letters;
  private int weight = -1;

  /**
   * @param kind what the surrounding markup makes of it
   * @param element the nearest block element round it
   * @param text clean text; never empty
   * @param linked how many of its characters stand in links
   * @param level heading level or list depth, 0 for others
   * @param order position on the page, from 0
   * @param lang the language that an element round it declares, as written; empty where none does
   */
  Passage(Kind kind, Element element, String text, int linked, int level, int order, String lang) {
    this.kind = kind;
    this.element = element;
    this.text = text;
    this.linked = linked;
    this.level = level;
    this.order = order;
    this.lang = lang;
  }

  public Kind kind() {
    return kind;
  }

  public Element element() {
    return element;
  }

  public String text() {
    return text;
  }

  public int level() {
    return level;
  }

  public int order() {
    return order;
  }

  public String lang() {
    return lang;
  }

  /** The text for comparing, see {@link FoldedText#of}. */
  public String folded() {
    String known = folded;
    if (known == null) {
      known = FoldedText.of(text);
      folded = known;
    }
    return known;
  }

  /** The text's letters and digits for comparing, see {@link FoldedText#letters}. */
  public String letters() {
    String known = letters;
    if (known == null) {
      known = FoldedText.letters(text);
      letters = known;
    }
    return known;
  }

  /** Length in Latin letters' worth, see {@link Texts#weight}. */
  public int weight() {
    weight = weight < 0 ? Texts.weight(text) : weight;
    return weight;
  }

  public boolean item() {
    return kind == Kind.BULLET || kind == Kind.NUMBERED;
  }

  public double linkShare() {
    return (double) linked / text.length();
  }

  /** Settings that a script reads: an object or a list in JSON that is not shown as code. */
  public boolean settings() {
    char first = text.charAt(0);
    return (first == '{' || first == '[')
        && SETTINGS.matcher(text).lookingAt()
        && element.closest(CODE) == null
        && element.selectFirst(CODE) == null;
  }

  /** Running text rather than a label or a list of links. */
  public boolean prose() {
    return kind != Kind.HEADING
        && kind != Kind.CAPTION
        && linkShare() < 0.4
        && weight() >= 70
        && !settings();
  }
}
