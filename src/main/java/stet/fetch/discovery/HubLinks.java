package stet.fetch.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import stet.capture.HttpHead;

/**
 * The hubs that tell of changes of a list, and the address by which they know it (WebSub, section
 * 4).
 *
 * @param self the address that the list calls its own; empty where it states none
 * @param hubs absolute http(s) addresses in the order in which they stand, each once
 */
public record HubLinks(String self, List<String> hubs) {
  /** A list that names no hub. */
  public static final HubLinks NONE = new HubLinks("", List.of());

  /** More hubs than that have not been seen. */
  private static final int MOST = 10;

  public HubLinks {
    hubs = hubs.stream().distinct().limit(MOST).toList();
  }

  /** Those of an answer's {@code Link} fields (RFC 8288). */
  static HubLinks ofHeader(HttpHead response, String uri) {
    HubLinks found = NONE;
    for (LinkField link : LinkField.read(String.join(", ", response.all("Link")))) {
      if (link.anchor().isEmpty()) {
        found = found.and(link.rel(), DiscoveryAddress.resolve(uri, link.target()));
      }
    }
    return found;
  }

  /** Those of an HTML page, whose head alone its publisher wrote. */
  static HubLinks ofPage(Document page, String base) {
    HubLinks found = NONE;
    for (Element link : page.head().select("link[rel][href]")) {
      found = found.and(link.attr("rel"), DiscoveryAddress.resolve(base, link.attr("href")));
    }
    return found;
  }

  /** These and what a link says; the first address of its own that a list states holds. */
  HubLinks and(String rel, Optional<String> target) {
    if (target.isEmpty()) {
      return this;
    }
    List<String> rels = List.of(rel.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    List<String> more = new ArrayList<>(hubs);
    if (rels.contains("hub")) {
      more.add(target.get());
    }
    return new HubLinks(self.isEmpty() && rels.contains("self") ? target.get() : self, more);
  }

  /** These, and what {@code markup} says of what these say nothing of. */
  HubLinks or(HubLinks markup) {
    return new HubLinks(self.isEmpty() ? markup.self : self, hubs.isEmpty() ? markup.hubs : hubs);
  }

  /** The hub to be asked: the first over TLS, to which a secret can be told, else the first. */
  public Optional<String> best() {
    return hubs.stream()
        .filter(h -> h.regionMatches(true, 0, "https:", 0, 6))
        .findFirst()
        .or(() -> hubs.stream().findFirst());
  }
}
