package stet.serve.memento;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What can be read of a page, and nothing that acts: of its elements only those that structure text
 * are left, of its attributes only what tells language, direction and the shape of tables, of its
 * pictures those that it carries within itself, of its links the words.
 */
final class InertPage {
  /** Their content is no text for readers, or the control of a form. */
  private static final String GONE =
      "script, style, template, iframe, frame, frameset, noframes, object, embed, applet, svg,"
          + " math, canvas, audio, video, input, button, select, textarea, datalist, dialog, title";

  private static final Safelist KEPT =
      new Safelist()
          .addTags("article", "section", "main", "header", "footer", "aside", "nav", "div", "p")
          .addTags("h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "blockquote", "q", "cite")
          .addTags("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "hr", "br", "wbr")
          .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th")
          .addTags("pre", "code", "kbd", "samp", "var", "em", "strong", "b", "i", "u", "s")
          .addTags("del", "ins", "sub", "sup", "small", "mark", "abbr", "time", "span", "address")
          .addTags("bdi", "bdo", "ruby", "rt", "rp", "img")
          .addAttributes(":all", "lang", "dir")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan")
          .addAttributes("time", "datetime")
          .addAttributes("img", "src", "alt")
          .addProtocols("img", "src", "data");

  private InertPage() {}

  /**
   * The body of a page as it may be shown.
   *
   * @param page is changed
   */
  static Element of(Document page) {
    page.select(GONE).remove();
    Element body = new Cleaner(KEPT).clean(page).body();
    for (Element image : body.select("img:not([src])")) {
      String alt = image.attr("alt");
      if (alt.isBlank()) {
        image.remove();
      }
    }
    return body;
  }
}
