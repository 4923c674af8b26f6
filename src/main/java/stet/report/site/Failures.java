package stet.report.site;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import stet.sqlite.DatabaseException;
import stet.timeline.TrackedArticle;

/**
 * What could not be written of a site while all else was. One article that no page can be made of
 * must not keep the others from their readers.
 */
final class Failures {
  /** Lines that are kept; a bug that strikes every article must not fill memory. */
  private static final int MOST = 50;

  private final List<String> lines = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private int count;

  /** Notes that an article's folder could not be made; its pages of an earlier run stay. */
  void article(TrackedArticle article, Throwable why) {
    keys.add(article.key());
    page("article '" + article.uri() + "'", why);
  }

  /** Notes that pages could not be made. */
  void page(String what, Throwable why) {
    count++;
    if (lines.size() < MOST) {
      String message = why.getMessage() == null ? "" : ": " + why.getMessage();
      lines.add(what + " could not be shown: " + why.getClass().getSimpleName() + message);
    }
  }

  /** Whether the failure is of what was to be shown, rather than of the database or the disk. */
  static boolean isOfContent(Throwable failure) {
    return failure instanceof RuntimeException && !(failure instanceof DatabaseException)
        || failure instanceof StackOverflowError
        || failure instanceof OutOfMemoryError
        || failure instanceof PageFiles.NotANameException;
  }

  /** Whether something lies in the way of one file, where a full disk is in the way of all. */
  static boolean isInTheWay(Throwable failure) {
    if (!(failure instanceof FileSystemException file)) {
      return false;
    }
    // A full disk, and other refusals that are not about one file, have no class of their own.
    String target = file.getOtherFile();
    return file.getClass() != FileSystemException.class
        || target != null && Files.isDirectory(Path.of(target));
  }

  /** Articles to be looked at again by the next run. */
  Set<String> keys() {
    return keys;
  }

  /** A line for each of the first failures. */
  List<String> lines() {
    return lines;
  }

  /** How many there were. */
  int count() {
    return count;
  }
}
