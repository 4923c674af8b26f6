package stet.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.ingest.warc.Place;
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
    Reading reading = new Reading(new Revisits(containers, collection, maxBlock), sink);
    try {
      paths.archives().forEach(reading::file);
      paths.indexes().forEach(reading::index);
      reading.rest();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return counts;
  }

  /** What is wrong with one file, to be said in one line. */
  private static final class Troubles {
    private String first = "";
    private int more;
    private long kept;

    void add(String what) {
      if (first.isEmpty()) {
        first = what;
      } else {
        more++;
      }
    }

    String line() {
      String others = more == 0 ? "" : ", and so in " + more + " more places";
      return first + others + "; " + kept + (kept == 1 ? " capture" : " captures") + " of it kept";
    }
  }

  private final class Reading {
    private final Revisits revisits;
    private final Sink sink;
    private final RedirectSteps redirects = new RedirectSteps();
    private long unresolved;

    Reading(Revisits revisits, Sink sink) {
      this.revisits = revisits;
      this.sink = sink;
    }

    void file(Path file) {
      Troubles troubles = new Troubles();
      try {
        List<Container> found = Container.in(file);
        if (found.isEmpty()) {
          troubles.add("holds no WARC file");
        }
        for (Container container : found) {
          walk(container, troubles);
        }
      } catch (IOException e) {
        troubles.add("cannot be read: " + FileFinder.reason(e));
      }
      tell(Names.subject(file), troubles);
    }

    /** What goes wrong in the sink is not the file's fault, and must end the reading. */
    private void hand(Found found) {
      try {
        sink.take(found);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void tell(String subject, Troubles troubles) {
      if (!troubles.first.isEmpty()) {
        hand(new Found.Refused(subject, troubles.line()));
      }
    }

    private void walk(Container container, Troubles troubles) throws IOException {
      int number = containers.size();
      containers.add(container);
      try (RecordWalk walk = RecordWalk.open(container.open(), new Place(0, 0), maxBlock)) {
        WalkItem item = next(walk, troubles);
        while (item != null) {
          take(item, number, troubles);
          item = next(walk, troubles);
        }
      }
    }

    /** A file that fails while it is read must not take with it what came before. */
    private @Nullable WalkItem next(RecordWalk walk, Troubles troubles) {
      try {
        return walk.next();
      } catch (IOException e) {
        troubles.add("cannot be read to its end: " + FileFinder.reason(e));
        return null;
      }
    }

    private void take(WalkItem item, int number, Troubles troubles) {
      if (item instanceof WalkItem.Damaged damaged) {
        counts.addSeen(damaged.type().isEmpty() ? "unknown" : damaged.type());
        counts.addSkipped("is damaged");
        troubles.add(
            String.format(
                Locale.ROOT, "is damaged at byte %,d: %s", damaged.place().base(), damaged.what()));
        return;
      }
      WalkItem.Found record = (WalkItem.Found) item;
      counts.addSeen(record.fields().type());
      PlaceIndex.Spot spot = new PlaceIndex.Spot(number, record.place());
      Converted converted = converter.convert(record, containers.get(number).name());
      if (converted instanceof Converted.Refers refers) {
        resolve(refers, spot, troubles);
        return;
      }
      boolean page =
          converted instanceof Converted.Kept
              || converted instanceof Converted.Skipped skipped && skipped.page();
      if (page && !record.fields().type().equals("revisit")) {
        revisits.add(spot, record.fields());
      }
      give(converted, number, troubles);
    }

    private void give(Converted converted, int number, Troubles troubles) {
      if (converted instanceof Converted.Kept kept) {
        counts.addKept();
        troubles.kept++;
        Path file = containers.get(number).file();
        Capture capture = redirects.told(kept.capture(), file);
        hand(new Found.Page(capture.uri() + " in " + Names.name(file), capture));
      } else {
        counts.addSkipped(((Converted.Skipped) converted).reason());
      }
    }

    private void resolve(Converted.Refers refers, PlaceIndex.Spot spot, Troubles troubles) {
      Optional<Capture> capture = bytesOf(refers);
      if (capture.isPresent()) {
        give(new Converted.Kept(capture.get()), spot.file(), troubles);
      } else {
        revisits.postpone(spot);
      }
    }

    /** A record that refers to one that cannot be read is as good as one that refers to nothing. */
    private Optional<Capture> bytesOf(Converted.Refers refers) {
      try {
        return revisits.resolve(refers);
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    /** The records whose bytes came later, or never. */
    void rest() {
      Troubles troubles = new Troubles();
      for (PlaceIndex.Spot spot : revisits.pending()) {
        Optional<Capture> capture = again(spot);
        if (capture.isPresent()) {
          give(new Converted.Kept(capture.get()), spot.file(), troubles);
        } else {
          counts.addSkipped(RecordConverter.UNRESOLVED);
          unresolved++;
        }
      }
      if (unresolved > 0) {
        Path last = containers.get(revisits.pending().get(0).file()).file();
        hand(
            new Found.Refused(
                Names.subject(last),
                "has "
                    + unresolved
                    + (unresolved == 1 ? " record that refers" : " records that refer")
                    + " to pages in files that are not here; import those files too"));
      }
    }

    private Optional<Capture> again(PlaceIndex.Spot spot) {
      String name = containers.get(spot.file()).name();
      try {
        return revisits.record(spot).flatMap(r -> again(converter.convert(r, name)));
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    private Optional<Capture> again(Converted converted) {
      return converted instanceof Converted.Refers refers ? bytesOf(refers) : Optional.empty();
    }

    void index(Path index) {
      Troubles troubles = new Troubles();
      try (CdxReader reader = new CdxReader(index, maxBlock)) {
        CdxReader.Named named = reader.next();
        while (named != null) {
          if (named.item() == null) {
            troubles.add(named.problem());
          } else {
            take(named.item(), number(named.file()), troubles);
          }
          named = reader.next();
        }
      } catch (IOException e) {
        troubles.add("cannot be read to its end: " + FileFinder.reason(e));
      }
      tell(Names.subject(index), troubles);
    }

    private int number(Path file) {
      Container container = new Container(file, "");
      int last = containers.size() - 1;
      if (last < 0 || !containers.get(last).equals(container)) {
        containers.add(container);
      }
      return containers.size() - 1;
    }
  }
}
