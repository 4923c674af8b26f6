package stet.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deals with what a crash may leave at the end of a file: a record that was being written. The
 * writer acknowledges a batch only after all of it is on the disk, so a record that is not whole
 * was never acknowledged, and its capture will be imported again.
 */
final class TailRecovery {
  private TailRecovery() {}

  /**
   * The end of one file.
   *
   * @param end the file's size in bytes
   * @param appendable whether new records may follow; not so where bytes are missing that had been
   *     acknowledged
   * @param recovered what was taken off, null when nothing
   */
  record Tail(String file, long end, boolean appendable, @Nullable RecoveredTail recovered) {}

  static List<Tail> recover(ArchiveFolder folder, Map<String, Long> acknowledged)
      throws IOException {
    List<Tail> tails = new ArrayList<>();
    for (String file : folder.names()) {
      tails.add(recover(folder, file, acknowledged.get(file)));
    }
    return tails;
  }

  private static Tail recover(ArchiveFolder folder, String file, @Nullable Long acknowledged)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(folder.file(file), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      if (acknowledged != null && acknowledged >= size) {
        return new Tail(file, size, acknowledged == size, null);
      }
      long torn = tornFrom(channel, acknowledged == null ? 0 : acknowledged, size);
      if (torn == size) {
        return new Tail(file, size, true, null);
      }
      String aside = acknowledged == null ? setAside(folder, channel, file, torn) : null;
      channel.truncate(torn);
      channel.force(true);
      return new Tail(file, torn, true, new RecoveredTail(file, torn, size - torn, aside));
    }
  }

  /** Where the unfinished end begins; {@code size} where there is none. */
  private static long tornFrom(FileChannel channel, long from, long size) throws IOException {
    MemberWalk walk = new MemberWalk(channel, from, size);
    for (MemberWalk.Span span = walk.next(); span != null; span = walk.next()) {
      if (!span.sound() && span.toEnd()) {
        return span.offset();
      }
    }
    return size;
  }

  private static String setAside(ArchiveFolder folder, FileChannel channel, String file, long from)
      throws IOException {
    String name = file + ".torn-" + from;
    Path path = folder.path().resolve(name);
    try (FileChannel out =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      long at = from;
      while (at < channel.size()) {
        at += channel.transferTo(at, channel.size() - at, out);
      }
      out.force(true);
    }
    folder.force();
    return name;
  }
}
