package stet.extract.read;

import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Element;
import stet.extract.page.HtmlPage;
import stet.extract.page.LinkedData;
import stet.text.FoldedText;

/** Chooses which JSON-LD nodes speak of this page's article. */
final class ArticleNodes {
  private ArticleNodes() {}

  /** The nodes that count, best first: article nodes before their kin, then page nodes. */
  static List<LinkedData.Node> of(HtmlPage page) {
    List<LinkedData.Node> nodes = page.linkedData().nodes();
    long articles = nodes.stream().filter(n -> n.rank() == 3).count();
    Comparator<LinkedData.Node> order =
        Comparator.comparingInt((LinkedData.Node n) -> -n.rank())
            .thenComparingInt(n -> articles > 1 && n.rank() == 3 ? -match(n, page) : 0);
    List<LinkedData.Node> sorted = nodes.stream().sorted(order).toList();
    if (articles <= 1) {
      return sorted;
    }
    // Several article nodes are a list of teasers unless one of them is this page.
    LinkedData.Node best = sorted.get(0);
    return sorted.stream().filter(n -> n.rank() < 3 || n == best).toList();
  }

  /** Whether the page's metadata speak of an article, whatever its text. */
  static boolean states(List<LinkedData.Node> articles, HtmlPage page) {
    boolean meta =
        page.head().meta("og:type").equalsIgnoreCase("article")
            || !page.head().meta("article:published_time").isEmpty();
    return meta && !page.head().meta("og:title").isEmpty()
        || !articles.isEmpty()
            && articles.get(0).rank() == 3
            && !articles.get(0).text("headline", "name").isEmpty();
  }

  private static int match(LinkedData.Node node, HtmlPage page) {
    int score = 0;
    String headline = FoldedText.letters(node.text("headline", "name"));
    String title = FoldedText.letters(page.head().meta("og:title") + page.head().title());
    if (!headline.isEmpty() && title.contains(headline)) {
      score += 4;
    }
    Element h1 = page.elements().firstHeading();
    if (!headline.isEmpty() && h1 != null && FoldedText.letters(h1.text()).contains(headline)) {
      score += 3;
    }
    String canonical = trimmed(page.head().canonical());
    for (String key : List.of("url", "@id", "mainEntityOfPage")) {
      String url = trimmed(node.text(key));
      if (!url.isEmpty() && (url.equals(canonical) || url.equals(trimmed(page.url())))) {
        score += 3;
      }
    }
    return score + (node.text("datePublished").isEmpty() ? 0 : 1);
  }

  private static String trimmed(String url) {
    return url.replaceFirst("^https?://(www\\.)?", "")
        .replaceFirst("[?#].*$", "")
        .replaceFirst("/$", "");
  }
}
