package stet.watch.queue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * One of several watches over a queue.
 *
 * @param id of its folder, the same after each start
 * @param session of this run, unlike any other
 * @param name machine and folder, for people
 */
public record Worker(String id, String session, String name) {
  /** The file in a collection's folder that holds its id. */
  public static final String FILE = "worker.id";

  /**
   * The worker of a folder, for a new run. Its id is made at the first one.
   *
   * @throws IOException when the id can be neither read nor written
   */
  public static Worker of(Path home) throws IOException {
    String name = machine() + ":" + home.toRealPath();
    return new Worker(id(home.resolve(FILE)), UUID.randomUUID().toString(), name);
  }

  /** One beside the watch of the same folder, which takes nothing over from it. */
  public Worker passing() {
    return new Worker(session, session, name + " (a command)");
  }

  /** Whether it is {@link #passing}. */
  boolean isPassing() {
    return id.equals(session);
  }

  private static String id(Path file) throws IOException {
    try {
      String known = Files.readString(file).strip();
      if (known.matches("[0-9a-f-]{36}")) {
        return known;
      }
    } catch (NoSuchFileException e) {
      // The first run.
    }
    String fresh = UUID.randomUUID().toString();
    Path part = file.resolveSibling(FILE + ".part");
    Files.writeString(part, fresh + "\n");
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return fresh;
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
