package stet.app.follow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where the files of other collections were taken in, in {@value #FILE} of this one. Without
 * it they are read from their beginning, which takes nothing in twice.
 */
final class Followed {
  static final String FILE = "followed.txt";

  /** The last bytes of a record tell it from another that came to end at the same place. */
  private static final int TAIL = 16;

  private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]+) (\\S+)");

  /** A place in a file, and the bytes before it. */
  private record Place(long length, String tail) {}

  private final Path file;
  private final Map<String, Place> places = new TreeMap<>();

  private Followed(Path file) {
    this.file = file;
  }

  static Followed read(Path home) throws IOException {
    Followed followed = new Followed(home.resolve(FILE));
    try {
      for (String line : Files.readAllLines(followed.file)) {
        Matcher m = LINE.matcher(line);
        if (m.matches()) {
          Place place = new Place(Long.parseLong(m.group(1)), m.group(2));
          followed.places.put(m.group(3), place);
        }
      }
    } catch (NoSuchFileException e) {
      // Nothing was followed yet.
    }
    return followed;
  }

  /**
   * From where a file is to be read on: 0 where what was taken in is no longer what stands there,
   * as after a power cut that took the last records of a worker.
   */
  long from(Path warc) throws IOException {
    Place place = places.get(name(warc));
    if (place == null) {
      return 0;
    }
    boolean same =
        Files.size(warc) >= place.length() && tail(warc, place.length()).equals(place.tail());
    return same ? place.length() : 0;
  }

  /** Notes up to where a file was taken in; kept by {@link #write}. */
  void reached(Path warc, long length) throws IOException {
    places.put(name(warc), new Place(length, tail(warc, length)));
  }

  void write() throws IOException {
    List<String> lines = new ArrayList<>();
    places.forEach((name, p) -> lines.add(p.length() + " " + p.tail() + " " + name));
    Path part = file.resolveSibling(FILE + ".part");
    Files.write(part, lines);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** An address has no spaces in it, as a path may. */
  private static String name(Path warc) throws IOException {
    return warc.toRealPath().toUri().toString();
  }

  private static String tail(Path warc, long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(TAIL, length));
    try (FileChannel channel = FileChannel.open(warc, StandardOpenOption.READ)) {
      long at = length - bytes.capacity();
      while (bytes.hasRemaining()) {
        int read = channel.read(bytes, at + bytes.position());
        if (read < 0) {
          break;
        }
      }
    }
    return HexFormat.of().formatHex(bytes.array(), 0, bytes.position());
  }
}
