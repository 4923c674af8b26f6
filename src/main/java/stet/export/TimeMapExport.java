package stet.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import stet.archive.StoredRecord.StoredCapture;
import stet.text.time.ArchiveTimestamp;
import stet.text.time.HttpDate;

/** An article's captures as a TimeMap in the link format (RFC 7089 section 5, RFC 6690). */
public final class TimeMapExport {
  private final String base;

  /**
   * @param base the address under which a replay program serves the collection, with a slash at its
   *     end; a memento is at {@code <base><fourteen digits>/<address>}
   */
  public TimeMapExport(String base) {
    this.base = base;
  }

  /**
   * Writes the file; it is put in its place when it is complete.
   *
   * @throws IOException when it cannot be written
   */
  public Exported write(ExportedArticle article, Path output) throws IOException {
    List<StoredCapture> mementos =
        article.captures().stream().filter(c -> CdxjLine.isIndexed(c.capture())).toList();
    byte[] text =
        text(article.timeline().article().uri(), mementos).getBytes(StandardCharsets.UTF_8);
    try (WorkFolder work = WorkFolder.beside(output)) {
      Path whole = work.file("whole");
      Files.write(whole, text);
      WorkFolder.put(whole, output);
    }
    return new Exported(1, mementos.size(), 1, text.length, List.of());
  }

  private String text(String original, List<StoredCapture> mementos) {
    List<String> links = new ArrayList<>();
    links.add("<" + uri(original) + ">; rel=\"original\"");
    links.add("<" + base + uri(original) + ">; rel=\"timegate\"");
    String self =
        "<"
            + base
            + "timemap/link/"
            + uri(original)
            + ">; rel=\"self\"; type=\"application/link-format\"";
    if (!mementos.isEmpty()) {
      self += "; from=\"" + time(mementos.get(0)) + "\"";
      self += "; until=\"" + time(mementos.get(mementos.size() - 1)) + "\"";
    }
    links.add(self);
    for (int i = 0; i < mementos.size(); i++) {
      links.add(memento(mementos.get(i), i == 0, i == mementos.size() - 1));
    }
    return String.join(",\n", links) + "\n";
  }

  private String memento(StoredCapture capture, boolean first, boolean last) {
    String rel = (first ? "first " : "") + (last ? "last " : "") + "memento";
    Instant at = capture.capture().at();
    String address =
        base + ArchiveTimestamp.format(at) + '/' + uri(CdxjLine.url(capture.capture()));
    return "<" + address + ">; rel=\"" + rel + "\"; datetime=\"" + time(capture) + "\"";
  }

  private static String time(StoredCapture capture) {
    return HttpDate.format(capture.capture().at());
  }

  /** What would end the address within the angle brackets is encoded. */
  private static String uri(String uri) {
    return uri.replace("<", "%3C").replace(">", "%3E").replace("\n", "%0A").replace(" ", "%20");
  }
}
