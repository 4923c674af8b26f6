package stet.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Payload;

/**
 * Saved pages on disk as a stream of captures: single files, folders of them, and folders in the
 * layout {@code <article>/<NNN>__<UTC time>.<ext>[.gz]} with an optional {@code index.jsonl}.
 */
public final class SavedPages implements Iterable<Found> {
  private final List<SavedFile> files;
  private final List<Found.Refused> refused;
  private final long maxSize;

  private SavedPages(List<SavedFile> files, List<Found.Refused> refused, long maxSize) {
    this.files = files;
    this.refused = refused;
    this.maxSize = maxSize;
  }

  /**
   * Lists the pages under {@code paths}, in the order given and by name within folders. Nothing is
   * read yet but directories and indexes; links to elsewhere are not followed.
   */
  public static SavedPages under(List<Path> paths, ImportOptions options) {
    List<Found.Refused> refused = new ArrayList<>();
    List<SavedFile> files = new FileFinder(options, refused::add).find(paths);
    return new SavedPages(files, refused, options.maxSize());
  }

  /** How many pages there are to read. */
  public int size() {
    return files.size();
  }

  /** What was found but cannot be imported. */
  public List<Found.Refused> refused() {
    return refused;
  }

  /** Names of files whose capture time is only the file system's. */
  public List<String> timedByFile() {
    return files.stream()
        .filter(f -> f.basis() == CaptureSource.TimeBasis.FILE_TIME)
        .map(f -> f.subject() + " (" + f.at() + ")")
        .toList();
  }

  /** Reads the pages one after the other, each when it is asked for. */
  @Override
  public Iterator<Found> iterator() {
    Iterator<SavedFile> rest = files.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rest.hasNext();
      }

      @Override
      public Found next() {
        return read(rest.next());
      }
    };
  }

  private Found read(SavedFile file) {
    try (InputStream in = open(file)) {
      byte[] bytes = readUpTo(in, maxSize);
      if (bytes.length > maxSize) {
        return new Found.Refused(
            file.subject(), "is larger than " + maxSize + " bytes; raise import.max-size");
      }
      Optional<byte[]> page = Rewritten.is(bytes) ? Rewritten.clean(bytes) : Optional.of(bytes);
      if (page.isEmpty()) {
        return new Found.Refused(
            file.subject(), "is a page as a web archive shows it; import the archive's own file");
      }
      Capture capture =
          new Capture(
              file.uri(),
              file.at(),
              file.ordinal(),
              file.type().mediaType(),
              Payload.of(page.get()),
              new CaptureSource.SavedFile(Names.name(file.path()), file.basis(), file.title()));
      return new Found.Page(file.subject(), capture);
    } catch (IOException e) {
      return new Found.Refused(file.subject(), "cannot be read: " + FileFinder.reason(e));
    }
  }

  private static InputStream open(SavedFile file) throws IOException {
    InputStream in = Files.newInputStream(file.path());
    try {
      // An empty file is a failed capture that really happened, compressed or not.
      return file.type().gzipped() && Files.size(file.path()) > 0
          ? new GZIPInputStream(in, 1 << 16)
          : in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Reads at most one byte more than {@code limit}. */
  private static byte[] readUpTo(InputStream in, long limit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (out.size() <= limit) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, limit + 1 - out.size()));
      if (n < 0) {
        break;
      }
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }
}
