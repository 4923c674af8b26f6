package stet.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** An archive on this machine's own disk; one of another file system is copied, for a while. */
final class FetchedArchive implements AutoCloseable {
  private final Path folder;
  private final Path path;

  private FetchedArchive(Path folder, Path path) {
    this.folder = folder;
    this.path = path;
  }

  /**
   * Fetches one.
   *
   * @param file its address in whatever file system
   */
  static FetchedArchive of(String file, Configuration hadoop) throws IOException {
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(file);
    FileSystem system = remote.getFileSystem(hadoop);
    Path folder = Files.createTempDirectory("stet-archive");
    if (system.getUri().getScheme().equals("file")) {
      return new FetchedArchive(folder, Path.of(remote.toUri().getPath()));
    }
    FetchedArchive fetched = new FetchedArchive(folder, folder.resolve(remote.getName()));
    try {
      system.copyToLocalFile(
          false, remote, new org.apache.hadoop.fs.Path(fetched.path.toUri()), true);
      return fetched;
    } catch (IOException e) {
      fetched.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
