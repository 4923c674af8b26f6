package stet.extract.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Tells whether an element holds little text. The text of one that holds much need not be made for
 * that, and most elements that are asked about hold the whole story or the whole page.
 */
public final class ShortText {
  private ShortText() {}

  /** Whether the element's text has so many characters at most. */
  public static boolean within(Element element, int most) {
    return inked(element, most) <= most && element.text().length() <= most;
  }

  // The parser bounds the depth.
  /** How many letters the element holds, no further counted than to more than that many. */
  private static int inked(Element element, int most) {
    int count = 0;
    for (int i = 0; i < element.childNodeSize() && count <= most; i++) {
      Node child = element.childNode(i);
      if (child instanceof TextNode words) {
        count += inked(words.getWholeText());
      } else if (child instanceof Element inner) {
        count += inked(inner, most - count);
      }
    }
    return count;
  }

  /** Characters that stand in an element's text and in clean text as they are. */
  private static int inked(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ink = c > ' ' && c < 0x7f || c >= 0xc0 && c < 0x1680 || c >= 0x3041 && c < 0xd800;
      count += ink ? 1 : 0;
    }
    return count;
  }
}
