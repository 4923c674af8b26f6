package stet.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a site. A file appears whole or not at all, is touched only when its bytes differ,
 * and is removed when it belonged to the site and no longer does. What belongs to the site is kept
 * in a list beside it; nothing else in the folder is ever removed.
 */
final class PageFiles implements AutoCloseable {
  static final String LIST = ".stet-pages";
  private static final Pattern OURS =
      Pattern.compile(
          "(index|first-latest|article|feed|[vr][0-9]+|older-[0-9]+)\\.(html|json|xml|svg)|.*\\.part");
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]+/)?([A-Za-z0-9_-]+/)?[A-Za-z0-9._-]*");

  private final Path dir;
  private final Set<String> earlier;
  private final Set<String> now = new HashSet<>();
  private final Set<String> inFolder = new HashSet<>();
  private final BufferedWriter list;
  private int files;
  private long bytes;
  private int changed;
  private int removed;

  /**
   * @throws IOException when the folder cannot be made or written to
   */
  PageFiles(Path dir) throws IOException {
    this.dir = dir;
    Files.createDirectories(dir);
    Path kept = dir.resolve(LIST);
    earlier = new HashSet<>(Files.exists(kept) ? Files.readAllLines(kept) : Set.<String>of());
    list =
        Files.newBufferedWriter(
            kept, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes a file that stands by itself. */
  void write(String name, byte[] content) throws IOException {
    claim(name);
    put(name, content);
  }

  /** Writes a file into an article's folder; {@link #endFolder} has to follow the last of them. */
  void writeInto(String folder, String name, byte[] content) throws IOException {
    claim(folder);
    inFolder.add(name);
    put(folder + name, content);
  }

  /** Removes what an earlier run left in the folder and this one did not write. */
  void endFolder(String folder) throws IOException {
    try (Stream<Path> children = Files.list(dir.resolve(folder))) {
      for (Path child : children.toList()) {
        String name = child.getFileName().toString();
        if (!inFolder.contains(name) && OURS.matcher(name).matches()) {
          Files.delete(child);
          removed++;
        }
      }
    }
    inFolder.clear();
  }

  /** Removes what no longer belongs to the site and says what was written. */
  Written finish(int articles) throws IOException {
    list.close();
    for (String name : new TreeSet<>(earlier)) {
      if (!now.contains(name) && NAME.matcher(name).matches() && !name.contains("..")) {
        remove(name);
      }
    }
    byte[] names = (String.join("\n", new TreeSet<>(now)) + "\n").getBytes(StandardCharsets.UTF_8);
    replace(dir.resolve(LIST), names);
    return new Written(articles, files, bytes, changed, removed);
  }

  @Override
  public void close() throws IOException {
    list.close();
  }

  /** Lists the name before anything is written under it, so that a crash leaves no stray file. */
  private void claim(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IOException("not a name for a page: '" + name + "'");
    }
    if (now.add(name) && !earlier.contains(name)) {
      list.write(name + "\n");
      list.flush();
    }
  }

  private void put(String name, byte[] content) throws IOException {
    files++;
    bytes += content.length;
    Path file = dir.resolve(name);
    if (Files.isRegularFile(file)
        && Files.size(file) == content.length
        && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Files.createDirectories(file.getParent());
    replace(file, content);
    changed++;
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void remove(String name) throws IOException {
    Path path = dir.resolve(name);
    if (name.endsWith("/")) {
      if (Files.isDirectory(path)) {
        endFolder(name);
        try (Stream<Path> left = Files.list(path)) {
          if (left.findAny().isPresent()) {
            return;
          }
        }
        Files.delete(path);
      }
    } else if (Files.deleteIfExists(path)) {
      removed++;
    }
  }
}
