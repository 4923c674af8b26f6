package stet.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/** Rewrites a stored record so that all its checksums are right again. */
final class Forgery {
  /** The end of a deflate stream of which no byte is left. */
  private static final byte[] NOTHING = {3, 0};

  private Forgery() {}

  static byte[] replace(byte[] member, String from, String to) throws IOException {
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(member)).readAllBytes();
    String text = new String(plain, StandardCharsets.ISO_8859_1).replace(from, to);
    return member(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static byte[] member(byte[] plain) throws IOException {
    Memory memory = new Memory();
    MemberWriter out = new MemberWriter(memory, 0, new Deflater(9, true));
    out.head(plain);
    out.finish(new PackedBlock(NOTHING, 0, 0));
    return memory.bytes;
  }

  private static final class Memory implements ArchiveFile {
    private byte[] bytes = new byte[0];

    @Override
    public void write(ByteBuffer more, long position) {
      byte[] added = new byte[more.remaining()];
      more.get(added);
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length, (int) position + added.length));
      System.arraycopy(added, 0, bytes, (int) position, added.length);
    }

    @Override
    public void force() {}

    @Override
    public void truncate(long size) {
      bytes = Arrays.copyOf(bytes, (int) size);
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void close() {}
  }
}
