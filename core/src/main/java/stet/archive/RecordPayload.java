package stet.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.netpreserve.jwarc.ParsingException;
import stet.archive.RecordHead.MalformedRecord;
import stet.capture.Digest;
import stet.capture.Erasure;
import stet.capture.Payload;

/**
 * Bytes that lie in a record: its block, or what of a response's block follows the head.
 *
 * @param raw for a response, the body as transferred instead of the payload
 */
record RecordPayload(
    ArchiveFolder folder, WarcLocation location, long size, Digest digest, boolean raw)
    implements Payload {

  @Override
  public InputStream open() throws IOException {
    RecordReader reader = RecordReader.open(folder, location.file(), location.offset());
    try {
      return open(reader);
    } catch (MalformedRecord | ParsingException e) {
      reader.close();
      throw damaged(String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private InputStream open(RecordReader reader) throws IOException, MalformedRecord {
    RecordHead head = reader.head();
    Optional<Erasure> erased = ErasedFields.of(head);
    if (erased.isPresent() && CaptureFields.payloadDigest(head).equals(digest)) {
      throw new Erasure.Met(erased.get());
    }
    boolean holdsIt =
        CaptureFields.holdsPayload(head)
            && (raw || CaptureFields.payloadDigest(head).equals(digest));
    if (!holdsIt) {
      throw new MalformedRecord("it does not hold the payload " + digest.labelled());
    }
    if (CaptureFields.isPayloadAlone(head)) {
      return reader.block(digest);
    }
    InputStream block = reader.block(CaptureFields.blockDigest(head));
    if (CaptureFields.isChunked(head) && !raw) {
      return new Checked(HttpBlock.dechunked(block), block);
    }
    block.skipNBytes(CaptureFields.headLength(head));
    return new Checked(block, block);
  }

  private DamagedRecordException damaged(String what) {
    return new DamagedRecordException(location.file(), location.offset(), what);
  }

  /** Its end is reached only if the bytes have the digest and the record is sound to its end. */
  private final class Checked extends FilterInputStream {
    private final InputStream block;
    private final MessageDigest sha = Digest.algorithm();

    Checked(InputStream in, InputStream block) {
      super(in);
      this.block = block;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = next(bytes, from, length);
      if (n >= 0) {
        sha.update(bytes, from, n);
        return n;
      }
      block.transferTo(OutputStream.nullOutputStream());
      // digest() resets, so the end is compared on a copy: it may be asked for again.
      if (!HexFormat.of().formatHex(copy().digest()).equals(digest.hex())) {
        throw damaged("the bytes do not have the digest " + digest.labelled());
      }
      return -1;
    }

    private int next(byte[] bytes, int from, int length) throws IOException {
      try {
        return in.read(bytes, from, length);
      } catch (ParsingException e) {
        throw damaged("the chunks of the body cannot be read: " + e.getMessage());
      }
    }

    private MessageDigest copy() {
      try {
        return (MessageDigest) sha.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public long skip(long n) throws IOException {
      return readNBytes((int) Math.min(n, 1 << 13)).length;
    }

    @Override
    public void close() throws IOException {
      block.close();
    }
  }
}
