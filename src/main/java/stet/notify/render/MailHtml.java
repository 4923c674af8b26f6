package stet.notify.render;

import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import stet.notify.Change.Mark;
import stet.notify.Message;

/**
 * Messages as HTML for mail: styles of its own, nothing that is fetched, nothing that runs. Marks
 * show by weight and line as well as by colour, in light and in dark.
 */
public final class MailHtml {
  private static final String SOFT = "color:#5c5850";
  private static final String INS =
      "color:#0a4f8f;font-weight:bold;text-decoration:underline;background:transparent";
  private static final String DEL =
      "color:#9c1f12;text-decoration:line-through;background:transparent";

  /** Programs that know of dark screens read this; the others show what stands in the elements. */
  private static final String DARK =
      ":root{color-scheme:light dark;supported-color-schemes:light dark}"
          + "@media (prefers-color-scheme:dark){body{background:#1b1a18!important;color:#e9e5dc!important}"
          + "ins{color:#8cc4ff!important}del{color:#ff9c8e!important}a{color:#8cc4ff!important}"
          + ".soft{color:#b5afa4!important}.edge{border-color:#5c5850!important}}";

  private MailHtml() {}

  /** All of it, as a document. */
  public static String of(Message message) {
    Outline outline = Outline.of(message);
    Document document = new Document("");
    document.outputSettings().prettyPrint(false);
    document.appendChild(new DocumentType("html", "", ""));
    Element html = document.appendElement("html").attr("lang", "en");
    head(html.appendElement("head"), PlainText.subject(message));
    Element body =
        html.appendElement("body")
            .attr("style", "margin:0;padding:16px;font:16px/1.5 Georgia,'Noto Serif',serif");
    Element page = body.appendElement("div").attr("style", "max-width:36em;margin:0 auto");
    page.appendElement("h1")
        .attr("style", "font-size:22px;line-height:1.25;margin:0 0 12px;overflow-wrap:anywhere")
        .attr("dir", "auto")
        .text(outline.heading());
    content(page, outline);
    return document.outerHtml();
  }

  /** All but the heading, without styles, for places that bring their own. */
  public static String fragment(Message message) {
    Document document = Document.createShell("");
    document.outputSettings().prettyPrint(false);
    content(document.body(), Outline.of(message));
    document.select("[style]").removeAttr("style").removeAttr("class");
    return document.body().html();
  }

  private static void content(Element page, Outline outline) {
    bold(page, outline.opening());
    outline.items().forEach(item -> item(page, item));
    line(page, "", outline.omitted(), "");
    foot(page, outline);
  }

  private static void head(Element head, String title) {
    head.appendElement("meta").attr("charset", "utf-8");
    head.appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width,initial-scale=1");
    head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
    head.appendElement("title").text(title);
    head.appendElement("style").appendChild(new DataNode(DARK));
  }

  private static void item(Element page, Item item) {
    Element part =
        page.appendElement("div")
            .attr("class", "edge")
            .attr("style", "border-top:1px solid #c9c4b8;padding:12px 0;overflow-wrap:anywhere");
    if (!item.lead().isEmpty()) {
      Element lead = part.appendElement("h2").attr("style", "font-size:18px;margin:0 0 6px");
      inLanguage(lead, item).text(item.lead());
    }
    line(part, "", item.sentence(), "");
    bold(part, item.standing());
    excerpt(part, item);
    line(part, "", item.amount(), SOFT);
    line(part, "When: ", item.when(), SOFT);
    for (Item.Tagged label : item.labels()) {
      Element row = part.appendElement("p").attr("style", "margin:0 0 6px");
      row.appendElement("strong").text(label.name());
      row.appendText(label.meaning().isEmpty() ? "" : ": " + label.meaning());
    }
    line(part, "Not counted as an edit of the story: ", item.leftOut(), SOFT);
    line(part, "Words asked for: ", item.words(), SOFT);
    item.alike().forEach(also -> link(part, also.uri(), "The same edit: ", also.lead()));
    link(part, item.link(), "", "All of the change");
    link(part, item.uri(), "", "The article at the publisher");
  }

  private static Element inLanguage(Element element, Item item) {
    if (!item.lang().isEmpty()) {
      element.attr("lang", item.lang());
    }
    return element.attr("dir", item.dir());
  }

  private static void excerpt(Element part, Item item) {
    if (item.excerpt().isEmpty()) {
      return;
    }
    line(part, "Where: ", item.where(), SOFT);
    Element quote =
        part.appendElement("blockquote")
            .attr("class", "edge")
            .attr("style", "margin:6px 0;padding:2px 12px;border-left:3px solid #c9c4b8");
    marks(inLanguage(quote, item), item.excerpt());
  }

  private static void marks(Element into, List<Mark> excerpt) {
    for (Mark mark : Excerpts.apart(excerpt)) {
      switch (mark.kind()) {
        case KEPT -> into.appendText(mark.text());
        case REMOVED -> mark(into, "del", DEL, mark.text());
        case ADDED -> mark(into, "ins", INS, mark.text());
      }
    }
  }

  private static void mark(Element into, String tag, String style, String text) {
    into.appendElement(tag).attr("style", style).appendText(text);
  }

  private static void line(Element part, String lead, String text, String style) {
    if (!text.isEmpty()) {
      part.appendElement("p")
          .attr("class", style.isEmpty() ? "" : "soft")
          .attr("style", "margin:0 0 6px;" + style)
          .text(lead + text);
    }
  }

  private static void bold(Element part, String text) {
    if (!text.isEmpty()) {
      part.appendElement("p").attr("style", "margin:0 0 6px").appendElement("strong").text(text);
    }
  }

  private static void link(Element part, String uri, String lead, String text) {
    if (uri.isEmpty() && lead.isEmpty()) {
      return;
    }
    Element row = part.appendElement("p").attr("style", "margin:0 0 6px").appendText(lead);
    if (uri.isEmpty()) {
      row.appendText(text);
    } else {
      row.appendElement("a").attr("style", "color:#0a4f8f").attr("href", uri).text(text);
    }
  }

  private static void foot(Element page, Outline outline) {
    Element foot =
        page.appendElement("div")
            .attr("class", "edge soft")
            .attr("style", "border-top:1px solid #c9c4b8;padding-top:12px;font-size:14px;" + SOFT);
    line(foot, "Why you get this: ", outline.reason(), "");
    line(foot, "", outline.foot(), "");
  }
}
