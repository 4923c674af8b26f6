package stet.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;

/** All captures of articles in one WARC file (ISO 28500:2017). */
public final class WarcExport {
  private WarcExport() {}

  /**
   * Writes the file; it is put in its place when it is complete.
   *
   * @param clock tells the time of writing
   * @throws IOException when it cannot be written
   */
  public static Exported write(Iterator<ExportedArticle> articles, Path output, Clock clock)
      throws IOException {
    Count count = new Count();
    try (WorkFolder work = WorkFolder.beside(output)) {
      List<String> names = files(articles, work, clock, count);
      Path whole = work.file("whole");
      try (OutputStream out = Files.newOutputStream(whole)) {
        for (String name : names) {
          Files.copy(work.file(name), out);
        }
      }
      long bytes = Files.size(whole);
      WorkFolder.put(whole, output);
      return new Exported(count.articles, count.captures, 1, bytes, count.damaged);
    }
  }

  private static List<String> files(
      Iterator<ExportedArticle> articles, WorkFolder work, Clock clock, Count count)
      throws IOException {
    try (WarcFiles files = new WarcFiles(work.path(), clock, count)) {
      while (articles.hasNext()) {
        count.articles++;
        for (StoredCapture capture : articles.next().captures()) {
          files.add(capture.capture());
        }
      }
      return files.finish();
    }
  }

  /** Counts what was written. */
  static class Count implements WarcFiles.Written {
    int articles;
    long captures;
    final List<String> damaged = new ArrayList<>();

    @Override
    public void stored(StoredCapture capture) throws IOException {
      captures++;
    }

    @Override
    public void damaged(Capture capture, String why) {
      damaged.add("'" + capture.uri() + "' of " + capture.at() + ": " + why);
    }
  }
}
