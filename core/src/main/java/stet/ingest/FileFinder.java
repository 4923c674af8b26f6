package stet.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import stet.capture.CaptureSource.TimeBasis;

/** Finds the saved pages under paths and settles address, time and order from names alone. */
final class FileFinder {
  private final ImportOptions options;
  private final Consumer<Found.Refused> problems;
  private final Map<Path, FolderIndex> indexes = new HashMap<>();
  private final List<SavedFile> found = new ArrayList<>();

  FileFinder(ImportOptions options, Consumer<Found.Refused> problems) {
    this.options = options;
    this.problems = problems;
  }

  List<SavedFile> find(List<Path> paths) {
    for (Path path : paths) {
      try {
        if (Files.isDirectory(path)) {
          addFolder(path);
        } else if (Files.exists(path)) {
          addNamed(path);
        } else {
          problems.accept(new Found.Refused(path.toString(), "does not exist"));
        }
      } catch (IOException | UncheckedIOException e) {
        problems.accept(new Found.Refused(path.toString(), "cannot be read: " + reason(e)));
      }
    }
    return found;
  }

  /** The cause of an I/O error in a few words; a path in the message says nothing new. */
  static String reason(Exception e) {
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "no such file";
    } else if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = cause == null ? null : cause.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().get();
  }

  private void addFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
              .filter(f -> !isHidden(folder.relativize(f)))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      Optional<PageType> type = PageType.of(Names.name(file));
      if (type.isPresent() && !isAboutTheFolder(file, type.get())) {
        add(file, type.get());
      }
    }
  }

  /** A readme, and what lies beside an index without being in an article's folder. */
  private static boolean isAboutTheFolder(Path file, PageType type) {
    return type.stem().equalsIgnoreCase("readme")
        || Files.exists(file.resolveSibling(FolderIndex.NAME));
  }

  static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private void addNamed(Path file) throws IOException {
    Optional<PageType> type = PageType.of(Names.name(file));
    if (type.isPresent()) {
      add(file, type.get());
    } else {
      problems.accept(
          new Found.Refused(Names.subject(file), "is not a page: stet reads " + PageType.READABLE));
    }
  }

  private void add(Path file, PageType type) throws IOException {
    Optional<Names.Numbered> numbered = Names.numbered(type.stem());
    found.add(
        numbered.isPresent() ? inArticleFolder(file, type, numbered.get()) : loose(file, type));
  }

  private SavedFile inArticleFolder(Path file, PageType type, Names.Numbered numbered) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    Path set = folder.getParent();
    String name = Names.name(folder);
    String setName = set == null ? "" : Names.name(set);
    FolderIndex index = set == null ? FolderIndex.EMPTY : index(set);
    String uri = options.url() != null ? options.url() : index.uri(setName, name);
    return new SavedFile(
        file, type, uri, numbered.at(), TimeBasis.NAME, numbered.number(), index.title(name));
  }

  private FolderIndex index(Path set) {
    return indexes.computeIfAbsent(
        set,
        s -> {
          Path file = s.resolve(FolderIndex.NAME);
          return Files.isRegularFile(file) ? FolderIndex.read(file, problems) : FolderIndex.EMPTY;
        });
  }

  private SavedFile loose(Path file, PageType type) throws IOException {
    String uri = options.url() != null ? options.url() : Names.fileUrn(file, type.stem());
    Optional<Instant> named = Names.time(type.stem());
    if (named.isPresent()) {
      return new SavedFile(file, type, uri, named.get(), TimeBasis.NAME, 0, "");
    } else if (options.capturedAt() != null) {
      return new SavedFile(file, type, uri, options.capturedAt(), TimeBasis.STATED, 0, "");
    }
    Instant modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    return new SavedFile(file, type, uri, modified, TimeBasis.FILE_TIME, 0, "");
  }
}
