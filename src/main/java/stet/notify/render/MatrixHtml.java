package stet.notify.render;

import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import stet.notify.Change.Mark;
import stet.notify.Message;

/**
 * Messages in the HTML that clients of Matrix show (spec.matrix.org, client-server API,
 * “m.room.message msgtypes”). It has no {@code ins}: what came is strong.
 */
public final class MatrixHtml {
  /** An event has 64 KiB with the plain text beside it. */
  private static final int MOST_BYTES = 36_000;

  private static final int MOST_ITEMS = 20;

  private static final int EXCERPT = 600;

  private MatrixHtml() {}

  /** All of it, as a fragment. */
  public static String of(Message message) {
    Outline outline = Outline.of(message);
    String html = "";
    for (int items = Math.min(MOST_ITEMS, outline.items().size()); items >= 0; items--) {
      html = with(outline, items);
      if (html.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
        break;
      }
    }
    return html;
  }

  private static String with(Outline outline, int items) {
    Document document = Document.createShell("");
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    body.appendElement("h4").text(outline.heading());
    strong(body, outline.opening());
    outline.items().subList(0, items).forEach(item -> item(body, item));
    int more = outline.items().size() - items;
    line(body, "", more > 0 ? more + " more are not shown here." : "");
    line(body, "", outline.omitted());
    line(body, "", outline.reason());
    line(body, "", outline.foot());
    return body.html();
  }

  private static void item(Element body, Item item) {
    body.appendElement("hr");
    strong(body, item.lead());
    line(body, "", item.sentence());
    strong(body, item.standing());
    if (!item.excerpt().isEmpty()) {
      Element quote = body.appendElement("blockquote");
      for (Mark mark : Excerpts.apart(Excerpts.fit(item.excerpt(), EXCERPT))) {
        switch (mark.kind()) {
          case KEPT -> quote.appendText(mark.text());
          case REMOVED -> quote.appendElement("del").appendText(mark.text());
          case ADDED -> quote.appendElement("strong").appendText(mark.text());
        }
      }
    }
    line(body, "", item.amount());
    line(body, "When: ", item.when());
    for (Item.Tagged label : item.labels()) {
      Element row = body.appendElement("p");
      row.appendElement("strong").text(label.name());
      row.appendText(label.meaning().isEmpty() ? "" : ": " + label.meaning());
    }
    line(body, "Not counted as an edit of the story: ", item.leftOut());
    line(body, "Words asked for: ", item.words());
    item.alike()
        .forEach(also -> link(body, "The same edit: " + also.lead() + " ", "page", also.uri()));
    link(body, "", "All of the change", item.link());
    link(body, "", "The article at the publisher", item.uri());
  }

  private static void strong(Element body, String text) {
    if (!text.isEmpty()) {
      body.appendElement("p").appendElement("strong").text(text);
    }
  }

  private static void line(Element body, String lead, String text) {
    if (!text.isEmpty()) {
      body.appendElement("p").text(lead + text);
    }
  }

  private static void link(Element body, String lead, String name, String uri) {
    if (!uri.isEmpty() || !lead.isEmpty()) {
      Element row = body.appendElement("p").appendText(lead);
      if (!uri.isEmpty()) {
        row.appendElement("a").attr("href", uri).text(name);
      }
    }
  }
}
