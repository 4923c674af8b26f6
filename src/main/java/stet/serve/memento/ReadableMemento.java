package stet.serve.memento;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import stet.app.Mementos.Memento;
import stet.capture.Capture;
import stet.capture.ContentCodings;
import stet.capture.ContentCodings.Decoded;
import stet.capture.Digest;
import stet.serve.http.Answer;
import stet.text.MediaTypes;
import stet.text.OneLine;
import stet.text.SafeText;

/**
 * A capture as a page that can be read: its text, lists, tables and emphasis below a banner that
 * tells when and where it was captured. Nothing of it runs, loads, leads or looks as it did; its
 * bytes are {@link RawMemento}'s.
 */
final class ReadableMemento {
  /** More of a page is not shown. */
  private static final int MAX_BYTES = 4 << 20;

  /** As deep as the extractor reads pages. */
  private static final int MAX_DEPTH = 400;

  private static final int SNIFFED = 1_024;

  private static final String STYLE =
      "body{margin:0 auto;max-width:45rem;padding:0 1rem 4rem;font:1.05rem/1.5 serif;"
          + "color:#111;background:#fff}"
          + "#stet{font:.9rem/1.4 sans-serif;border-bottom:2px solid;padding:.8rem 0;"
          + "margin-bottom:1.5rem}"
          + "#stet p{margin:.2rem 0;overflow-wrap:anywhere}"
          + "img{max-width:100%}pre{white-space:pre-wrap;overflow-wrap:anywhere}";

  private final String allowed;

  ReadableMemento() {
    byte[] style = STYLE.getBytes(StandardCharsets.UTF_8);
    String digest = Base64.getEncoder().encodeToString(Digest.algorithm().digest(style));
    this.allowed = "; style-src 'sha256-" + digest + "'; img-src data:";
  }

  /**
   * @param encoding the content codings in which the bytes came; empty when none
   * @throws IOException when the bytes cannot be read
   */
  Answer of(Capture capture, String encoding, Places places, Memento memento) throws IOException {
    Document page = shell(capture, places, memento);
    Element shown = page.body().appendElement("main");
    boolean whole =
        ContentCodings.use(
            capture.payload(),
            encoding,
            MAX_BYTES,
            d -> {
              fill(shown, capture, d);
              return d.outcome().isComplete();
            });
    if (!whole) {
      page.body().appendElement("p").text("The page goes on; more of it is not shown here.");
    }
    byte[] html = page.outerHtml().getBytes(StandardCharsets.UTF_8);
    return Inert.of(Answer.html(html), allowed);
  }

  private static Document shell(Capture capture, Places places, Memento memento) {
    Document page = Document.createShell("");
    page.outputSettings().charset(StandardCharsets.UTF_8).prettyPrint(false);
    page.prependChild(new DocumentType("html", "", ""));
    page.head().appendElement("meta").attr("charset", "utf-8");
    page.head()
        .appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width");
    String time = memento.at().toString();
    page.title("As captured at " + time);
    page.head().appendElement("style").appendChild(new DataNode(STYLE));
    Element banner = page.body().appendElement("header").attr("id", "stet");
    banner.appendElement("p").text("A page of others as it was captured, without what it loads.");
    Element what = banner.appendElement("p").appendText("Captured ");
    what.appendElement("time").attr("datetime", time).text(time);
    what.appendText(" from " + line(memento.address()));
    banner.appendElement("p").text("Source: " + source(capture));
    Element links = banner.appendElement("p");
    link(links, "Its bytes as archived", places.memento(memento, Places.RAW));
    link(links, "All captures", places.timeMap("link", 1));
    return page;
  }

  private static void link(Element links, String text, String target) {
    links.appendElement("a").attr("href", target).text(text);
    links.appendText(" ");
  }

  private static String source(Capture capture) {
    String name = capture.source().name();
    return line(capture.source().kind() + (name.isEmpty() ? "" : ", " + name));
  }

  /** Words of others in the banner. */
  private static String line(String text) {
    return SafeText.escaped(OneLine.of(text));
  }

  private static void fill(Element shown, Capture capture, Decoded decoded) throws IOException {
    String essence = MediaTypes.essence(capture.mediaType());
    Optional<Charset> charset = MediaTypes.charset(capture.mediaType());
    if (isHtml(essence, decoded.bytes())) {
      Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
      String stated = charset.map(Charset::name).orElse(null);
      Document page = Jsoup.parse(new ByteArrayInputStream(decoded.bytes()), stated, "", parser);
      Element body = InertPage.of(page);
      for (String name : List.of("lang", "dir")) {
        String value = page.getElementsByTag("html").attr(name);
        if (!value.isEmpty()) {
          shown.attr(name, value);
        }
      }
      shown.appendChildren(body.childNodesCopy());
    } else if (essence.startsWith("text/") || essence.isEmpty()) {
      String text = new String(decoded.bytes(), charset.orElse(StandardCharsets.UTF_8));
      shown.appendElement("pre").text(text);
    } else {
      shown.appendElement("p").text("What was captured is no page of text: " + line(essence));
    }
  }

  private static boolean isHtml(String essence, byte[] bytes) {
    if (!essence.isEmpty()) {
      return essence.equals("text/html") || essence.equals("application/xhtml+xml");
    }
    String start =
        new String(bytes, 0, Math.min(SNIFFED, bytes.length), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return start.contains("<!doctype html") || start.contains("<html");
  }
}
