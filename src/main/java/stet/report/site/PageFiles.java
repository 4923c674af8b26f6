package stet.report.site;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;

/**
 * The files of a site. A file appears whole or not at all, is touched only when its bytes differ,
 * and is removed when it belonged to the site and no longer does. What belongs to the site is kept
 * in a list beside it; nothing else in the folder is ever removed.
 */
public final class PageFiles implements AutoCloseable {
  public static final String LIST = ".stet-pages";
  private static final Pattern OURS =
      Pattern.compile(
          "(index|first-latest|article|feed|notices|[vr][0-9]+|older-[0-9]+)\\.(html|json|json\\.gz|xml|svg|png|webp)|.*\\.part");
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]+/)?([A-Za-z0-9_-]+/)?[A-Za-z0-9._-]*");

  private final Path dir;
  private final boolean whole;
  private final Set<String> earlier;
  private final Set<String> now = new HashSet<>();
  private final TreeMap<String, String> together = new TreeMap<>();
  private final BufferedWriter list;
  private final Changes changes = new Changes();

  /** The folder that was made last, so that it is not asked for with each of its files. */
  private @Nullable Path made;

  /**
   * @param whole whether this run names every file that belongs to the site; one that does not only
   *     adds to the list, and says itself what is no more
   * @throws IOException when the folder cannot be made or written to
   */
  PageFiles(Path dir, boolean whole) throws IOException {
    this.dir = dir;
    this.whole = whole;
    Files.createDirectories(dir);
    Path kept = dir.resolve(LIST);
    earlier = new HashSet<>();
    if (whole && Files.exists(kept)) {
      earlier.addAll(Files.readAllLines(kept));
    }
    list =
        Files.newBufferedWriter(
            kept, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes a file that stands by itself. */
  void write(String name, byte[] content) throws IOException {
    claim(name);
    together.put(name, FileSum.of(content));
    put(name, content);
  }

  /** A file of the site, as it is now. */
  byte[] read(String name) throws IOException {
    check(name);
    return Files.readAllBytes(dir.resolve(name));
  }

  /** Writes a file into an article's folder; {@link #endFolder} has to follow the last of them. */
  void writeInto(String folder, String name, byte[] content) throws IOException {
    claim(folder);
    together.put(name, FileSum.of(content));
    put(folder + name, content);
  }

  /** Removes what an earlier run left in the folder and this one did not write. */
  FileSetDigest endFolder(String folder) throws IOException {
    try (Stream<Path> children = Files.list(dir.resolve(folder))) {
      for (Path child : children.toList()) {
        String name = child.getFileName().toString();
        if (!together.containsKey(name) && OURS.matcher(name).matches()) {
          Files.delete(child);
          changes.removed();
        }
      }
    }
    return seal(folder);
  }

  /** Ends a row of files that stand by themselves and belong together. */
  FileSetDigest seal() throws IOException {
    return seal("");
  }

  /**
   * Ends a row of files of which not all could be made.
   *
   * @param folder stays as it is, with what an earlier run left in it; empty where it is none
   */
  void abandon(String folder) {
    together.clear();
    if (!folder.isEmpty() && Files.isDirectory(dir.resolve(folder))) {
      now.add(folder);
    }
  }

  private FileSetDigest seal(String folder) throws IOException {
    List<String> names = List.copyOf(together.keySet());
    String content = content(together);
    together.clear();
    Stat stat = stat(folder, names);
    return new FileSetDigest(names, stat.digest(), content, stat.bytes(), folderTime(folder));
  }

  /**
   * Whether nothing was added to an article's folder, removed from it or put in a file's place
   * since it was sealed. What was written into a file where it lies does not show there.
   *
   * @param time as in {@link FileSetDigest#folder}
   */
  boolean isUntouched(String folder, long time) {
    try {
      return folderTime(folder) == time;
    } catch (IOException e) {
      return false;
    }
  }

  private long folderTime(String folder) throws IOException {
    return folder.isEmpty()
        ? 0
        : Files.getLastModifiedTime(dir.resolve(folder)).to(TimeUnit.NANOSECONDS);
  }

  /**
   * Takes files over as an earlier run left them, looking at each.
   *
   * @return how they are sealed now; null where one of them is missing or was changed by others,
   *     and then nothing was taken over
   */
  @Nullable FileSetDigest keep(String folder, FileSetDigest seal) throws IOException {
    String stat;
    try {
      if (!seal.names().stream().allMatch(n -> isName(folder + n))) {
        return null;
      }
      stat = stat(folder, seal.names()).digest();
      // Copied elsewhere and back, say: times differ, bytes do not.
      if (!stat.equals(seal.stat()) && !content(folder, seal.names()).equals(seal.content())) {
        return null;
      }
    } catch (NoSuchFileException e) {
      return null;
    }
    for (String name : folder.isEmpty() ? seal.names() : List.of(folder)) {
      claim(name);
    }
    return new FileSetDigest(seal.names(), stat, seal.content(), seal.bytes(), folderTime(folder));
  }

  /** Names, sizes and times of files as a digest, and how large they are together. */
  private record Stat(String digest, long bytes) {}

  private Stat stat(String folder, List<String> names) throws IOException {
    StringBuilder all = new StringBuilder();
    long bytes = 0;
    for (String name : names) {
      BasicFileAttributes file =
          Files.readAttributes(dir.resolve(folder + name), BasicFileAttributes.class);
      all.append(name).append('\t').append(file.isRegularFile()).append('\t').append(file.size());
      all.append('\t').append(file.lastModifiedTime().to(TimeUnit.NANOSECONDS)).append('\n');
      bytes += file.size();
    }
    return new Stat(brief(all.toString()), bytes);
  }

  private String content(String folder, List<String> names) throws IOException {
    TreeMap<String, String> digests = new TreeMap<>();
    for (String name : names) {
      digests.put(name, FileSum.of(dir.resolve(folder + name)));
    }
    return content(digests);
  }

  private static String content(TreeMap<String, String> digests) {
    return brief(digests.toString());
  }

  private static String brief(String text) {
    return Digest.of(text).hex().substring(0, 32);
  }

  /**
   * Ends the run; one that named all files removes what no longer belongs to the site.
   *
   * @throws IOException when a file cannot be removed, or the list cannot be written
   */
  void finish() throws IOException {
    list.close();
    if (!whole) {
      return;
    }
    for (String name : new TreeSet<>(earlier)) {
      if (!now.contains(name)) {
        drop(name);
      }
    }
    byte[] names = (String.join("\n", new TreeSet<>(now)) + "\n").getBytes(StandardCharsets.UTF_8);
    replace(dir.resolve(LIST), names);
  }

  /** What this run changed. */
  Changes changes() {
    return changes;
  }

  @Override
  public void close() throws IOException {
    list.close();
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches() && !name.contains("..");
  }

  /** That a page was to be written under a name which could lead out of the site. */
  static final class NotANameException extends IOException {
    private NotANameException(String name) {
      super("not a name for a page: '" + name + "'");
    }
  }

  private static void check(String name) throws IOException {
    if (!isName(name)) {
      throw new NotANameException(name);
    }
  }

  /** Lists the name before anything is written under it, so that a crash leaves no stray file. */
  private void claim(String name) throws IOException {
    check(name);
    boolean known = whole ? earlier.contains(name) : Files.exists(dir.resolve(name));
    if (now.add(name) && !known) {
      list.write(name + "\n");
      list.flush();
    }
  }

  private void put(String name, byte[] content) throws IOException {
    Path file = dir.resolve(name);
    if (isThere(file, content)) {
      return;
    }
    Path folder = file.getParent();
    if (folder != null && !folder.equals(made)) {
      Files.createDirectories(folder);
      made = folder;
    }
    replace(file, content);
    changes.wrote(name);
  }

  /** Asked with {@link java.io.File}, which makes no exception of a file that is not there. */
  private static boolean isThere(Path file, byte[] content) throws IOException {
    File old = file.toFile();
    return old.length() == content.length
        && old.isFile()
        && Arrays.equals(Files.readAllBytes(file), content);
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path part = part(file);
    Files.write(part, content);
    move(part, file);
  }

  private static void move(Path part, Path file) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes a file, or what is the site's own in a folder, unless this run wrote it. */
  void drop(String name) throws IOException {
    if (isName(name) && !now.contains(name)) {
      remove(name);
    }
  }

  private void remove(String name) throws IOException {
    Path path = dir.resolve(name);
    if (name.endsWith("/")) {
      if (Files.isDirectory(path)) {
        together.clear();
        endFolder(name);
        try (Stream<Path> left = Files.list(path)) {
          if (left.findAny().isPresent()) {
            return;
          }
        }
        Files.delete(path);
        made = null;
      }
    } else if (Files.deleteIfExists(path)) {
      changes.removed();
    }
  }
}
