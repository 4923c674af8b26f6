package stet.track;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import stet.archive.WarcArchive;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.capture.Payload;
import stet.store.Tables;
import stet.store.WithheldTable;
import stet.timeline.CaptureRef;
import stet.timeline.Marks;
import stet.timeline.PagePictures;
import stet.timeline.TrackedArticle;

/**
 * The pictures of a collection's pages that may be shown: none of a capture of which anything is
 * withheld, and none of an outlet that is only quoted.
 */
final class Pictures implements PagePictures {
  private final WarcArchive archive;
  private final Marks marks;
  private final Function<Digest, Optional<WarcLocation>> find;
  private final Predicate<Digest> withheld;

  private Pictures(
      WarcArchive archive,
      Marks marks,
      Function<Digest, Optional<WarcLocation>> find,
      Predicate<Digest> withheld) {
    this.archive = archive;
    this.marks = marks;
    this.find = find;
    this.withheld = withheld;
  }

  /** Those that are looked up one by one, by the thread that has the tables. */
  static Pictures lookedUp(WarcArchive archive, Tables tables, Marks marks) {
    return new Pictures(archive, marks, tables.pictures()::find, tables.withheld()::concerns);
  }

  /** Those that are there now, for the threads that make the pages of a report. */
  static Pictures all(WarcArchive archive, Tables tables, Marks marks) {
    Map<String, WarcLocation> byPage = tables.pictures().all();
    Set<String> hidden =
        byPage.isEmpty()
            ? Set.of()
            : tables.withheld().all().stream()
                .map(WithheldTable.Row::payload)
                .collect(Collectors.toSet());
    return new Pictures(
        archive,
        marks,
        page -> Optional.ofNullable(byPage.get(page.hex())),
        page -> hidden.contains(page.hex()));
  }

  @Override
  public Optional<Payload> of(TrackedArticle article, CaptureRef capture) throws IOException {
    return capture(article, capture).map(Capture::payload);
  }

  /** The picture as a capture of its own. */
  Optional<Capture> capture(TrackedArticle article, CaptureRef capture) throws IOException {
    Digest page = Digest.parse(capture.digest());
    Optional<WarcLocation> at = find.apply(page);
    if (at.isEmpty() || withheld.test(page)) {
      return Optional.empty();
    }
    boolean quoted = !marks.basis().isEmpty() && marks.quotes(article.outlet());
    return quoted || archive.isGone(at.get())
        ? Optional.empty()
        : Optional.of(archive.read(at.get()).capture());
  }
}
