package stet.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.ingest.warc.Place;
import stet.ingest.warc.PlaceIndex;
import stet.ingest.warc.RecordWalk;
import stet.ingest.warc.WalkItem;

/** Goes through files and indexes: what each of their records comes to, one after the other. */
abstract class RecordReading {
  private final List<Container> containers;
  private final RecordConverter converter;
  private final long maxBlock;
  private final RecordCounts counts;
  private final RedirectSteps redirects = new RedirectSteps();

  /**
   * @param containers gets the archives that were read, of which a spot's file is the number
   * @param maxBlock larger blocks are passed over, in bytes
   */
  RecordReading(
      List<Container> containers, RecordConverter converter, long maxBlock, RecordCounts counts) {
    this.containers = containers;
    this.converter = converter;
    this.maxBlock = maxBlock;
    this.counts = counts;
  }

  /** Takes a capture. */
  abstract void page(Capture capture, PlaceIndex.Spot spot, RecordNames names);

  /** Remembers a page that is not wanted: others may refer to it. */
  abstract void passedOver(PlaceIndex.Spot spot, RecordNames names);

  /**
   * Takes a capture whose bytes are in another record.
   *
   * @return whether they are at hand
   */
  abstract boolean referring(Revisit revisit, PlaceIndex.Spot spot);

  /** Takes what is wrong with a file, in one line. */
  abstract void refused(Path file, String why);

  /** Does what can be done only when all was read. */
  abstract void end();

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

  final void file(Path file) {
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
    tell(file, troubles);
  }

  final void index(Path index) {
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
    tell(index, troubles);
  }

  private int number(Path file) {
    Container container = new Container(file, "");
    int last = containers.size() - 1;
    if (last < 0 || !containers.get(last).equals(container)) {
      containers.add(container);
    }
    return containers.size() - 1;
  }

  private void tell(Path file, Troubles troubles) {
    if (!troubles.first.isEmpty()) {
      refused(file, troubles.line());
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
    take(record, new PlaceIndex.Spot(number, record.place()), troubles);
  }

  private void take(WalkItem.Found record, PlaceIndex.Spot spot, Troubles troubles) {
    Converted converted = converter.convert(record, containers.get(spot.file()).name());
    if (converted instanceof Converted.Refers refers) {
      Capture capture = told(refers.revisit().capture(), spot);
      if (referring(refers.revisit().from(capture.source()), spot)) {
        troubles.kept++;
      }
      return;
    }
    RecordNames names =
        record.fields().type().equals("revisit")
            ? RecordNames.NONE
            : RecordNames.of(record.fields());
    if (converted instanceof Converted.Kept kept) {
      counts.addKept();
      troubles.kept++;
      page(told(kept.capture(), spot), spot, names);
    } else if (converted instanceof Converted.Skipped skipped) {
      counts.addSkipped(skipped.reason());
      if (skipped.page()) {
        passedOver(spot, names);
      }
    }
  }

  /** With the redirect that led there, among what stands before it in the same file. */
  private Capture told(Capture capture, PlaceIndex.Spot spot) {
    return redirects.told(capture, containers.get(spot.file()).file());
  }
}
