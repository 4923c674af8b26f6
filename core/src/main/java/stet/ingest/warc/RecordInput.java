package stet.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked bytes of a file, with the place of each. Members of a compressed file follow each
 * other as if they were one; one that is damaged gives what can be read of it and then fails.
 */
final class RecordInput implements Closeable {
  /** Past so many unpacked bytes, a member that unpacks beyond {@link #RATIO} is a bomb. */
  private static final long SUSPICIOUS = 1L << 28;

  private static final long RATIO = 200;

  private final RawInput raw;
  private final boolean gzip;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private byte[] unpacked = new byte[1 << 15];
  private boolean inMember;
  private long memberBase;
  private long memberSize;
  private @Nullable String broken;

  /** Bytes that were read ahead. */
  private static final class Chunk {
    final byte[] bytes;
    final int end;
    final Place first;
    int next;

    Chunk(byte[] bytes, int end, Place first) {
      this.bytes = bytes;
      this.end = end;
      this.first = first;
    }
  }

  /** One line without its end. */
  record Line(byte[] bytes, Place place, boolean ended) {}

  private RecordInput(ByteSource source, long at, boolean gzip) {
    this.raw = new RawInput(source, at);
    this.gzip = gzip;
  }

  /** Opens a file at a place that was given for it, or at its beginning. */
  static RecordInput open(ByteSource source, Place at) throws IOException, MemberDamage {
    boolean gzip = GzipHeader.isAt(new RawInput(source, at.base()));
    RecordInput in = new RecordInput(source, at.base(), gzip);
    long left = at.skip();
    while (left > 0 && in.fill()) {
      left -= in.take((int) Math.min(left, Integer.MAX_VALUE));
    }
    return in;
  }

  /** The place of the next byte; call {@link #fill()} first. */
  Place place() {
    Chunk chunk = chunks.peek();
    if (chunk == null) {
      return gzip ? new Place(memberBase, memberSize) : new Place(raw.position(), 0);
    }
    return gzip
        ? new Place(chunk.first.base(), chunk.first.skip() + chunk.next)
        : new Place(chunk.first.base() + chunk.next, 0);
  }

  /** Whether the file is a sequence of gzip members. */
  boolean isCompressed() {
    return gzip;
  }

  /** Makes sure that a byte is there; false at the end of the file. */
  boolean fill() throws IOException, MemberDamage {
    while (!chunks.isEmpty() && chunks.element().next == chunks.element().end) {
      chunks.remove();
    }
    return !chunks.isEmpty() || (gzip ? unpack() : copy());
  }

  private boolean copy() throws IOException {
    long at = raw.position();
    if (!raw.fill()) {
      return false;
    }
    byte[] bytes = new byte[raw.available()];
    System.arraycopy(raw.buffer(), raw.next(), bytes, 0, bytes.length);
    raw.advance(bytes.length);
    chunks.add(new Chunk(bytes, bytes.length, new Place(at, 0)));
    return true;
  }

  private boolean unpack() throws IOException, MemberDamage {
    while (true) {
      if (broken != null) {
        throw damage(broken);
      }
      if (!inMember && !openMember()) {
        return false;
      }
      int n = inflate();
      if (n > 0) {
        crc.update(unpacked, 0, n);
        chunks.add(new Chunk(unpacked, n, new Place(memberBase, memberSize)));
        // The chunk may outlive this call when it is read ahead of something put back.
        unpacked = new byte[unpacked.length];
        memberSize += n;
        checkRatio();
        return true;
      }
      if (broken == null && inflater.finished()) {
        closeMember();
      }
    }
  }

  private boolean openMember() throws IOException, MemberDamage {
    long at = raw.position();
    if (!raw.fill() || onlyZerosFollow()) {
      return false;
    }
    raw.seek(at);
    memberBase = at;
    if (!GzipHeader.read(raw)) {
      throw new MemberDamage("no gzip member where one should begin", at, at + 1);
    }
    inflater.reset();
    crc.reset();
    memberSize = 0;
    inMember = true;
    return true;
  }

