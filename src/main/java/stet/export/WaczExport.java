package stet.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Digest;
import stet.text.time.IsoTime;
import stet.timeline.SeenVersion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Articles as a WACZ (Web Archive Collection Zipped 1.1.1): WARC files, an index, a list of pages
 * with one entry for each version. The index is plain text: readers find nothing in a compressed
 * one without a second index.
 */
public final class WaczExport {
  private static final String FORMAT = "1.1.1";

  private final String title;
  private final String software;
  private final Clock clock;

  /**
   * @param title shown by readers
   * @param software what made it
   * @param clock tells the time of writing
   */
  public WaczExport(String title, String software, Clock clock) {
    this.title = title;
    this.software = software;
    this.clock = clock;
  }

  /**
   * Writes the file; it is put in its place when it is complete.
   *
   * @throws IOException when it cannot be written
   */
  public Exported write(Iterator<ExportedArticle> articles, Path output) throws IOException {
    try (WorkFolder work = WorkFolder.beside(output)) {
      Indexing count = new Indexing(new SortedLines(work.path()));
      List<String> names = records(articles, work, count);
      try (BufferedWriter index = Files.newBufferedWriter(work.file("index.cdx"))) {
        count.index.writeTo(index);
      }
      Path whole = work.file("whole");
      int entries = zip(work, names, whole);
      long bytes = Files.size(whole);
      WorkFolder.put(whole, output);
      return new Exported(count.articles, count.captures, entries, bytes, count.damaged);
    }
  }

  private List<String> records(Iterator<ExportedArticle> articles, WorkFolder work, Indexing count)
      throws IOException {
    try (WarcFiles files = new WarcFiles(work.path(), clock, count);
        BufferedWriter pages = Files.newBufferedWriter(work.file("pages.jsonl"))) {
      pages.write("{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"All versions\"}\n");
      while (articles.hasNext()) {
        ExportedArticle article = articles.next();
        count.articles++;
        for (StoredCapture capture : article.captures()) {
          files.add(capture.capture());
        }
        writePages(article, pages);
      }
      return files.finish();
    }
  }

  /** A page for each version, at the first capture that shows it. */
  private static void writePages(ExportedArticle article, BufferedWriter out) throws IOException {
    for (SeenVersion version : article.timeline().versions()) {
      for (StoredCapture capture : article.captures()) {
        if (capture.capture().at().equals(version.first().at())
            && capture.capture().payload().digest().labelled().equals(version.first().digest())
            && CdxjLine.isIndexed(capture.capture())) {
          out.write(page(article, version, CdxjLine.url(capture.capture())) + "\n");
          break;
        }
      }
    }
  }

  private static ObjectNode page(ExportedArticle article, SeenVersion version, String url) {
    String key = article.timeline().article().key();
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", key + "-" + version.number())
        .put("url", url)
        .put("ts", IsoTime.ofSecond(version.first().at()))
        .put("title", version.state().headline());
  }

  private int zip(WorkFolder work, List<String> names, Path whole) throws IOException {
    ArrayNode resources = JsonMapper.shared().createArrayNode();
    try (OutputStream out = Files.newOutputStream(whole);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        add(zip, "archive/" + name, work.file(name), resources);
      }
      add(zip, "indexes/index.cdx", work.file("index.cdx"), resources);
      add(zip, "pages/pages.jsonl", work.file("pages.jsonl"), resources);
      byte[] description = description(resources);
      Path file = Files.write(work.file("datapackage.json"), description);
      add(zip, "datapackage.json", file, resources);
      ObjectNode digest =
          JsonMapper.shared()
              .createObjectNode()
              .put("path", "datapackage.json")
              .put("hash", Digest.of(description).labelled());
      Path digests =
          Files.writeString(work.file("datapackage-digest.json"), digest.toPrettyString() + "\n");
      add(zip, "datapackage-digest.json", digests, resources);
    }
    return names.size() + 4;
  }

  private byte[] description(ArrayNode resources) {
    ObjectNode description =
        JsonMapper.shared()
            .createObjectNode()
            .put("profile", "data-package")
            .put("wacz_version", FORMAT)
            .put("title", title)
            .put("software", software)
            .put("created", IsoTime.ofSecond(clock.instant()));
    description.set("resources", resources);
    return (description.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Stores an entry as it is: WACZ readers fetch pieces of it by their place in the zip file. */
  private void add(ZipOutputStream zip, String name, Path file, ArrayNode resources)
      throws IOException {
    CRC32 crc = new CRC32();
    MessageDigest sha = Digest.algorithm();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        crc.update(buffer, 0, n);
        sha.update(buffer, 0, n);
      }
    }
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(Files.size(file));
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    zip.putNextEntry(entry);
    Files.copy(file, zip);
    zip.closeEntry();
    resources
        .addObject()
        .put("name", name.substring(name.lastIndexOf('/') + 1))
        .put("path", name)
        .put("hash", "sha256:" + HexFormat.of().formatHex(sha.digest()))
        .put("bytes", Files.size(file));
  }

  /** Counts what was written, and indexes it. */
  private static final class Indexing extends WarcExport.Count {
    final SortedLines index;

    Indexing(SortedLines index) {
      this.index = index;
    }

    @Override
    public void stored(StoredCapture capture) throws IOException {
      super.stored(capture);
      if (CdxjLine.isIndexed(capture.capture())) {
        index.add(CdxjLine.of(capture));
      }
    }
  }
}
