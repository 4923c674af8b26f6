package stet.track.takedown;

import java.io.IOException;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.ContentCodings;
import stet.capture.Erasure;
import stet.capture.Exchange;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.withhold.Withheld;
import stet.withhold.Withholding;

/**
 * Keeps what was erased from coming back unasked: such captures are not archived again, whether
 * they have the same bytes or the same words in others.
 */
public final class Refusal {
  private static final int MAX_BYTES = 16 << 20;

  private final Withholding erased;
  private final Extractor extractor;
  private final Function<Capture, Collection<String>> addresses;

  /**
   * @param withheld all takedowns
   * @param addresses under which a capture may count
   */
  public Refusal(
      Withholding withheld, Extractor extractor, Function<Capture, Collection<String>> addresses) {
    this.erased = withheld.erased();
    this.extractor = extractor;
    this.addresses = addresses;
  }

  /**
   * Those of a batch that are not to be archived, by identity, and why.
   *
   * @throws IOException when bytes cannot be read
   */
  public Map<Capture, Erasure> of(List<Capture> batch) throws IOException {
    Map<Capture, Erasure> refused = new IdentityHashMap<>();
    if (!erased.isEmpty()) {
      for (Capture capture : batch) {
        Optional<Erasure> by = of(capture);
        if (by.isPresent()) {
          refused.put(capture, by.get());
        }
      }
    }
    return refused;
  }

  private Optional<Erasure> of(Capture capture) throws IOException {
    CaptureSource.Role role =
        capture.source() instanceof CaptureSource.Live live ? live.role() : CaptureSource.Role.PAGE;
    boolean list = !role.ofArticle();
    if (capture.payload().size() == 0
        || !list && !erased.concerns(addresses.apply(capture), capture.payload().digest())) {
      return Optional.empty();
    }
    Optional<Withheld> known =
        erased.marks().stream()
            .filter(m -> m.payloads().contains(capture.payload().digest().hex()))
            .findFirst();
    if (known.isPresent()) {
      return known.map(m -> m.erasure("", ""));
    }
    return ContentCodings.use(
        capture.payload(),
        capture.contentEncoding(),
        MAX_BYTES,
        d ->
            list
                ? inList(capture, d.bytes())
                    .or(
                        () ->
                            role == CaptureSource.Role.PART
                                ? onPage(capture, d.bytes())
                                : Optional.empty())
                : onPage(capture, d.bytes()));
  }

  /** A feed may quote the words, and so may what a browser asked for. */
  private Optional<Erasure> inList(Capture capture, byte[] bytes) {
    return erased.saidBy(bytes, capture.mediaType()).map(m -> m.erasure("", ""));
  }

  private Optional<Erasure> onPage(Capture capture, byte[] bytes) {
    boolean answered =
        !(capture.exchange() instanceof Exchange.Http http)
            || http.status() == 200
            || http.status() == 203
            || http.status() == 304;
    ArticleVersion version = answered ? version(capture, bytes) : null;
    return erased
        .screen(
            new Withholding.Page(
                addresses.apply(capture),
                capture.payload().digest(),
                bytes,
                capture.mediaType(),
                version))
        .map(found -> found.by().erasure("", ""));
  }

  private @Nullable ArticleVersion version(Capture capture, byte[] bytes) {
    String title = capture.source() instanceof CaptureSource.SavedFile f ? f.title() : "";
    Page page = new Page(capture.uri(), capture.mediaType(), capture.at(), title, bytes);
    try {
      return extractor.extract(page) instanceof Extraction.Article article
          ? article.version()
          : null;
    } catch (RuntimeException | StackOverflowError e) {
      // A page that breaks the extractor shows no version; its bytes were looked through.
      return null;
    }
  }
}
