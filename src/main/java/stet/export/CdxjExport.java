package stet.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import stet.archive.StoredRecord.StoredCapture;

/**
 * A CDXJ index of the collection's own WARC files, as they lie in {@code snapshots/}: with it, a
 * replay program serves them where they are.
 */
public final class CdxjExport {
  private CdxjExport() {}

  /**
   * Writes the file; it is put in its place when it is complete.
   *
   * @throws IOException when it cannot be written
   */
  public static Exported write(Iterator<ExportedArticle> articles, Path output) throws IOException {
    int count = 0;
    long captures = 0;
    try (WorkFolder work = WorkFolder.beside(output)) {
      SortedLines lines = new SortedLines(work.path());
      while (articles.hasNext()) {
        count++;
        for (StoredCapture capture : articles.next().captures()) {
          if (CdxjLine.isIndexed(capture.capture())) {
            lines.add(CdxjLine.of(capture));
            captures++;
          }
        }
      }
      Path whole = work.file("whole");
      try (BufferedWriter out = Files.newBufferedWriter(whole)) {
        lines.writeTo(out);
      }
      long bytes = Files.size(whole);
      WorkFolder.put(whole, output);
      return new Exported(count, captures, 1, bytes, List.of());
    }
  }
}
