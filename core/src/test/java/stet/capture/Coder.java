package stet.capture;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Applies content codings, as a server would. */
public final class Coder {
  /** The names that {@link #encode} knows; {@code raw-deflate} is what some call deflate. */
  public static final List<String> CODINGS =
      List.of("gzip", "x-gzip", "deflate", "raw-deflate", "br", "zstd", "identity");

  private Coder() {}

  private interface Opener {
    OutputStream open(OutputStream out) throws IOException;
  }

  public static byte[] encode(String coding, byte[] plain) {
    return switch (coding) {
      case "gzip", "x-gzip" -> through(GZIPOutputStream::new, plain);
      case "deflate" -> through(DeflaterOutputStream::new, plain);
      case "raw-deflate" ->
          through(out -> new DeflaterOutputStream(out, new Deflater(9, true)), plain);
      case "zstd" -> through(ZstdOutputStream::new, plain);
      case "br" -> storedBrotli(plain);
      case "identity" -> plain;
      default -> throw new IllegalArgumentException(coding);
    };
  }

  private static byte[] through(Opener opener, byte[] plain) {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream out = opener.open(coded)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coded.toByteArray();
  }

  /** Uncompressed meta-blocks (RFC 7932 section 9.2): no encoder is needed for a valid stream. */
  private static byte[] storedBrotli(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int windowBits = 1;
    for (int at = 0; at < plain.length; at += 1 << 16) {
      int length = Math.min(1 << 16, plain.length - at);
      // WBITS (first block only), ISLAST 0, MNIBBLES 0, MLEN - 1, ISUNCOMPRESSED 1, padding.
      int head = (length - 1 << 3 | 1 << 19) << windowBits;
      out.write(head);
      out.write(head >> 8);
      out.write(head >> 16);
      out.write(plain, at, length);
      windowBits = 0;
    }
    // ISLAST 1, ISLASTEMPTY 1.
    out.write(3 << windowBits);
    return out.toByteArray();
  }
}
