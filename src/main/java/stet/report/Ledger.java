package stet.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What earlier runs made and from what, one line of JSON for each unit after its name and a tab. A
 * run writes a ledger of its own beside the earlier one and puts it in its place when everything is
 * written; a run that is killed leaves its lines, and the next one goes by them. A ledger that is
 * missing, cut off or not ours costs time and nothing else: what it does not tell is made anew.
 */
final class Ledger implements AutoCloseable {
  static final String FILE = ".stet-ledger";
  private static final int BUFFER = 1 << 16;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .changeDefaultVisibility(
              v ->
                  v.withFieldVisibility(Visibility.ANY)
                      .withGetterVisibility(Visibility.NONE)
                      .withIsGetterVisibility(Visibility.NONE))
          .build();

  /** Where a line stands in the ledger that is being written. */
  record Place(long offset, int length) {}

  private record Earlier(FileChannel in, Place place) {}

  private final Path file;
  private final Path part;
  private final Path left;
  private final Map<String, Earlier> earlier = new HashMap<>();
  private final Map<Path, FileChannel> open = new HashMap<>();
  private final FileChannel out;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER);
  private long flushed;
  private @Nullable Made latest;
  private byte[] latestLine = {};

  /**
   * @param remembering whether to go by what earlier runs have left
   * @throws IOException when the folder cannot be written to
   */
  Ledger(Path dir, boolean remembering) throws IOException {
    Files.createDirectories(dir);
    file = dir.resolve(FILE);
    part = dir.resolve(FILE + ".part");
    left = dir.resolve(FILE + ".left");
    if (Files.exists(part)) {
      Files.move(part, left, StandardCopyOption.REPLACE_EXISTING);
    }
    if (remembering) {
      index(file);
      index(left);
    }
    out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  private void index(Path from) throws IOException {
    if (!Files.isRegularFile(from)) {
      return;
    }
    FileChannel channel = FileChannel.open(from, StandardOpenOption.READ);
    open.put(from, channel);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(from), BUFFER)) {
      ByteArrayOutputStream name = new ByteArrayOutputStream();
      boolean named = false;
      long at = 0;
      long body = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        at++;
        if (b == '\n') {
          if (named && at - body < Integer.MAX_VALUE) {
            String unit = name.toString(StandardCharsets.UTF_8);
            earlier.put(unit, new Earlier(channel, new Place(body, (int) (at - 1 - body))));
          }
          name.reset();
          named = false;
        } else if (b == '\t' && !named) {
          named = true;
          body = at;
        } else if (!named) {
          name.write(b);
        }
      }
    }
  }

  /** What an earlier run made under that name; null where none did, or nobody can tell. */
  @Nullable Made earlier(String unit) throws IOException {
    Earlier line = earlier.get(unit);
    if (line == null) {
      return null;
    }
    try {
      byte[] bytes = read(line.in(), line.place());
      Made made = JSON.readValue(bytes, Made.class);
      if (!isWhole(made) || !made.unit().equals(unit)) {
        return null;
      }
      latest = made;
      latestLine = bytes;
      return made;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Jackson fills in null for what a line does not say. */
  private static boolean isWhole(@Nullable Made made) {
    return made != null
        && Stream.of(made.unit(), made.inputs(), made.seal()).allMatch(Objects::nonNull);
  }

  /** Writes down what was made, or was found as it was made earlier. */
  Place add(Made made) throws IOException {
    // What is as it was need not be put into words again.
    byte[] line = made == latest ? latestLine : JSON.writeValueAsBytes(made);
    buffer.writeBytes((made.unit() + "\t").getBytes(StandardCharsets.UTF_8));
    Place place = new Place(flushed + buffer.size(), line.length);
    buffer.writeBytes(line);
    buffer.write('\n');
    if (buffer.size() >= BUFFER) {
      flush();
    }
    return place;
  }

  /** Reads back what was written down. */
  Made read(Place place) throws IOException {
    if (place.offset() + place.length() > flushed) {
      flush();
    }
    return JSON.readValue(read(out, place), Made.class);
  }

  private static byte[] read(FileChannel in, Place place) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    while (bytes.hasRemaining()) {
      int n = in.read(bytes, place.offset() + bytes.position());
      if (n < 0) {
        return Arrays.copyOf(bytes.array(), bytes.position());
      }
    }
    return bytes.array();
  }

  private void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(buffer.toByteArray());
    while (bytes.hasRemaining()) {
      flushed += out.write(bytes, flushed);
    }
    buffer.reset();
  }

  /**
   * Ends the run.
   *
   * @param kept whether a later run may go by it
   */
  void finish(boolean kept) throws IOException {
    flush();
    close();
    if (kept) {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(part);
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(left);
  }

  /** Closes the files; what was written down so far stays for the next run. */
  @Override
  public void close() throws IOException {
    if (out.isOpen()) {
      flush();
      out.close();
    }
    for (FileChannel channel : open.values()) {
      channel.close();
    }
  }
}
