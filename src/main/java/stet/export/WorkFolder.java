package stet.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder beside the file that is to be made, gone when it is done. */
record WorkFolder(Path path) implements Closeable {
  static WorkFolder beside(Path output) throws IOException {
    Path parent = output.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    return new WorkFolder(Files.createTempDirectory(parent, ".stet-export"));
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** Puts a file that is complete in its place, over what was there. */
  static void put(Path whole, Path output) throws IOException {
    Files.move(whole, output, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
