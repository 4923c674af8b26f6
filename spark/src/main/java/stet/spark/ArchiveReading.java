package stet.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.ingest.Apart;
import stet.ingest.RecordNames;
import stet.ingest.Revisit;
import stet.ingest.Selection;
import stet.ingest.WebArchives;
import stet.story.AddressPair;
import stet.story.Engine;
import stet.story.PageReading;
import stet.story.Reading;
import stet.story.Screening;
import stet.story.Seen;
import stet.story.Told;
import stet.story.TwinAddresses;

/** Reads one web archive: its captures as rows, and what is wrong with it. */
final class ArchiveReading {
  /**
   * A capture; or one whose bytes are in another record, as {@code revisit}; or a problem with the
   * file. {@code digest} and {@code named} are the names by which others may refer to a capture, or
   * by which a revisit refers to another; {@code spot} is where the capture's record lies.
   */
  static final StructType SCHEMA =
      new StructType()
          .add("file", DataTypes.StringType, false)
          .add("place", DataTypes.LongType, false)
          .add("problem", DataTypes.StringType)
          .add("address", DataTypes.StringType)
          .add("node", DataTypes.StringType)
          .add("claim_from", DataTypes.StringType)
          .add("claim_to", DataTypes.StringType)
          .add("hint_from", DataTypes.StringType)
          .add("hint_to", DataTypes.StringType)
          .add("shot", DataTypes.BinaryType)
          .add("digest", DataTypes.StringType)
          .add("named", DataTypes.StringType)
          .add("spot", DataTypes.BinaryType)
          .add("revisit", DataTypes.BinaryType);

  private static final RecordNames NAMELESS = new RecordNames("", "");

  /** What a spooled line is: a capture, one without its bytes, or a problem. */
  private record Line(
      @Nullable String problem,
      @Nullable Shot shot,
      RecordNames names,
      Apart.@Nullable Where where,
      @Nullable Revisit revisit) {}

  private final Configuration hadoop;
  private final long maxSize;
  private final PageReading pages;

  /**
   * @param maxSize the largest page taken, in bytes
   */
  ArchiveReading(Configuration hadoop, long maxSize) {
    this.hadoop = hadoop;
    this.maxSize = maxSize;
    this.pages = new PageReading(Engine.standard().extractor(), Screening.NONE);
  }

  /**
   * The rows of one file.
   *
   * @param file its address in whatever file system
   */
  Iterator<Row> rows(String file) {
    try {
      Spool spool = new Spool();
      read(file, spool);
      return rows(file, spool.iterator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a file of that name, or at that address, is one of those that are read. */
  static boolean isArchive(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(w?arc(\\.gz)?|wacz)");
  }

  /** A file that cannot be read costs nothing but itself. */
  private void read(String file, Spool spool) throws IOException {
    if (!isArchive(file)) {
      spool.add(RecordCodec.write(problem("is no WARC, ARC or WACZ file by its name")));
      return;
    }
    FetchedArchive fetched;
    try {
      fetched = FetchedArchive.of(file, hadoop);
    } catch (IOException e) {
      spool.add(RecordCodec.write(problem("cannot be fetched: " + e.getMessage())));
      return;
    }
    try (fetched) {
      WebArchives archives = WebArchives.under(List.of(fetched.path()), Selection.ALL, maxSize);
      archives.readApart(found -> spool.add(RecordCodec.write(line(found))));
    }
  }

  private static Line problem(String what) {
    return new Line(what, null, NAMELESS, null, null);
  }

  private Line line(Apart found) throws IOException {
    if (found instanceof Apart.Page page) {
      return new Line(null, shot(page.capture()), page.names(), page.place(), null);
    } else if (found instanceof Apart.Referring referring) {
      Revisit revisit = referring.revisit();
      return new Line(null, null, revisit.names(), null, revisit);
    }
    return problem(((Apart.Refused) found).why());
  }

  /** What one capture says by itself. */
  Shot shot(Capture capture) throws IOException {
    Reading reading = pages.of(capture, capture.contentEncoding());
    return new Shot(Seen.of(capture, name(capture), 0), Told.of(capture, reading));
  }

  private static String name(Capture capture) {
    return capture.source() instanceof CaptureSource.WarcRecord record ? record.name() : "";
  }

  private static Iterator<Row> rows(String file, Iterator<byte[]> lines) {
    return new Iterator<>() {
      private long place;

      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public Row next() {
        return row(file, place++, RecordCodec.read(lines.next(), Line.class));
      }
    };
  }

  private static Row row(String file, long place, Line line) {
    RecordNames names = line.names();
    Revisit revisit = line.revisit();
    Apart.Where where = line.where();
    return row(
        file,
        place,
        line.problem(),
        line.shot(),
        names.digest().isEmpty() ? null : names.digest(),
        names.address().isEmpty() ? null : names.address(),
        where == null ? null : RecordCodec.write(where),
        revisit == null ? null : RecordCodec.write(revisit));
  }

  /**
   * A row of {@link #SCHEMA}.
   *
   * @param rest the columns after the capture
   */
  static Row row(
      String file,
      long place,
      @Nullable String problem,
      @Nullable Shot shot,
      @Nullable Object... rest) {
    @Nullable Object[] cells = new @Nullable Object[SCHEMA.length()];
    cells[0] = file;
    cells[1] = place;
    cells[2] = problem;
    if (shot != null) {
      Told told = shot.told();
      Optional<AddressPair> hint = told.hint();
      cells[3] = told.address();
      cells[4] = TwinAddresses.key(told.address());
      cells[5] = told.claim().map(c -> TwinAddresses.key(c.from())).orElse(null);
      cells[6] = told.claim().map(c -> TwinAddresses.key(c.to())).orElse(null);
      cells[7] = hint.map(AddressPair::from).orElse(null);
      cells[8] = hint.map(AddressPair::to).orElse(null);
      cells[9] = RecordCodec.write(shot);
    }
    System.arraycopy(rest, 0, cells, 10, rest.length);
    return RowFactory.create(cells);
  }
}
