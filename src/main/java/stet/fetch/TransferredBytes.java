package stet.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.capture.Payload;

/** A body with its transfer coding; few ask for its digest, so that it is made when one does. */
final class TransferredBytes implements Payload {
  private final byte[] bytes;
  private @Nullable Digest digest;

  TransferredBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public synchronized Digest digest() {
    if (digest == null) {
      digest = Digest.of(bytes);
    }
    return digest;
  }
}
