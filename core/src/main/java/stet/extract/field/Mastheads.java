package stet.extract.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.extract.page.HtmlPage;
import stet.extract.page.Links;
import stet.extract.page.Passage;
import stet.text.FoldedText;

/**
 * Tells headings that are the site's name from headlines. Old blog templates set the name into the
 * first heading, a link to the front page, and a post's title into a lower one.
 */
final class Mastheads {
  private static final Pattern SIGNS = Pattern.compile("^[\\s:|·•«»‹›/–—-]+|[\\s:|·•«»‹›/–—-]+$");
  private static final Pattern FRONT =
      Pattern.compile("(?:\\.{0,2}/)*(?:index\\.[a-z]{3,5}|home)?/?(?:[?#].*)?");

  private static final Evaluator LINK = QueryParser.parse("a[href]");

  private Mastheads() {}

  /**
   * The heading that says what the page's title says beside the site's name, where a heading that
   * leads to the front page tells that name; null otherwise.
   */
  static Headlines.@Nullable Found below(HtmlPage page) {
    String title = page.head().title();
    for (Passage name : page.passages()) {
      if (name.kind() == Passage.Kind.HEADING && masthead(name, page)) {
        String rest = beside(title, name.text());
        return rest.isEmpty() ? null : heading(page, name, rest);
      }
    }
    return null;
  }

  private static Headlines.@Nullable Found heading(HtmlPage page, Passage name, String rest) {
    String letters = FoldedText.letters(rest);
    for (Passage passage : page.passages()) {
      boolean heading = passage.kind() == Passage.Kind.HEADING && passage != name;
      if (heading && passage.letters().equals(letters) && !masthead(passage, page)) {
        return new Headlines.Found(passage.text(), "heading below the site's name", passage);
      }
    }
    return null;
  }

  /** What a title says before or behind a name; empty when it does neither. */
  private static String beside(String title, String name) {
    boolean opens = title.startsWith(name);
    if (!opens && !title.endsWith(name)) {
      return "";
    }
    String rest =
        opens ? title.substring(name.length()) : title.substring(0, title.length() - name.length());
    String bare = SIGNS.matcher(rest).replaceAll("");
    boolean again = FoldedText.letters(name).contains(FoldedText.letters(bare));
    return bare.length() < rest.length() && !again ? bare : "";
  }

  /** Whether the heading is one link to the site's front page. */
  static boolean masthead(Passage heading, HtmlPage page) {
    if (heading.linkShare() < 0.9) {
      return false;
    }
    Element link = heading.element().selectFirst(LINK);
    link = link == null ? heading.element().closest(LINK) : link;
    return link != null && front(link.attr("href"), page) && !front(page.url(), page);
  }

  private static boolean front(String href, HtmlPage page) {
    try {
      URI address = new URI(href.strip());
      String path = address.getPath() == null ? "" : address.getPath();
      boolean own = address.getHost() == null || Links.inside(href, page.body());
      return own && !href.startsWith("#") && !href.isEmpty() && FRONT.matcher(path).matches();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
