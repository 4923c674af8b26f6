package stet.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import stet.ingest.warc.ByteSource;

/**
 * A WARC or ARC file: on disk, or in a WACZ. What a WACZ calls its entries is never used as a path.
 *
 * @param file on disk
 * @param entry name of the entry in it; empty where the file itself is the archive
 */
record Container(Path file, String entry) {
  private static final int MOST_ENTRIES = 2_000;

  /** Whether a file of that name is an archive that stet reads. */
  static boolean isArchive(String name) {
    return isRecords(name) || isZip(name);
  }

  /** The same without WACZ, which holds such files. */
  static boolean isRecords(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.w?arc(\\.gz)?");
  }

  private static boolean isZip(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".wacz");
  }

  /**
   * The archives that a file is or holds.
   *
   * @throws IOException when it cannot be read
   */
  static List<Container> in(Path file) throws IOException {
    if (!isZip(Names.name(file))) {
      return List.of(new Container(file, ""));
    }
    List<Container> found = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream()
          // Opening an entry costs a look at the list of all of them; one without bytes holds none.
          .filter(entry -> entry.getSize() != 0)
          .map(ZipEntry::getName)
          .filter(Container::isRecords)
          .sorted()
          .forEach(name -> found.add(new Container(file, name)));
    }
    if (found.size() > MOST_ENTRIES) {
      throw new IOException("it holds more than " + MOST_ENTRIES + " archives");
    }
    return found;
  }

  /** The file's name, for messages and labels. */
  String name() {
    return Names.name(file);
  }

  ByteSource open() throws IOException {
    return entry.isEmpty() ? ByteSource.of(file) : ZipSource.open(file, entry);
  }
}
