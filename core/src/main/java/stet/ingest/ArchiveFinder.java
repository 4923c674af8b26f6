package stet.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells web archives and their indexes from saved pages by the names of files. */
final class ArchiveFinder {
  private final List<Path> archives = new ArrayList<>();
  private final List<Path> indexes = new ArrayList<>();
  private final List<Path> others = new ArrayList<>();

  ArchiveFinder(List<Path> paths) {
    paths.forEach(this::add);
  }

  private void add(Path path) {
    String name = Names.name(path);
    if (Files.isDirectory(path)) {
      others.add(path);
      addFolder(path);
    } else if (Files.exists(path) && Container.isArchive(name)) {
      archives.add(path);
    } else if (Files.exists(path) && isIndex(name)) {
      indexes.add(path);
    } else {
      others.add(path);
    }
  }

  static boolean isIndex(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.cdxj?(\\.gz)?");
  }

  /** Indexes in a folder say nothing that the archives beside them do not. */
  private void addFolder(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
          .filter(f -> !FileFinder.isHidden(folder.relativize(f)))
          .filter(f -> Container.isArchive(Names.name(f)))
          .sorted()
          .forEach(archives::add);
    } catch (IOException | UncheckedIOException e) {
      // The same folder is listed again for saved pages, where this is told.
    }
  }

  List<Path> archives() {
    return archives;
  }

  List<Path> indexes() {
    return indexes;
  }

  /** What may be saved pages; folders always. */
  List<Path> others() {
    return others;
  }
}
