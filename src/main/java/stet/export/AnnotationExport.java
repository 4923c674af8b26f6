package stet.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import stet.json.WebAnnotations;
import stet.notes.Annotation;
import stet.notes.Sheet;
import stet.notes.SheetRow;

/** What people said of revisions, as web annotations or as a table to be filled in. */
public final class AnnotationExport {
  private AnnotationExport() {}

  /** Writes content. */
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes web annotations.
   *
   * @param articles how many articles they are of
   * @throws IOException when the file cannot be written
   */
  public static Exported web(List<Annotation> annotations, int articles, Path output)
      throws IOException {
    return write(articles, output, out -> WebAnnotations.write(annotations, out));
  }

  /**
   * Writes a table with commas.
   *
   * @param rows are taken one by one
   * @param articles how many articles they are of
   * @throws IOException when the file cannot be written
   */
  public static Exported sheet(Iterable<SheetRow> rows, int articles, Path output)
      throws IOException {
    return write(articles, output, out -> Sheet.write(rows, out));
  }

  private static Exported write(int articles, Path output, Content content) throws IOException {
    try (WorkFolder work = WorkFolder.beside(output)) {
      Path whole = work.file("whole");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole))) {
        content.to(out);
      }
      long bytes = Files.size(whole);
      WorkFolder.put(whole, output);
      return new Exported(articles, 0, 1, bytes, List.of());
    }
  }
}
