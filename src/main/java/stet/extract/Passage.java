package stet.extract;

import org.jsoup.nodes.Element;

/**
 * One stretch of text between block boundaries, as laid out on the page.
 *
 * @param kind what the surrounding markup makes of it
 * @param element the nearest block element round it
 * @param text clean text; never empty
 * @param linked how many of its characters stand in links
 * @param level heading level or list depth, 0 for others
 * @param order position on the page, from 0
 */
record Passage(Kind kind, Element element, String text, int linked, int level, int order) {
  enum Kind {
    PARAGRAPH,
    HEADING,
    BULLET,
    NUMBERED,
    QUOTE,
    CAPTION,
    CELL
  }

  boolean item() {
    return kind == Kind.BULLET || kind == Kind.NUMBERED;
  }

  double linkShare() {
    return (double) linked / text.length();
  }

  /** Running text rather than a label or a list of links. */
  boolean prose() {
    return kind != Kind.HEADING
        && kind != Kind.CAPTION
        && linkShare() < 0.4
        && Texts.weight(text) >= 70;
  }
}
