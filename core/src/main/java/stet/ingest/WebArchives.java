package stet.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stet.capture.Capture;
import stet.ingest.warc.PlaceIndex;
import stet.ingest.warc.RecordWalk;
import stet.ingest.warc.WalkItem;

/**
 * Web archives on disk as a stream of captures: WARC and ARC files, WACZ files, and the records
 * that a CDX or CDXJ index names. Records are read one after the other; of all that was read only
 * the places of pages are remembered, for the revisit records that refer to them.
 */
public final class WebArchives {
  /** Room for the heads of a record and of the response in it, beside the page. */
  private static final long HEADS = 1 << 20;

  private final ArchiveFinder paths;
  private final RecordConverter converter;
  private final long maxBlock;
  private final List<Container> containers = new ArrayList<>();
  private final RecordCounts counts = new RecordCounts();

  private WebArchives(ArchiveFinder paths, Selection selection, long maxSize) {
    this.paths = paths;
    this.converter = new RecordConverter(selection, maxSize);
    this.maxBlock = maxSize + HEADS;
  }

  /**
   * Looks for archives among {@code paths} and in folders, by the names of files.
   *
   * @param maxSize the largest page taken, in bytes
   */
  public static WebArchives under(List<Path> paths, Selection selection, long maxSize) {
    return new WebArchives(new ArchiveFinder(paths), selection, maxSize);
  }

  /** Those of the paths that may be or hold saved pages. */
  public List<Path> others() {
    return paths.others();
  }

  /** Whether there is nothing to read. */
  public boolean isEmpty() {
    return paths.archives().isEmpty() && paths.indexes().isEmpty();
  }

  /**
   * Reads everything once. Of a damaged file all is taken that can be read, and one {@link
   * Found.Refused} says what cannot.
   *
   * @param collection what the collection has already
   * @return what became of the records
   * @throws IOException when {@code sink} throws it
   */
  public RecordCounts read(EarlierPayloads collection, Sink sink) throws IOException {
    read(paths.indexes(), new WholeReading(new Revisits(containers, collection, maxBlock), sink));
    return counts;
  }

  /**
   * Reads all archives once, and no index, each record for itself: which bytes a revisit record
   * refers to is for those to find who know what all files hold.
   *
   * @throws IOException when {@code sink} throws it
   */
  public void readApart(Apart.Sink sink) throws IOException {
    read(List.of(), new ApartReading(sink));
  }

  /**
   * The capture at a place of a file, as it was when it was read; empty where none is there.
   *
   * @throws IOException when the file cannot be read
   */
  public static Optional<Capture> captureAt(Path file, Apart.Where where, long maxSize)
      throws IOException {
    Container container = new Container(file, where.entry());
    try (RecordWalk walk = RecordWalk.open(container.open(), where.place(), maxSize + HEADS)) {
      return walk.next() instanceof WalkItem.Found found
              && new RecordConverter(Selection.ALL, maxSize + HEADS).convert(found, "")
                  instanceof Converted.Kept kept
          ? Optional.of(kept.capture())
          : Optional.empty();
    }
  }

  private void read(List<Path> indexes, RecordReading reading) throws IOException {
    try {
      paths.archives().forEach(reading::file);
      indexes.forEach(reading::index);
      reading.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What goes wrong in a sink is not the file's fault, and must end the reading. */
  private interface Handing {
    void hand() throws IOException;

    static void now(Handing handing) {
      try {
        handing.hand();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final class ApartReading extends RecordReading {
    private final Apart.Sink sink;

    ApartReading(Apart.Sink sink) {
      super(containers, converter, maxBlock, counts);
      this.sink = sink;
    }

    private void hand(Apart found) {
      Handing.now(() -> sink.take(found));
    }

    @Override
    void page(Capture capture, PlaceIndex.Spot spot, RecordNames names) {
      String entry = containers.get(spot.file()).entry();
      hand(new Apart.Page(capture, new Apart.Where(entry, spot.place()), names));
    }

    @Override
    void passedOver(PlaceIndex.Spot spot, RecordNames names) {}

    @Override
    boolean referring(Revisit revisit, PlaceIndex.Spot spot) {
      hand(new Apart.Referring(revisit));
      return false;
    }

    @Override
    void refused(Path file, String why) {
      hand(new Apart.Refused(why));
    }

    @Override
    void end() {}
  }

  private final class WholeReading extends RecordReading {
    private final Revisits revisits;
    private final Sink sink;
    private long unresolved;

    WholeReading(Revisits revisits, Sink sink) {
      super(containers, converter, maxBlock, counts);
      this.revisits = revisits;
      this.sink = sink;
    }

    private void hand(Found found) {
      Handing.now(() -> sink.take(found));
    }

    private void give(Capture capture, PlaceIndex.Spot spot) {
      String name = containers.get(spot.file()).name();
      hand(new Found.Page(capture.uri() + " in " + name, capture));
    }

    @Override
    void page(Capture capture, PlaceIndex.Spot spot, RecordNames names) {
      revisits.add(spot, names);
      give(capture, spot);
    }

    @Override
    void passedOver(PlaceIndex.Spot spot, RecordNames names) {
      revisits.add(spot, names);
    }

    @Override
    void refused(Path file, String why) {
      hand(new Found.Refused(Names.subject(file), why));
    }

    @Override
    boolean referring(Revisit revisit, PlaceIndex.Spot spot) {
      Optional<Capture> capture = bytesOf(revisit);
      if (capture.isPresent()) {
        counts.addKept();
        give(capture.get(), spot);
      } else {
        revisits.postpone(spot, revisit);
      }
      return capture.isPresent();
    }

    /** A record that refers to one that cannot be read is as good as one that refers to nothing. */
    private Optional<Capture> bytesOf(Revisit revisit) {
      try {
        return revisits.resolve(revisit);
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    /** The records whose bytes came later, or never. */
    @Override
    void end() {
      for (Revisits.Pending pending : revisits.pending()) {
        Optional<Capture> capture = again(pending);
        if (capture.isPresent()) {
          counts.addKept();
          give(capture.get(), pending.spot());
        } else {
          counts.addSkipped(RecordConverter.UNRESOLVED);
          unresolved++;
        }
      }
      if (unresolved > 0) {
        PlaceIndex.Spot first = revisits.pending().get(0).spot();
        refused(containers.get(first.file()).file(), unresolved(unresolved));
      }
    }

    private Optional<Capture> again(Revisits.Pending pending) {
      String name = containers.get(pending.spot().file()).name();
      try {
        return revisits
            .record(pending.spot())
            .map(record -> converter.convert(record, name))
            .flatMap(
                converted ->
                    converted instanceof Converted.Refers refers
                        ? bytesOf(refers.revisit().from(pending.source()))
                        : Optional.empty());
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * What to say of a file in which records refer to others that are nowhere.
   *
   * @param records how many do
   */
  public static String unresolved(long records) {
    return "has "
        + records
        + (records == 1 ? " record that refers" : " records that refer")
        + " to pages in files that are not here; import those files too";
  }
}
