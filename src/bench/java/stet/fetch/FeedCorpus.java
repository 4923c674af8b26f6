package stet.fetch;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import crawlercommons.sitemaps.SiteMapParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.DiscoveryAddress;
import stet.fetch.discovery.DiscoveryReader;

/**
 * Reads a folder of feeds and sitemaps with stet's readers, with rome alone and with
 * crawler-commons alone, and prints how many of each kind were read. Run by {@code bench/feeds}.
 */
final class FeedCorpus {
  private static final String ADDRESS = "https://feeds.example/list";

  private final Map<String, int[]> rows = new TreeMap<>();
  private final boolean verbose;

  private FeedCorpus(boolean verbose) {
    this.verbose = verbose;
  }

  public static void main(String[] args) throws Exception {
    FeedCorpus corpus = new FeedCorpus(args.length > 1);
    long from = System.nanoTime();
    for (Path file : files(Path.of(args[0]))) {
      corpus.file(file);
    }
    corpus.print();
    System.out.printf("%n%.1f s in all%n", (System.nanoTime() - from) / 1e9);
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> !f.endsWith("SOURCE.txt"))
          .sorted()
          .toList();
    }
  }

  private void file(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Discovery d = DiscoveryReader.read(bytes, "", ADDRESS);
    int rome = rome(bytes);
    int sitemap = sitemap(bytes, file);
    for (String row : List.of(d.kind().id(), "~ all")) {
      int[] n = rows.computeIfAbsent(row, k -> new int[9]);
      n[0]++;
      n[1 + d.reach().ordinal()]++;
      n[4] += d.candidates().size() + d.children().size();
      n[5] += rome >= 0 ? 1 : 0;
      n[6] += Math.max(rome, 0);
      n[7] += sitemap >= 0 ? 1 : 0;
      n[8] += Math.max(sitemap, 0);
    }
    if (verbose) {
      System.out.println(
          String.join(
              "\t",
              file.toString(),
              d.kind().id(),
              d.reach().name(),
              d.candidates().size() + "",
              rome + "",
              sitemap + "",
              wellFormed(bytes) ? "wf" : "ill",
              d.reason()));
    }
  }

  private static boolean wellFormed(byte[] bytes) {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory
          .newSAXParser()
          .parse(
              new ByteArrayInputStream(bytes),
              new DefaultHandler() {
                @Override
                public InputSource resolveEntity(String publicId, String systemId) {
                  return new InputSource(new StringReader(""));
                }
              });
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  /** How many entries with a link rome finds; -1 where it gives up. */
  private static int rome(byte[] bytes) {
    try {
      SyndFeed feed =
          new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes), true));
      return (int)
          feed.getEntries().stream()
              .map(e -> e.getLink() != null ? e.getLink() : e.getUri())
              .flatMap(l -> DiscoveryAddress.resolve(ADDRESS, l == null ? "" : l).stream())
              .distinct()
              .count();
    } catch (Exception | StackOverflowError e) {
      return -1;
    }
  }

  private static int sitemap(byte[] bytes, Path file) {
    try {
      String name = file.toString().endsWith(".gz") ? "a.xml.gz" : "a.xml";
      var read = new SiteMapParser(false).parseSiteMap(bytes, URI.create(ADDRESS + name).toURL());
      if (read.isIndex()) {
        return ((crawlercommons.sitemaps.SiteMapIndex) read).getSitemaps().size();
      }
      return ((crawlercommons.sitemaps.SiteMap) read).getSiteMapUrls().size();
    } catch (Exception | StackOverflowError e) {
      return -1;
    }
  }

  private void print() {
    System.out.printf(
        "| %-13s | files | read | partly | refused | entries | rome reads | rome entries | crawler-commons reads | its entries |%n",
        "kind");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    rows.forEach(
        (kind, n) ->
            System.out.printf(
                "| %-13s | %d | %d | %d | %d | %d | %d | %d | %d | %d |%n",
                kind.replace("~ ", ""), n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]));
  }
}
