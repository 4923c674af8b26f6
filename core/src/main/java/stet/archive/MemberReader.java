package stet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates one gzip member; its end is reached only if checksum and size agree. */
final class MemberReader extends InputStream {
  private final FileChannel channel;
  private final String file;
  private final long offset;
  private final Inflater inflater;
  private final CRC32 crc = new CRC32();
  private final ByteBuffer input = ByteBuffer.allocate(1 << 14);
  private final long dataEnd;
  private long position;
  private boolean checked;

  private MemberReader(FileChannel channel, String file, long offset) throws IOException {
    this.channel = channel;
    this.file = file;
    this.offset = offset;
    ByteBuffer bytes = ByteBuffer.allocate(GzipMember.HEAD);
    readFully(channel, bytes, offset);
    GzipMember.Head head = GzipMember.parse(bytes.flip());
    if (head == null || head.length() < GzipMember.SHORTEST) {
      throw damaged("no gzip header");
    }
    if (head.length() > channel.size() - offset) {
      throw damaged("the file ends inside the record");
    }
    this.inflater = new Inflater(true);
    this.position = offset + GzipMember.HEAD;
    this.dataEnd = offset + head.length() - GzipMember.TRAILER;
  }

  /** Opens the member at {@code offset}; the channel is closed with the reader, or at once. */
  static MemberReader open(FileChannel channel, String file, long offset) throws IOException {
    try {
      return new MemberReader(channel, file, offset);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Fills {@code bytes} from {@code position} on, as far as the file goes. */
  static void readFully(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      int n = channel.read(bytes, at);
      if (n < 0) {
        return;
      }
      at += n;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (!inflater.finished()) {
        int n = inflater.inflate(bytes, from, length);
        if (n > 0) {
          crc.update(bytes, from, n);
          return n;
        }
        if (inflater.needsInput()) {
          fill();
        } else if (inflater.needsDictionary()) {
          throw damaged("the compressed data asks for a dictionary");
        }
      }
    } catch (DataFormatException e) {
      throw damaged("the compressed data is invalid (" + e.getMessage() + ")");
    }
    checkTrailer();
    return -1;
  }

  private void fill() throws IOException {
    int n = (int) Math.min(input.capacity(), dataEnd - position);
    if (n <= 0) {
      throw damaged("the compressed data ends early");
    }
    readFully(channel, input.clear().limit(n), position);
    inflater.setInput(input.array(), 0, input.position());
    position += n;
  }

  private void checkTrailer() throws IOException {
    if (checked) {
      return;
    }
    if (position - inflater.getRemaining() != dataEnd) {
      throw damaged("bytes follow the compressed data");
    }
    ByteBuffer trailer = ByteBuffer.allocate(GzipMember.TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    readFully(channel, trailer, dataEnd);
    trailer.flip();
    if (trailer.getInt() != (int) crc.getValue()
        || trailer.getInt() != (int) inflater.getBytesWritten()) {
      throw damaged("the gzip checksum does not match");
    }
    checked = true;
  }

  private DamagedRecordException damaged(String what) {
    return new DamagedRecordException(file, offset, what);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    channel.close();
  }
}
