package stet.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;

/** Takes in what was fetched; the flow through archive, extraction and timeline. */
@FunctionalInterface
public interface CaptureSink {
  /**
   * Takes in the captures of some fetches. When this returns they are on disk. When it throws, the
   * watch pauses and hands over the same ones again.
   *
   * @param batch few enough to be held in memory together
   * @return one for each, in their order
   * @throws IOException when they cannot be written, such as on a full disk
   */
  List<Taken> accept(List<Fetched> batch) throws IOException;

  /**
   * What one check brought.
   *
   * @param uri the address that is tracked
   * @param list whether it is a feed, a sitemap or a section page rather than an article
   * @param captures each request's, redirects first; never empty
   */
  record Fetched(String uri, boolean list, List<Capture> captures) {
    public Fetched {
      captures = List.copyOf(captures);
    }

    /** How many bytes it holds. */
    public long size() {
      return captures.stream().mapToLong(c -> c.payload().size() + 1024).sum();
    }
  }

  /**
   * What became of it.
   *
   * @param showed what the page showed
   * @param published when the article says it was published; null when it does not say or is none
   * @param detail why it shows no article, one line; empty otherwise
   */
  record Taken(Showed showed, @Nullable Instant published, String detail) {
    /** For what shows no article. */
    public static Taken of(Showed showed, String detail) {
      return new Taken(showed, null, detail);
    }
  }

  /** What a check showed. */
  enum Showed {
    /** An article, for the first time. */
    FIRST,
    /** Another text than the last check that showed one. */
    CHANGED,
    /** The same text. */
    UNCHANGED,
    /** No article: an error, a block or consent page, nothing. */
    NO_ARTICLE
  }
}
