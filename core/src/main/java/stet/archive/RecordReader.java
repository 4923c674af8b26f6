package stet.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import stet.archive.RecordHead.MalformedRecord;
import stet.capture.Digest;

/** One record opened: its head read, its block to be read once. */
final class RecordReader implements Closeable {
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final String file;
  private final long offset;
  private final InputStream in;
  private final RecordHead head;

  private RecordReader(String file, long offset, InputStream in, RecordHead head) {
    this.file = file;
    this.offset = offset;
    this.in = in;
    this.head = head;
  }

  /**
   * @throws DamagedRecordException when no sound record begins at {@code offset}
   */
  static RecordReader open(ArchiveFolder folder, String file, long offset) throws IOException {
    InputStream in =
        new BufferedInputStream(MemberReader.open(folder.read(file), file, offset), 1 << 13);
    try {
      return new RecordReader(file, offset, in, RecordHead.read(in));
    } catch (MalformedRecord e) {
      in.close();
      throw new DamagedRecordException(file, offset, e.getMessage());
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  RecordHead head() {
    return head;
  }

  /**
   * The record's block. Its end is reached only if the record is sound to its last byte and, where
   * a digest is given, the block has it. Closing the stream closes the reader.
   */
  InputStream block(@Nullable Digest expected) throws IOException {
    try {
      return new Block(head.number("Content-Length"), expected);
    } catch (MalformedRecord e) {
      throw damaged(e.getMessage());
    }
  }

  private DamagedRecordException damaged(String what) {
    return new DamagedRecordException(file, offset, what);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private final class Block extends InputStream {
    private final @Nullable Digest expected;
    private final MessageDigest sha = Digest.algorithm();
    private long left;
    private boolean checked;

    Block(long length, @Nullable Digest expected) {
      this.left = length;
      this.expected = expected;
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
      if (left == 0) {
        checkEnd();
        return -1;
      }
      int n = in.read(bytes, from, (int) Math.min(length, left));
      if (n < 0) {
        throw damaged("the record is shorter than its Content-Length");
      }
      left -= n;
      if (expected != null) {
        sha.update(bytes, from, n);
      }
      return n;
    }

    private void checkEnd() throws IOException {
      if (checked) {
        return;
      }
      if (!Arrays.equals(in.readNBytes(END.length), END) || in.read() >= 0) {
        throw damaged("the record is longer than its Content-Length");
      }
      if (expected != null && !HexFormat.of().formatHex(sha.digest()).equals(expected.hex())) {
        throw damaged("the bytes do not have the digest " + expected.labelled());
      }
      checked = true;
    }

    @Override
    public void close() throws IOException {
      RecordReader.this.close();
    }
  }
}
