package stet.app;

import java.io.IOException;
import stet.capture.Capture;
import stet.capture.ContentCodings;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.fetch.FetchOutcome;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.DiscoveryReader;

/**
 * What an answer turns out to be: an article, a list of them, or neither.
 *
 * @param article whether an article can be read in it
 * @param headline of the article; empty where there is none
 * @param why why none can, in words; empty where one can
 * @param discovery what it is as a list
 */
record Look(boolean article, String headline, String why, Discovery discovery) {
  private static final int MOST_BYTES = 16 << 20;
  private static final int MANY_LINKS = 10;

  /** Looks at an answer that brought something. */
  static Look at(FetchOutcome.Answered answered, CollectionHome home) {
    try {
      Discovery discovery = DiscoveryReader.read(answered);
      if (isList(discovery)) {
        return new Look(false, "", "", discovery);
      }
      Capture last = answered.captures().get(answered.captures().size() - 1);
      Extraction read = extracted(last, home.settings().engine().extractor());
      if (isSection(discovery, answered.uri())) {
        return new Look(false, "", "it looks like a page that lists articles", discovery);
      }
      return read instanceof Extraction.Article article
          ? new Look(true, article.version().headline(), "", discovery)
          : new Look(false, "", ((Extraction.NotAnArticle) read).detail(), discovery);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever somebody's page does to who reads it, the other addresses go on.
      Discovery none = DiscoveryReader.read(new byte[0], "", answered.uri());
      return new Look(false, "", "it cannot be read", none);
    }
  }

  private static Extraction extracted(Capture capture, Extractor extractor) throws IOException {
    return ContentCodings.use(
        capture.payload(),
        capture.contentEncoding(),
        MOST_BYTES,
        decoded ->
            extractor.extract(
                new Page(capture.uri(), capture.mediaType(), capture.at(), "", decoded.bytes())));
  }

  /** Whether it is a list and cannot be taken for an article. */
  boolean isList() {
    return isList(discovery);
  }

  /** Teasers read like an article; what tells is where they stand and how many they are. */
  private static boolean isSection(Discovery discovery, String uri) {
    return discovery.kind() == Discovery.Kind.SECTION_PAGE
        && discovery.candidates().size() >= MANY_LINKS
        && !DiscoveryReader.namesStory(uri);
  }

  private static boolean isList(Discovery discovery) {
    return discovery.reach() != Discovery.Reach.REFUSED
        && switch (discovery.kind()) {
          case RSS, ATOM, JSON_FEED, NEWS_SITEMAP, SITEMAP, SITEMAP_INDEX, ADDRESS_LIST -> true;
          case SECTION_PAGE, UNKNOWN -> false;
        };
  }
}
