package stet.withhold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.capture.Digest;
import stet.withhold.Withheld.Scope;

/**
 * All that is withheld in a collection, and what follows from it for one page. It is asked where a
 * page is read for the index, and nowhere else: what it takes out never reaches the index.
 *
 * @param marks in the order in which they were asked for
 */
public record Withholding(List<Withheld> marks) {
  /** Nothing is withheld. */
  public static final Withholding NONE = new Withholding(List.of());

  public Withholding {
    marks = List.copyOf(marks);
  }

  /**
   * A page as it was read.
   *
   * @param addresses under which its capture may count, normalised
   * @param payload digest of its bytes as they came
   * @param bytes without their content coding; null where there is nobody to read them
   * @param mediaType as declared
   * @param version what it shows; null where it is no article
   */
  public record Page(
      Collection<String> addresses,
      Digest payload,
      byte @Nullable [] bytes,
      String mediaType,
      @Nullable ArticleVersion version) {}

  /**
   * What is withheld of a page.
   *
   * @param by the takedown; of several one that takes the whole page, else the first
   * @param whole whether nothing of the page may be shown
   * @param version what may be shown of it; null where nothing may, or it shows no article
   */
  public record Found(Withheld by, boolean whole, @Nullable ArticleVersion version) {}

  /** A version with a tombstone in the place of each passage that one takedown takes. */
  public static ArticleVersion redacted(Withheld mark, ArticleVersion version) {
    return new Redaction(List.of(mark)).of(version);
  }

  /**
   * A version as rules are to judge it: its tombstones without their reasons and dates, which are
   * not the publisher's.
   */
  public ArticleVersion unspoken(ArticleVersion version) {
    List<String> tombstones =
        marks.stream()
            .filter(m -> m.scope() == Scope.PASSAGE)
            .map(Withheld::tombstone)
            .distinct()
            .toList();
    return tombstones.isEmpty() ? version : Redaction.unspoken(version, tombstones);
  }

  /** Whether nothing is. */
  public boolean isEmpty() {
    return marks.isEmpty();
  }

  /** The takedown of that number. */
  public Optional<Withheld> find(int id) {
    return marks.stream().filter(m -> m.id() == id).findFirst();
  }

  /** The same with one takedown put in the place of that with its number, or behind the others. */
  public Withholding with(Withheld mark) {
    List<Withheld> all = new ArrayList<>(marks);
    all.removeIf(m -> m.id() == mark.id());
    all.add(mark);
    all.sort((a, b) -> Integer.compare(a.id(), b.id()));
    return new Withholding(all);
  }

  /** The same without the takedown of that number. */
  public Withholding without(int id) {
    return new Withholding(marks.stream().filter(m -> m.id() != id).toList());
  }

  /** Those whose bytes were erased and must not come back. */
  public Withholding erased() {
    return new Withholding(marks.stream().filter(m -> m.erased() != null).toList());
  }

  /** Whether any takedown may concern captures under one of these addresses or with those bytes. */
  public boolean concerns(Collection<String> addresses, Digest payload) {
    return marks.stream().anyMatch(m -> concerns(m, addresses, payload));
  }

  private static boolean concerns(Withheld mark, Collection<String> addresses, Digest payload) {
    return mark.payloads().contains(payload.hex())
        || addresses.stream().anyMatch(mark.addresses()::contains);
  }

  /** What is withheld of a page; empty where all of it may be shown. */
  public Optional<Found> screen(Page page) {
    List<Withheld> own =
        marks.stream().filter(m -> concerns(m, page.addresses(), page.payload())).toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    return own.stream()
        .filter(m -> takesAll(m, page))
        .findFirst()
        .map(m -> new Found(m, true, null))
        .or(() -> passages(own.stream().filter(m -> m.scope() == Scope.PASSAGE).toList(), page));
  }

  private static boolean takesAll(Withheld mark, Page page) {
    return switch (mark.scope()) {
      case ARTICLE -> true;
      case VERSION ->
          mark.payloads().contains(page.payload().hex())
              || page.version() != null
                  && mark.states().contains(ArticleDigest.compared(page.version()));
      // What is to be erased is shown as it will be: the archive keeps no other words of it.
      case PASSAGE -> mark.erased() != null && mark.payloads().contains(page.payload().hex());
    };
  }

  private static Optional<Found> passages(List<Withheld> marks, Page page) {
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    ArticleVersion version = page.version();
    ArticleVersion shown = version == null ? null : new Redaction(marks).of(version);
    boolean changed = !Objects.equals(version, shown);
    List<String> texts =
        page.bytes() == null ? List.of() : PageText.of(page.bytes(), page.mediaType());
    Optional<Withheld> inBytes = marks.stream().filter(m -> m.isIn(texts)).findFirst();
    return changed || inBytes.isPresent()
        ? Optional.of(new Found(inBytes.orElse(marks.get(0)), false, shown))
        : Optional.empty();
  }

  /** The takedown whose words stand in bytes that belong to no article, such as a feed's. */
  public Optional<Withheld> saidBy(byte[] bytes, String mediaType) {
    List<String> texts = PageText.of(bytes, mediaType);
    return marks.stream().filter(m -> m.isIn(texts)).findFirst();
  }
}
