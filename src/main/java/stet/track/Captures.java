package stet.track;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcArchive;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Erasure;
import stet.capture.Exchange;
import stet.capture.Payload;
import stet.store.CaptureTable;
import stet.store.PayloadTable;
import stet.store.Tables;
import stet.store.WithheldTable;
import stet.timeline.CaptureRef;
import stet.timeline.Marks;
import stet.timeline.PagePictures;
import stet.timeline.Sighting;
import stet.timeline.TrackedArticle;

/** Captures as archived. */
public final class Captures {
  private final WarcArchive archive;
  private final Tables tables;
  private final CaptureTable table;
  private final PayloadTable payloads;
  private final WithheldTable withheld;
  private final Marks marks;

  Captures(WarcArchive archive, Tables tables, Marks marks) {
    this.marks = marks;
    this.archive = archive;
    this.tables = tables;
    this.table = tables.captures();
    this.payloads = tables.payloads();
    this.withheld = tables.withheld();
  }

  /** How many there are, of all articles. */
  public long count() {
    return table.count();
  }

  /** Whether there is a capture of that address at that time. */
  public boolean has(String uri, Instant at) {
    return !table.find(uri, at).isEmpty();
  }

  /**
   * The capture of that address at that time; the first of several, and none that is withheld.
   *
   * @throws IOException when it cannot be read
   */
  public Optional<Capture> find(String uri, Instant at) throws IOException {
    for (WarcLocation location : table.find(uri, at)) {
      Capture capture = archive.read(location).capture();
      if (withheld.at(location).isEmpty() && withheld.taken(capture.payload().digest()).isEmpty()) {
        return Optional.of(capture);
      }
    }
    return Optional.empty();
  }

  /** Where the captures of the article of that number lie, in the order of time. */
  public List<WarcLocation> of(long article) {
    return table.locations(article);
  }

  /**
   * Those of an article in which an address of it gave a page of its own, in the order of time.
   * Redirects, errors and failures are none.
   */
  public List<CaptureTable.Page> pages(long article) {
    return table.pages(article);
  }

  /**
   * A capture and what it showed.
   *
   * @param uri its address
   * @param status of the answer; null where none is known
   * @param sighting what it showed
   * @param version number of the version that it shows; null where it shows none
   */
  public record Seen(
      String uri, @Nullable Integer status, Sighting sighting, @Nullable Integer version) {}

  /** The captures of the article of that number, steps of redirects included, oldest first. */
  public List<Seen> seen(long article) {
    List<Sighting> sightings = table.sightings(article);
    List<CaptureTable.Request> requests = table.requests(article);
    List<Seen> seen = new ArrayList<>();
    int version = 0;
    String open = "";
    for (int i = 0; i < sightings.size(); i++) {
      Sighting.Shown shown = sightings.get(i).shown();
      if (shown != null && !shown.compared().equals(open)) {
        version++;
        open = shown.compared();
      }
      CaptureTable.Request request = requests.get(i);
      seen.add(
          new Seen(
              request.uri(), request.status(), sightings.get(i), shown == null ? null : version));
    }
    return seen;
  }

  /** The redirect of an address that came last in that time, both ends included. */
  public Optional<CaptureTable.Redirect> redirect(String uri, Instant from, Instant until) {
    return table.redirects(uri).stream()
        .filter(r -> !r.at().isBefore(from) && !r.at().isAfter(until))
        .max(Comparator.comparing(CaptureTable.Redirect::at));
  }

  /**
   * The content codings in which a capture's payload came, in the order applied; empty where there
   * were none. A response that only confirms earlier bytes does not say how those were coded.
   */
  public String encoding(Capture capture) {
    return capture.exchange() instanceof Exchange.Http http && http.status() != 304
        ? capture.contentEncoding()
        : payloads.encoding(capture.payload().digest());
  }

  /**
   * The digest of the block of a capture's record, {@code sha256:<hex>}; empty where it names none.
   *
   * @throws IOException when it cannot be read
   */
  public String blockDigest(WarcLocation location) throws IOException {
    return archive.blockDigest(location);
  }

  /**
   * Reads a capture; its payload can be opened as often as needed. Of one that is withheld a
   * tombstone is given, whose payload says why and since when and which digest the bytes have.
   *
   * @throws IOException when it cannot be read
   */
  public StoredCapture read(WarcLocation location) throws IOException {
    StoredCapture stored = archive.read(location);
    return withheld
        .at(location)
        .or(() -> withheld.taken(stored.capture().payload().digest()))
        .map(by -> tombstone(stored, "Withheld: " + by.words() + ".\n"))
        .orElseGet(() -> quoted(stored));
  }

  /** Bytes are whole texts. */
  private StoredCapture quoted(StoredCapture stored) {
    boolean quoted =
        !marks.basis().isEmpty()
            && stored.capture().payload().size() > 0
            && withheld
                .outlet(stored.capture(), stored.location())
                .filter(marks::quotes)
                .isPresent();
    return quoted
        ? tombstone(stored, "Of this outlet's pages only what changed is published here.\n")
        : stored;
  }

  /**
   * What a browser was given to show a page, but for what is withheld.
   *
   * @param page where the page's capture lies
   * @throws IOException when it cannot be read
   */
  public List<Capture> parts(WarcLocation page) throws IOException {
    return archive.parts(page).stream()
        .map(StoredCapture::capture)
        .filter(part -> withheld.taken(part.payload().digest()).isEmpty())
        .toList();
  }

  /** Pictures of pages that may be shown, for the thread that has the collection. */
  public PagePictures pictures() {
    return Pictures.lookedUp(archive, tables, marks);
  }

  /** The same as they are now, for several threads. */
  public PagePictures allPictures() {
    return Pictures.all(archive, tables, marks);
  }

  /**
   * The picture of the page of a capture, as a capture of its own.
   *
   * @return empty where none was taken, or it may not be shown
   * @throws IOException when it cannot be read
   */
  public Optional<Capture> picture(TrackedArticle article, CaptureRef page) throws IOException {
    return Pictures.lookedUp(archive, tables, marks).capture(article, page);
  }

  /** Why and since when a capture is withheld; empty where it is not. */
  public Optional<Erasure> withheld(WarcLocation location) {
    return withheld.at(location);
  }

  private static StoredCapture tombstone(StoredCapture stored, String why) {
    Capture c = stored.capture();
    String text =
        why
            + "What was captured here is shown to nobody. Its bytes have the digest "
            + c.payload().digest().labelled()
            + ".\n";
    Payload payload = Payload.of(text.getBytes(StandardCharsets.UTF_8));
    Capture shown =
        new Capture(
            c.uri(), c.at(), c.ordinal(), "text/plain; charset=utf-8", payload, source(c.source()));
    return new StoredCapture(stored.location(), stored.location(), shown);
  }

  /** A headline that an index beside the file stated is text of the page, too. */
  private static CaptureSource source(CaptureSource source) {
    return source instanceof CaptureSource.SavedFile f
        ? new CaptureSource.SavedFile(f.name(), f.time(), "")
        : source;
  }
}
