package stet.fetch.discovery;

import static stet.fetch.discovery.FeedEntry.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;
import stet.fetch.discovery.Discovery.Candidate;
import stet.fetch.discovery.Discovery.Child;

/**
 * One entry of a sitemap (sitemaps.org protocol 0.9) with Google's news extension, or of an index.
 */
final class SitemapEntry {
  private SitemapEntry() {}

  static boolean isNews(Element url) {
    return element(url, "news", "news").isPresent();
  }

  static Optional<Candidate> read(Element url, String base) {
    Optional<Element> news = element(url, "news", "news");
    String title = news.flatMap(n -> element(n, "news", "title")).map(Element::text).orElse("");
    String language =
        news.flatMap(n -> element(n, "news", "publication"))
            .flatMap(p -> element(p, "news", "language"))
            .map(Element::text)
            .orElse("");
    return address(url, base)
        .map(uri -> new Candidate(uri, title.strip(), language.strip(), dates(url, news)));
  }

  static Optional<Child> child(Element sitemap, String base) {
    return address(sitemap, base).map(uri -> new Child(uri, dates(sitemap, Optional.empty())));
  }

  private static Optional<String> address(Element entry, String base) {
    // Some write the address straight into the entry.
    return element(entry, "", "loc")
        .or(() -> entry.children().isEmpty() ? Optional.of(entry) : Optional.empty())
        .flatMap(e -> DiscoveryAddress.resolve(base, e.text()));
  }

  private static List<StatedDate> dates(Element entry, Optional<Element> news) {
    List<StatedDate> dates = new ArrayList<>();
    news.flatMap(n -> element(n, "news", "publication_date"))
        .flatMap(
            e -> DiscoveryDates.read(Role.PUBLISHED, e.text(), "sitemap news:publication_date"))
        .ifPresent(dates::add);
    element(entry, "", "lastmod")
        .flatMap(e -> DiscoveryDates.read(Role.UPDATED, e.text(), "sitemap lastmod"))
        .ifPresent(dates::add);
    return dates;
  }
}
