package stet.ingest;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import stet.ingest.warc.ByteSource;
import stet.ingest.warc.RecordWalk;
import stet.ingest.warc.WalkItem;

/**
 * The records that a CDX or CDXJ index names, in files beside it, or in {@code archive/} where the
 * index lies in {@code indexes/}. Folders that the index names are not followed.
 */
final class CdxReader implements Closeable {
  private static final int MAX_LINE = 1 << 16;

  private final Path index;
  private final long maxBlock;
  private final BufferedReader in;
  private String columns = "";
  private int number;

  CdxReader(Path index, long maxBlock) throws IOException {
    this.index = index;
    this.maxBlock = maxBlock;
    InputStream raw = Files.newInputStream(index);
    try {
      boolean gzip = Names.name(index).endsWith(".gz");
      this.in =
          new BufferedReader(
              new InputStreamReader(gzip ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8));
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * What a line names.
   *
   * @param file where the record lies
   * @param item what lies there; null where nothing does
   * @param problem why not; empty where something does
   */
  record Named(Path file, @Nullable WalkItem item, String problem) {}

  /** What the next line names, null at the end. */
  @Nullable Named next() throws IOException {
    for (String line = line(); line != null; line = line()) {
      number++;
      if (line.startsWith(" CDX ")) {
        columns = line.substring(5).strip();
      } else if (!line.isBlank() && !line.startsWith("!") && !line.startsWith("@")) {
        Optional<CdxLine> read =
            line.contains("{") ? CdxLine.ofJson(line) : CdxLine.ofColumns(line, columns);
        return read.isPresent() ? record(read.get()) : problem(index, "names no WARC file");
      }
    }
    return null;
  }

  /** A line, cut where it is too long to be one. */
  private @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < MAX_LINE) {
        line.append((char) c);
      }
      c = in.read();
    }
    return line.toString();
  }

  private Named problem(Path file, String what) {
    return new Named(file, null, "line " + number + " " + what);
  }

  private Named record(CdxLine line) {
    Path file = beside(line.file());
    if (!Files.isRegularFile(file)) {
      return problem(file, "names '" + line.file() + "', which is not beside it");
    }
    try (RecordWalk walk = RecordWalk.open(ByteSource.of(file), line.place(), maxBlock)) {
      WalkItem item = walk.next();
      return item == null || !item.place().equals(line.place())
          ? problem(file, "names a place in '" + line.file() + "' where no record begins")
          : new Named(file, item, "");
    } catch (IOException e) {
      return problem(file, "names '" + line.file() + "': " + FileFinder.reason(e));
    }
  }

  private Path beside(String name) {
    Path beside = index.resolveSibling(name);
    Path folder = index.toAbsolutePath().normalize().getParent();
    if (!Files.exists(beside) && folder != null && Names.name(folder).equals("indexes")) {
      return folder.resolveSibling("archive").resolve(name);
    }
    return beside;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
