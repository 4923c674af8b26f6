package stet.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Steps through a file member by member, checking each stored byte but inflating nothing. After
 * damage it goes on at the next header, so one damaged place is reported once.
 */
final class MemberWalk {
  private static final int CHUNK = 1 << 16;
  private static final String NEVER_FINISHED = "the record was never finished";
  private static final String CUT_OFF = "the file ends inside the record";

  private final FileChannel channel;
  private final long end;
  private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
  private long position;

  /**
   * @param from where a member begins
   * @param end where to stop; not beyond the channel's size
   */
  MemberWalk(FileChannel channel, long from, long end) {
    this.channel = channel;
    this.position = from;
    this.end = end;
  }

  /**
   * A stretch of the file.
   *
   * @param damage what is wrong with it; empty for a sound member
   * @param toEnd for a damaged stretch, whether no further member follows
   */
  record Span(long offset, long length, String damage, boolean toEnd) {
    boolean sound() {
      return damage.isEmpty();
    }

    /** Whether the stretch looks as a killed writer leaves it, and not like changed bytes. */
    boolean cutShort() {
      return toEnd && (damage.equals(NEVER_FINISHED) || damage.equals(CUT_OFF));
    }
  }

  /** The next stretch, null at the end. */
  @Nullable Span next() throws IOException {
    if (position >= end) {
      return null;
    }
    GzipMember.Head head = headAt(position);
    Span span;
    if (head == null) {
      boolean tooShort = end - position < GzipMember.HEAD;
      span = damage(tooShort ? CUT_OFF : "no gzip header where a record should begin");
    } else if (head.rest() == 0) {
      span = damage(NEVER_FINISHED);
    } else if (head.length() < GzipMember.SHORTEST || head.length() > end - position) {
      span = damage(CUT_OFF);
    } else if (crc(position + GzipMember.HEAD, head.rest()) == head.crc()) {
      span = new Span(position, head.length(), "", false);
    } else {
      span = wrongChecksum(head.length());
    }
    position = span.offset + span.length;
    return span;
  }

  private Span wrongChecksum(long length) throws IOException {
    String what = "the checksum of the stored bytes does not match";
    long next = position + length;
    boolean last = next == end;
    // The length may itself be what was damaged: believe it only if a member follows.
    return last || headAt(next) != null ? new Span(position, length, what, last) : damage(what);
  }

  private Span damage(String what) throws IOException {
    long next = search(position + 1);
    return new Span(position, next - position, what, next == end);
  }

  private GzipMember.@Nullable Head headAt(long at) throws IOException {
    load(at, GzipMember.HEAD);
    return GzipMember.parse(buffer);
  }

  private long search(long from) throws IOException {
    for (long at = from; at < end; at += CHUNK - GzipMember.HEAD + 1) {
      load(at, CHUNK);
      int found = GzipMember.search(buffer);
      if (found >= 0) {
        return at + found;
      }
    }
    return end;
  }

  private int crc(long from, long length) throws IOException {
    CRC32 crc = new CRC32();
    for (long at = from; at < from + length; at += CHUNK) {
      load(at, (int) Math.min(CHUNK, from + length - at));
      crc.update(buffer);
    }
    return (int) crc.getValue();
  }

  private void load(long at, int length) throws IOException {
    buffer.clear().limit((int) Math.min(length, Math.max(0, end - at)));
    MemberReader.readFully(channel, buffer, at);
    buffer.flip();
  }
}
