package stet.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.archive.HeadParser;
import stet.archive.HeadRules;

/**
 * Steps through a WARC or ARC file record by record. Memory does not grow with the file. After
 * damage it goes on at the next gzip member or the next line that begins a record, so that what
 * lies before and after the damage is found.
 *
 * <p>A record is sound if the checksum of its gzip member says so. Where there is none, or none
 * yet, the digest of the block decides; where the record states no such digest, its length must
 * fit.
 */
public final class RecordWalk implements Closeable {
  private static final int MAX_LINE = 1 << 16;
  private static final int MOST_EMPTY_LINES = 100;

  private final ByteSource source;
  private final RecordInput in;
  private final long maxBlock;
  private RecordInput.@Nullable Line pending;
  private @Nullable WalkItem held;

  /** How many empty lines came before the last line. */
  private int blanks;

  /** The same lines, the last one first; not more than a few, since a file may be full of them. */
  private final Deque<RecordInput.Line> emptyLines = new ArrayDeque<>();

  private RecordWalk(ByteSource source, RecordInput in, long maxBlock) {
    this.source = source;
    this.in = in;
    this.maxBlock = maxBlock;
  }

  /**
   * Opens a walk, which closes the source when it is closed.
   *
   * @param at where to begin: a record's place, or {@code new Place(0, 0)}
   * @param maxBlock larger blocks are passed over, in bytes
   * @throws IOException when the source cannot be read, or not up to that place
   */
  public static RecordWalk open(ByteSource source, Place at, long maxBlock) throws IOException {
    try {
      return new RecordWalk(source, RecordInput.open(source, at), maxBlock);
    } catch (MemberDamage e) {
      throw new IOException("the gzip member at byte " + e.base() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The next record or damaged stretch, null at the end.
   *
   * @throws IOException when the source cannot be read
   */
  public @Nullable WalkItem next() throws IOException {
    if (held != null) {
      WalkItem item = held;
      held = null;
      return item;
    }
    try {
      RecordInput.Line line = pending == null ? nextLine() : pending;
      pending = null;
      return line == null ? null : begin(line);
    } catch (MemberDamage e) {
      return afterDamage(e);
    }
  }

  private WalkItem afterDamage(MemberDamage damage) throws IOException {
    pending = null;
    in.skipToMember(damage.next());
    return new WalkItem.Damaged(
        new Place(damage.base(), 0), "", "the gzip member cannot be read: " + damage.getMessage());
  }

  private WalkItem begin(RecordInput.Line line) throws IOException, MemberDamage {
    String text = new String(line.bytes(), StandardCharsets.UTF_8);
    if (isVersion(line)) {
      return warc(line.place());
    }
    Optional<RecordFields> arc = ArcLine.parse(text);
    if (arc.isPresent()) {
      return body(line.place(), arc.get());
    }
    resync();
    return new WalkItem.Damaged(line.place(), "", "no record begins there");
  }

  private static boolean isVersion(RecordInput.Line line) {
    return HeadRules.LENIENT.isVersion(new String(line.bytes(), StandardCharsets.ISO_8859_1));
  }

  private static boolean begins(RecordInput.Line line) {
    return isVersion(line)
        || line.bytes().length < MAX_LINE
            && ArcLine.parse(new String(line.bytes(), StandardCharsets.UTF_8)).isPresent();
  }

  private WalkItem warc(Place place) throws IOException, MemberDamage {
    HeadParser parser = new HeadParser(HeadRules.LENIENT);
    RecordFields fields = new RecordFields(parser.fields());
    HeadParser.Step step = HeadParser.Step.MORE;
    RecordInput.Line line = null;
    while (step == HeadParser.Step.MORE) {
      line = in.line(MAX_LINE);
      if (line == null) {
        return new WalkItem.Damaged(place, fields.type(), "the file ends inside the record's head");
      }
      step = parser.take(line.bytes());
    }
    if (step == HeadParser.Step.END) {
      return body(place, fields);
    } else if (step == HeadParser.Step.ANOTHER_HEAD) {
      pending = line;
    } else {
      resync();
    }
    return new WalkItem.Damaged(place, fields.type(), "the record's head does not end");
  }

  private WalkItem body(Place place, RecordFields fields) throws IOException, MemberDamage {
    long length = fields.length();
    if (length < 0 || fields.type().isEmpty()) {
      resync();
      return new WalkItem.Damaged(place, fields.type(), "the record states no length or no type");
    }
    Place from = in.fill() ? in.place() : place;
    Body body = read(length);
    if (body.read < length) {
      return cutShort(place, from, fields, body);
    }
    return end(place, from, fields, body);
  }

  /**
   * What was read of a block.
   *
   * @param bytes empty where the block is oversized
   * @param read how many bytes it has
   */
  private record Body(byte[] bytes, long read, boolean oversized) {}

  /** Reads a block; stops early where the file ends, or another member begins with a record. */
  private Body read(long length) throws IOException, MemberDamage {
    boolean oversized = length > maxBlock;
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(oversized ? 0 : (int) Math.min(length, 1 << 16));
    long got = 0;
    while (got < length && in.fill()) {
      if (in.isCompressed() && got > 0 && in.place().skip() == 0 && in.startsWith("WARC/")) {
        break;
      }
      long left = length - got;
      got += oversized ? in.skip(left) : in.read(out, (int) Math.min(left, Integer.MAX_VALUE));
    }
    return new Body(out.toByteArray(), got, oversized);
  }

  private WalkItem cutShort(Place place, Place from, RecordFields fields, Body body)
      throws IOException, MemberDamage {
    boolean atEnd = !in.fill();
    in.unread(body.bytes, from);
    resync();
    String what =
        atEnd && pending == null
            ? "the file ends inside the record"
            : "the record is shorter than it states";
    return new WalkItem.Damaged(place, fields.type(), what);
  }

  private WalkItem end(Place place, Place from, RecordFields fields, Body body)
      throws IOException, MemberDamage {
    // Whether the member that the block lies in was read to its end, its checksum included.
    boolean checked = false;
    String wrong = "";
    RecordInput.Line next = null;
    try {
      next = nextLine();
      checked = in.isCompressed() && (next == null || next.place().base() != from.base());
    } catch (MemberDamage e) {
      checked = e.base() != from.base();
      wrong = e.getMessage();
      held = afterDamage(e);
    }
    RecordInput.Line stray = next == null || begins(next) ? null : next;
    if (stray == null) {
      pending = next;
    }
    // A record that ends as it should is not to blame for what follows it.
    boolean fits = stray == null || blanks >= (ArcLine.isFrom(fields) ? 1 : 2);
    String problem = checked ? "" : problem(fields, body, fits, wrong);
    if (problem.isEmpty()) {
      if (stray != null) {
        putBack(stray);
        resync();
        held = new WalkItem.Damaged(stray.place(), "", "no record begins there");
      }
      return new WalkItem.Found(place, fields, body.bytes, body.oversized);
    } else if (stray != null) {
      putBack(stray);
      in.unread(body.bytes, from);
      resync();
    }
    if (!wrong.isEmpty()) {
      // The member's damage and the record's are one and the same: told once.
      held = null;
    }
    return new WalkItem.Damaged(place, fields.type(), problem);
  }

  /** Puts the last line back, and the empty ones before it: they may belong to another record. */
  private void putBack(RecordInput.Line last) {
    unread(last);
    emptyLines.forEach(this::unread);
  }

  private void unread(RecordInput.Line line) {
    byte[] bytes = line.bytes();
    if (line.ended()) {
      bytes = Arrays.copyOf(bytes, bytes.length + 1);
      bytes[bytes.length - 1] = '\n';
    }
    in.unread(bytes, line.place());
  }

  /** Why a record that no checksum vouches for is not taken; empty where it is. */
  private static String problem(RecordFields fields, Body body, boolean fits, String wrong) {
    Optional<Boolean> digest =
        body.oversized
            ? Optional.empty()
            : StatedDigest.matches(fields.get("WARC-Block-Digest"), body.bytes);
    if (digest.isPresent()) {
      return digest.get() ? "" : "the record's block does not have the digest that it states";
    } else if (!wrong.isEmpty()) {
      return "the gzip member cannot be read: " + wrong;
    }
    return fits ? "" : "the record is not as long as it states";
  }

  /** Goes to the next line that begins a record; the end of the file where there is none. */
  private void resync() throws IOException {
    pending = null;
    try {
      RecordInput.Line line = in.line(MAX_LINE);
      boolean whole = true;
      while (line != null && !(whole && begins(line))) {
        whole = line.ended();
        line = in.line(MAX_LINE);
      }
      pending = line;
    } catch (MemberDamage e) {
      held = afterDamage(e);
    }
  }

  /** The next line that is not empty. */
  private RecordInput.@Nullable Line nextLine() throws IOException, MemberDamage {
    blanks = 0;
    emptyLines.clear();
    RecordInput.Line line = in.line(MAX_LINE);
    while (line != null && new String(line.bytes(), StandardCharsets.ISO_8859_1).isBlank()) {
      blanks++;
      if (blanks <= MOST_EMPTY_LINES) {
        emptyLines.push(line);
      }
      line = in.line(MAX_LINE);
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
    source.close();
  }
}
