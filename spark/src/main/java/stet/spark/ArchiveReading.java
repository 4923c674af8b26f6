package stet.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.ingest.EarlierPayloads;
import stet.ingest.Found;
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
  /** A capture, or a problem with the file. */
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
          .add("shot", DataTypes.BinaryType);

  /** What a spooled line is: a capture, or a problem. */
  private record Line(String problem, @Nullable Shot shot) {}

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
      Path folder = Files.createTempDirectory("stet-archive");
      try {
        read(file, folder, spool);
      } finally {
        remove(folder);
      }
      return rows(file, spool.iterator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** A file that cannot be read costs nothing but itself. */
  private void read(String file, Path folder, Spool spool) throws IOException {
    Path local;
    try {
      local = local(file, folder);
    } catch (IOException e) {
      spool.add(RecordCodec.write(new Line("cannot be fetched: " + e.getMessage(), null)));
      return;
    }
    WebArchives archives = WebArchives.under(List.of(local), Selection.ALL, maxSize);
    if (archives.isEmpty()) {
      spool.add(RecordCodec.write(new Line("is no WARC, ARC or WACZ file by its name", null)));
    }
    archives.read(EarlierPayloads.NONE, found -> spool.add(RecordCodec.write(line(found))));
  }

  /** Archives of other file systems are read on the worker's own disk. */
  private Path local(String file, Path folder) throws IOException {
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(file);
    FileSystem system = remote.getFileSystem(hadoop);
    if (system.getUri().getScheme().equals("file")) {
      return Path.of(remote.toUri().getPath());
    }
    Path local = folder.resolve(remote.getName());
    system.copyToLocalFile(false, remote, new org.apache.hadoop.fs.Path(local.toUri()), true);
    return local;
  }

  private Line line(Found found) throws IOException {
    if (found instanceof Found.Refused refused) {
      return new Line(refused.why(), null);
    }
    Capture capture = ((Found.Page) found).capture();
    Reading reading = pages.of(capture, capture.contentEncoding());
    return new Line("", new Shot(Seen.of(capture, name(capture), 0), Told.of(capture, reading)));
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
    Shot shot = line.shot();
    if (shot == null) {
      return RowFactory.create(
          file, place, line.problem(), null, null, null, null, null, null, null);
    }
    Told told = shot.told();
    Optional<AddressPair> hint = told.hint();
    return RowFactory.create(
        file,
        place,
        null,
        told.address(),
        TwinAddresses.key(told.address()),
        told.claim().map(c -> TwinAddresses.key(c.from())).orElse(null),
        told.claim().map(c -> TwinAddresses.key(c.to())).orElse(null),
        hint.map(AddressPair::from).orElse(null),
        hint.map(AddressPair::to).orElse(null),
        RecordCodec.write(shot));
  }
}
