package stet.spark;

import static stet.ingest.warc.Records.bytes;
import static stet.ingest.warc.Records.gzip;
import static stet.ingest.warc.Records.join;
import static stet.ingest.warc.Records.page;
import static stet.ingest.warc.Records.record;
import static stet.ingest.warc.Records.response;
import static stet.ingest.warc.Records.revisit;
import static stet.ingest.warc.Records.story;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Row;

/** Web archives whose records refer to each other's, as a crawler leaves them that saves room. */
final class RevisitFiles {
  private static final String CRANE = "https://www.quellmund.example/crane";
  private static final String FERRY = "https://www.quellmund.example/ferry";
  private static final String OLD = "https://www.quellmund.example/2025/crane";
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  private static final String FIRST = story("Crane comes down", "It is old.");
  private static final String SECOND = story("Crane stays up", "It is not as old as was said.");
  private static final String BOATS = story("Ferry runs late", "A rope was missing.");
  private static final String BUS = story("Ferry is a bus", "There was no water, either.");

  /** The headline of each version that there is, whether its first capture has bytes or not. */
  static final List<String> HEADLINES =
      List.of(
          "Crane comes down",
          "Crane stays up",
          "Crane comes down",
          "Crane stays up",
          "Crane comes down",
          "Ferry runs late",
          "Ferry is a bus",
          "Ferry runs late");

  private RevisitFiles() {}

  private static String day(int day) {
    return "2026-03-0" + day + "T10:00:00Z";
  }

  /** Writes them into a folder, each under a name that begins with {@code e-}. */
  static void write(Path folder) throws IOException {
    // Before what it refers to, which is in an entry of another archive.
    write(folder, "e-0.warc", revisit(FERRY, day(3), BOATS, FERRY, day(1), HEAD));
    byte[] moved =
        response(OLD, day(3), "HTTP/1.1 301 Moved\r\nLocation: " + CRANE + "\r\n\r\n", bytes(""));
    byte[] late = revisit(CRANE, day(3), FIRST, CRANE, day(1), HEAD);
    write(folder, "e-1.warc.gz", gzip(moved), gzip(late));
    byte[] first = page(CRANE, day(1), FIRST);
    write(folder, "e-2.warc.gz", gzip(first), gzip(page(CRANE, day(2), SECOND)));
    write(
        folder,
        "e-3.warc",
        // Only address and time say which.
        record("revisit", CRANE, day(4), refersTo(CRANE, day(2)), bytes(HEAD)),
        // Only the digest leads anywhere, and there is no head.
        revisit(CRANE, day(5), FIRST, FERRY + "/gone", day(1), ""),
        // The address is known, and what it gave was something else.
        revisit(CRANE, day(6), "another text", CRANE, day(1), HEAD),
        revisit(FERRY, day(6), "another text", FERRY + "/gone", day(1), HEAD));
    wacz(folder.resolve("e-4.wacz"), page(FERRY, day(1), BOATS), page(FERRY, day(2), BUS));
  }

  private static String refersTo(String uri, String date) {
    return "WARC-Refers-To-Target-URI: " + uri + "\r\nWARC-Refers-To-Date: " + date + "\r\n";
  }

  private static void write(Path folder, String name, byte[]... records) throws IOException {
    Files.write(folder.resolve(name), join(List.of(records)));
  }

  private static void wacz(Path file, byte[]... records) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("archive/crawl.warc"));
      zip.write(join(List.of(records)));
    }
  }

  /** The headlines of versions whose first capture lies in files of that beginning. */
  static List<String> headlines(List<Row> versions, String file) {
    return versions.stream()
        .filter(r -> r.<String>getAs("source").contains(file))
        .map(r -> r.<String>getAs("headline"))
        .toList();
  }
}
