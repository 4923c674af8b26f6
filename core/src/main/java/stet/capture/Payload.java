package stet.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a captured page, which can be opened as often as needed. Where they lie (memory, a
 * file, a WARC record) is the payload's own business.
 */
public interface Payload {
  /**
   * Opens the bytes from their beginning; the caller closes the stream.
   *
   * @throws IOException when the bytes cannot be reached any more
   */
  InputStream open() throws IOException;

  /** How many bytes {@link #open()} yields. */
  long size();

  /** The digest of exactly these bytes. */
  Digest digest();

  /**
   * All the bytes, for callers that have checked {@link #size()} against a bound of their own.
   *
   * @throws IOException when the bytes cannot be reached any more
   */
  default byte[] bytes() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  /** A payload held in memory. The array is not copied and must not be changed afterwards. */
  static Payload of(byte[] bytes) {
    Digest digest = Digest.of(bytes);
    return new Payload() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public Digest digest() {
        return digest;
      }
    };
  }
}
