package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.Discovery.Kind;
import stet.fetch.discovery.Discovery.Reach;
import stet.fetch.discovery.DiscoveryAddress;
import stet.fetch.discovery.DiscoveryReader;

/** Real and broken feeds and sitemaps, where they lie beside the project. */
class FeedCorpusTest {
  private static final Path CORPUS = Path.of("../shared/data/feeds");
  private static final String ADDRESS = "https://feeds.example/list";
  // Outlines of subscriptions, which are no feeds, and a file without an element.
  private static final Set<String> NO_LISTS =
      Set.of("opml_1.0.xml", "opml_1.0_links.xml", "rss_empty_document.xml");

  @BeforeEach
  void corpusIsThere() {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), "no feeds in " + CORPUS);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files
          .filter(f -> Files.isRegularFile(f) && !f.endsWith("SOURCE.txt"))
          .sorted()
          .toList();
    }
  }

  private static Discovery read(Path file) throws IOException {
    return DiscoveryReader.read(Files.readAllBytes(file), "", ADDRESS);
  }

  @Test
  void countsByReachAreAsPinned() throws IOException {
    Map<Reach, Integer> counts = new EnumMap<>(Reach.class);
    int entries = 0;
    for (Path file : files()) {
      Discovery d = read(file);
      counts.merge(d.reach(), 1, Integer::sum);
      entries += d.candidates().size() + d.children().size();
    }
    Assumptions.assumeTrue(files().size() == 1142, "another set of feeds lies there");
    assertThat(counts).containsEntry(Reach.READ, 1008);
    assertThat(counts).containsEntry(Reach.PARTLY, 131);
    assertThat(counts).containsEntry(Reach.REFUSED, 3);
    assertThat(entries).isGreaterThanOrEqualTo(367);
  }

  @Test
  void everyWellFormedListIsReadToItsEnd() throws IOException {
    List<String> notRead = new ArrayList<>();
    for (Path file : files()) {
      Discovery d = read(file);
      String name = file.getFileName().toString();
      boolean wellFormed = file.toString().contains("/wellformed/");
      if (wellFormed && d.reach() != Reach.READ || d.reach() == Reach.REFUSED) {
        notRead.add(name);
      }
    }
    assertThat(notRead).containsExactlyInAnyOrderElementsOf(NO_LISTS);
  }

  /** Where another reader finds addresses, ours finds as many. */
  @Test
  void findsWhatRomeFinds() throws IOException {
    List<String> fewer = new ArrayList<>();
    for (Path file : files()) {
      Discovery d = read(file);
      if (d.kind() == Kind.RSS || d.kind() == Kind.ATOM) {
        long rome = rome(file);
        if (rome > d.candidates().size()) {
          fewer.add(file.getFileName() + " " + d.candidates().size() + " of " + rome);
        }
      }
    }
    assertThat(fewer)
        .containsExactlyInAnyOrder(
            // Entries without an address; rome takes their identifiers for relative ones.
            "http_content_language_entry_title_inherit_2.xml 0 of 1",
            "atom10_id.xml 0 of 1",
            // By its own words all its links are one, which takes all of xml:base to see.
            "atom_1.0_b.xml 1 of 4");
  }

  private static long rome(Path file) throws IOException {
    try {
      String text = new String(Files.readAllBytes(file), UTF_8);
      return new SyndFeedInput()
          .build(new StringReader(text)).getEntries().stream()
              .map(FeedCorpusTest::link)
              .flatMap(l -> DiscoveryAddress.resolve(ADDRESS, l).stream())
              .distinct()
              .count();
    } catch (FeedException | RuntimeException e) {
      return 0;
    }
  }

  private static String link(SyndEntry entry) {
    String link = entry.getLink() != null ? entry.getLink() : entry.getUri();
    return link == null ? "" : link;
  }
}
