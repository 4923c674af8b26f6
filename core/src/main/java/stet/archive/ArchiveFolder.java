package stet.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of an archive: {@code stet-YYYYMMDD-NNNNN.warc.gz}, directly in one folder. */
record ArchiveFolder(Path path) {
  private static final Pattern NAME = Pattern.compile("stet-\\d{8}-\\d{5}\\.warc\\.gz");
  private static final int DAY_END = "stet-YYYYMMDD".length();

  /** The highest number that a name can hold. */
  static final int LAST = 99_999;

  static boolean isOurs(String name) {
    return NAME.matcher(name).matches();
  }

  /** The day that a file's name states: all but its number. */
  static String day(LocalDate date) {
    return "stet-" + DateTimeFormatter.BASIC_ISO_DATE.format(date);
  }

  static boolean isOf(String day, String name) {
    return name.substring(0, DAY_END).equals(day);
  }

  /** The later of a day and the one that a file's name states. */
  static String laterDay(String day, String name) {
    String other = name.substring(0, DAY_END);
    return other.compareTo(day) > 0 ? other : day;
  }

  static String name(String day, int number) {
    return String.format(Locale.ROOT, "%s-%05d.warc.gz", day, number);
  }

  static int number(String name) {
    return Integer.parseInt(name.substring(DAY_END + 1, DAY_END + 6));
  }

  /** The files' names in the order they were begun; none where the folder does not exist yet. */
  List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(Files::isRegularFile)
          .map(p -> p.getFileName().toString())
          .filter(ArchiveFolder::isOurs)
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  Path file(String name) {
    if (!isOurs(name)) {
      throw new IllegalArgumentException("not the name of an archive file: '" + name + "'");
    }
    return path.resolve(name);
  }

  FileChannel read(String name) throws IOException {
    return FileChannel.open(file(name), StandardOpenOption.READ);
  }

  boolean isEmpty(String name) throws IOException {
    return Files.size(file(name)) == 0;
  }

  /** Makes the names of new files survive a power failure as their bytes do. */
  void force() throws IOException {
    try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
      folder.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folder as a file, and its file systems journal names by themselves.
    }
  }
}
