package stet.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.ingest.Apart;
import stet.ingest.Revisit;
import stet.ingest.WebArchives;

/**
 * Reads the records that revisits refer to, and gives the captures that both together are: one file
 * and one record after the other, each once.
 */
final class Originals implements Iterator<Row> {
  private final Iterator<Row> revisits;
  private final Configuration hadoop;
  private final long maxSize;
  private final ArchiveReading reading;
  private String file = "";
  private @Nullable FetchedArchive archive;
  private long place = -1;
  private Optional<Capture> original = Optional.empty();

  /**
   * @param revisits rows of {@link RevisitStage#CHOSEN} in the order of the records they refer to
   */
  Originals(Iterator<Row> revisits, Configuration hadoop, long maxSize) {
    this.revisits = revisits;
    this.hadoop = hadoop;
    this.maxSize = maxSize;
    this.reading = new ArchiveReading(hadoop, maxSize);
  }

  @Override
  public boolean hasNext() {
    return revisits.hasNext();
  }

  @Override
  public Row next() {
    try {
      Row row = revisits.next();
      Optional<Capture> capture = Optional.empty();
      if (row.getAs("origin") != null) {
        Revisit revisit = RecordCodec.read(row.<byte[]>getAs("revisit"), Revisit.class);
        capture = original(row).map(revisit::with);
      }
      if (!revisits.hasNext()) {
        close();
      }
      Shot shot = capture.isPresent() ? reading.shot(capture.get()) : null;
      return RevisitStage.row(row, shot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that is there no more, or not whole, costs those that refer to it. */
  private Optional<Capture> original(Row row) throws IOException {
    String origin = row.getAs("origin");
    long at = row.<Long>getAs("origin_place");
    if (!origin.equals(file)) {
      close();
      file = origin;
      place = -1;
      archive = fetched(origin);
    }
    if (at != place) {
      place = at;
      original = read(RecordCodec.read(row.<byte[]>getAs("spot"), Apart.Where.class));
    }
    return original;
  }

  private @Nullable FetchedArchive fetched(String origin) {
    try {
      return FetchedArchive.of(origin, hadoop);
    } catch (IOException e) {
      return null;
    }
  }

  private Optional<Capture> read(Apart.Where where) {
    try {
      return archive == null
          ? Optional.empty()
          : WebArchives.captureAt(archive.path(), where, maxSize);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void close() throws IOException {
    if (archive != null) {
      archive.close();
      archive = null;
    }
  }
}
