package stet.extract.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Where links lead, so far as a page tells. */
public final class Links {
  private static final Pattern FILE =
      Pattern.compile(
          "\\.(?:pdf|csv|tsv|xlsx?|ods|docx?|odt|rtf|pptx?|zip|gz|json|xml|geojson|shp|kml)(?:[?#].*)?$",
          Pattern.CASE_INSENSITIVE);

  private static final Evaluator LINKS = QueryParser.parse("a[href]");

  private Links() {}

  /**
   * Whether all links within lead to other sites: such a line is a source or an offer that belongs
   * to the story, while links within the site advertise other stories.
   */
  public static boolean leaveSite(Element element) {
    Elements links = element.select(LINKS);
    if (links.isEmpty()) {
      return false;
    }
    return links.stream().noneMatch(link -> inside(link.attr("href"), element));
  }

  /**
   * Whether a link within gives a file: data, a paper, a table. It belongs to what the page
   * publishes wherever it leads.
   */
  public static boolean offerFile(Element element) {
    return element.select(LINKS).stream().anyMatch(Links::file);
  }

  private static boolean file(Element link) {
    return link.hasAttr("download")
        || FILE.matcher(link.attr("href")).find()
        || link.className().contains("download")
        || link.childrenSize() > 0 && link.child(0).className().contains("download");
  }

  /** Whether the address is on the page's own site; addresses without a host are. */
  public static boolean inside(String href, Element element) {
    if (!href.startsWith("http")) {
      return true;
    }
    String page = site(HtmlPage.host(element.baseUri()));
    return page.isEmpty() || site(HtmlPage.host(href)).equals(page);
  }

  /** The last two parts of a host, three where the last two are a country's second level. */
  private static String site(String host) {
    String[] parts = host.split("\\.");
    int n = parts.length;
    if (n <= 2) {
      return host;
    }
    boolean secondLevel = parts[n - 1].length() == 2 && parts[n - 2].length() <= 3;
    return secondLevel
        ? parts[n - 3] + '.' + parts[n - 2] + '.' + parts[n - 1]
        : parts[n - 2] + '.' + parts[n - 1];
  }
}