  private boolean onlyZerosFollow() throws IOException {
    int b = raw.read();
    while (b == 0) {
      b = raw.read();
    }
    return b < 0;
  }

  /** Unpacks some bytes; what a damaged member gave before its damage is not thrown away. */
  private int inflate() throws IOException {
    long before = inflater.getBytesWritten();
    try {
      if (inflater.needsInput() && !inflater.finished()) {
        if (!raw.fill()) {
          broken = "the file ends inside it";
          return 0;
        }
        inflater.setInput(raw.buffer(), raw.next(), raw.available());
        raw.advance(raw.available());
      }
      int n = inflater.inflate(unpacked);
      if (n == 0 && inflater.needsDictionary()) {
        broken = "its compressed data is invalid";
      }
      return n;
    } catch (DataFormatException e) {
      broken = "its compressed data is invalid";
      return (int) (inflater.getBytesWritten() - before);
    }
  }

  private void checkRatio() throws MemberDamage {
    long in = Math.max(1, inflater.getBytesRead());
    if (memberSize > SUSPICIOUS && memberSize / in > RATIO) {
      broken = "it unpacks to more than " + RATIO + " times its size";
      chunks.clear();
      throw damage(broken);
    }
  }

  private void closeMember() throws IOException, MemberDamage {
    raw.seek(raw.position() - inflater.getRemaining());
    inMember = false;
    long stated = 0;
    for (int i = 0; i < 8; i++) {
      int b = raw.read();
      if (b < 0) {
        throw new MemberDamage("the file ends inside it", memberBase, raw.position());
      }
      stated |= (long) b << 8 * i;
    }
    if (stated != (crc.getValue() | memberSize << 32)) {
      throw new MemberDamage("its checksum does not match", memberBase, raw.position());
    }
  }

  private MemberDamage damage(String what) {
    return new MemberDamage(what, memberBase, memberBase + 1);
  }

  /** Goes on at the next member from {@code from} on; false where there is none. */
  boolean skipToMember(long from) throws IOException {
    chunks.clear();
    broken = null;
    inMember = false;
    return GzipHeader.search(raw, from) >= 0;
  }

  private int take(int most) {
    Chunk chunk = chunks.element();
    int n = Math.min(most, chunk.end - chunk.next);
    chunk.next += n;
    return n;
  }

  /** Reads up to {@code most} bytes of what is there; call {@link #fill()} first. */
  int read(ByteArrayOutputStream out, int most) {
    Chunk chunk = chunks.element();
    int n = Math.min(most, chunk.end - chunk.next);
    out.write(chunk.bytes, chunk.next, n);
    chunk.next += n;
    return n;
  }

  /** Passes over up to {@code most} bytes of what is there; call {@link #fill()} first. */
  long skip(long most) {
    return take((int) Math.min(most, Integer.MAX_VALUE));
  }

  /** Whether the bytes that are there begin with {@code text}; call {@link #fill()} first. */
  boolean startsWith(String text) {
    Chunk chunk = chunks.element();
    if (chunk.end - chunk.next < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (chunk.bytes[chunk.next + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The next line, cut at {@code most} bytes; null at the end of the file. */
  @Nullable Line line(int most) throws IOException, MemberDamage {
    if (!fill()) {
      return null;
    }
    Place place = place();
    ByteArrayOutputStream out = new ByteArrayOutputStream(80);
    while (out.size() < most && fill()) {
      Chunk chunk = chunks.element();
      int from = chunk.next;
      int limit = Math.min(chunk.end, from + most - out.size());
      while (chunk.next < limit && chunk.bytes[chunk.next] != '\n') {
        chunk.next++;
      }
      out.write(chunk.bytes, from, chunk.next - from);
      if (chunk.next < limit) {
        chunk.next++;
        return new Line(out.toByteArray(), place, true);
      }
    }
    return new Line(out.toByteArray(), place, false);
  }

  /** Puts bytes back that were read from {@code place} on. */
  void unread(byte[] bytes, Place place) {
    if (bytes.length > 0) {
      chunks.push(new Chunk(bytes, bytes.length, place));
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
