package stet.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    LinkFormat links = new LinkFormat();
    links.add(original, "original");
    links.add(base + original, "timegate");
    String self = base + "timemap/link/" + original;
    if (mementos.isEmpty()) {
      links.add(self, "self", "type", LinkFormat.TYPE);
    } else {
      String from = time(mementos.get(0));
      String until = time(mementos.get(mementos.size() - 1));
      links.add(self, "self", "type", LinkFormat.TYPE, "from", from, "until", until);
    }
    for (int i = 0; i < mementos.size(); i++) {
      add(links, mementos.get(i), i == 0, i == mementos.size() - 1);
    }
    return links.document();
  }

  private void add(LinkFormat links, StoredCapture stored, boolean first, boolean last) {
    String rel = (first ? "first " : "") + (last ? "last " : "") + "memento";
    String digits = ArchiveTimestamp.format(stored.capture().at());
    String address = base + digits + '/' + CdxjLine.url(stored.capture());
    links.add(address, rel, "datetime", time(stored));
  }

  private static String time(StoredCapture capture) {
    return HttpDate.format(capture.capture().at());
  }
}
