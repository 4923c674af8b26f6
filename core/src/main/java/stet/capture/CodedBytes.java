package stet.capture;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import stet.capture.ContentCodings.Decoded;
import stet.capture.ContentCodings.Outcome;

/** One layer of content coding, undone. */
final class CodedBytes {
  private static final int BUFFER = 1 << 14;
  private static final int SNIFFED = 512;

  /** Stands for a whole brotli stream with other bytes after it, within this class only. */
  private static final Outcome FOLLOWED = Outcome.UNKNOWN_CODING;

  private CodedBytes() {}

  /** A stream that decodes, as each library opens it. */
  private interface Opener {
    InputStream open(InputStream coded) throws IOException;
  }

  private static final Opener GZIP = in -> new GZIPInputStream(in, BUFFER);
  private static final Opener ZSTD = ZstdInputStream::new;
  private static final Opener BROTLI = in -> new BrotliInputStream(in, BUFFER);

  private static final Opener PADDED_BROTLI =
      in -> BROTLI.open(new SequenceInputStream(in, new ByteArrayInputStream(new byte[BUFFER])));

  private static Opener deflate(byte[] coded) {
    boolean raw = !isZlib(coded);
    return in -> new Inflated(in, new Inflater(raw));
  }

  static Decoded decode(byte[] coded, String coding, int maxBytes) {
    if (coded.length == 0) {
      return new Decoded(coded, Outcome.WHOLE);
    }
    return switch (coding) {
      case "gzip", "x-gzip" ->
          isGzip(coded) ? gunzip(coded, maxBytes) : mislabelled(coded, maxBytes);
      case "zstd" -> isZstd(coded) ? unzstd(coded, maxBytes) : mislabelled(coded, maxBytes);
      case "deflate", "x-deflate" -> orMislabelled(inflate(coded, maxBytes), coded, maxBytes);
      case "br" -> orMislabelled(unbrotli(coded, maxBytes), coded, maxBytes);
      default -> new Decoded(coded, Outcome.UNKNOWN_CODING);
    };
  }

  /** Deflate and brotli have no mark of their own: only what fails can be seen to be another. */
  private static Decoded orMislabelled(Decoded tried, byte[] coded, int maxBytes) {
    boolean failed = tried.outcome() == Outcome.DAMAGED || tried.outcome() == Outcome.CUT_OFF;
    boolean other = isGzip(coded) || isZstd(coded) || isPlain(coded);
    return failed && other ? mislabelled(coded, maxBytes) : tried;
  }

  private static Decoded mislabelled(byte[] coded, int maxBytes) {
    if (isGzip(coded)) {
      return relabelled(gunzip(coded, maxBytes));
    }
    if (isZstd(coded)) {
      return relabelled(unzstd(coded, maxBytes));
    }
    return isPlain(coded) ? new Decoded(coded, Outcome.NOT_CODED) : otherwiseCoded(coded, maxBytes);
  }

  /** Bytes that are neither text nor marked: zlib or brotli if the whole of them decodes. */
  private static Decoded otherwiseCoded(byte[] coded, int maxBytes) {
    Decoded inflated = inflate(coded, maxBytes);
    if (inflated.outcome().isComplete()) {
      return relabelled(inflated);
    }
    Decoded brotli = unbrotli(coded, maxBytes);
    return brotli.outcome().isComplete()
        ? relabelled(brotli)
        : new Decoded(coded, Outcome.NOT_CODED);
  }

  private static Decoded relabelled(Decoded decoded) {
    return decoded.outcome().isComplete()
        ? new Decoded(decoded.bytes(), Outcome.OTHER_CODING)
        : decoded;
  }

  private static Decoded gunzip(byte[] coded, int maxBytes) {
    return read(coded, GZIP, maxBytes);
  }

  private static Decoded unzstd(byte[] coded, int maxBytes) {
    return read(coded, ZSTD, maxBytes);
  }

  /**
   * This decoder reads zeros past the end before it notices, and so invents text at the end of what
   * is cut off: nothing of a broken stream is given. Bytes that follow a whole one are no fault.
   */
  private static Decoded unbrotli(byte[] coded, int maxBytes) {
    Decoded read = read(coded, BROTLI, maxBytes, maxBytes);
    if (read.outcome() == Outcome.WHOLE || read.outcome() == Outcome.TOO_LARGE) {
      return read;
    }
    if (read.outcome() == FOLLOWED) {
      // The decoder does not notice what follows when the end of the input is far away.
      return read(Arrays.copyOf(coded, coded.length + BUFFER), BROTLI, maxBytes, maxBytes);
    }
    return new Decoded(new byte[0], read.outcome());
  }

  private static Decoded inflate(byte[] coded, int maxBytes) {
    return read(coded, deflate(coded), maxBytes);
  }

  private static Decoded read(byte[] coded, Opener opener, int maxBytes) {
    Decoded read = read(coded, opener, maxBytes, maxBytes);
    // A decoder that fails within a call keeps what it had decoded in that call: ask for less
    // there.
    return read.outcome() == Outcome.CUT_OFF || read.outcome() == Outcome.DAMAGED
        ? read(coded, opener, maxBytes, read.bytes().length)
        : read;
  }

  /**
   * @param sound so many bytes are read many at once, those after them one by one
   */
  private static Decoded read(byte[] coded, Opener opener, int maxBytes, int sound) {
    Gathered out = new Gathered((int) Math.min(maxBytes, 4L * coded.length), maxBytes);
    Outcome outcome;
    try (InputStream in = opener.open(new ByteArrayInputStream(coded))) {
      outcome = copy(in, out, maxBytes, sound);
    } catch (IOException | RuntimeException e) {
      // The decoders are made for sound input and report damage with whatever exception it causes.
      outcome = failure(e);
    }
    return new Decoded(out.toByteArray(), outcome);
  }

  private static Outcome copy(InputStream in, Gathered out, int maxBytes, int sound)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (true) {
      int n = in.read(buffer, 0, out.size() < sound ? BUFFER : 1);
      if (n < 0) {
        return Outcome.WHOLE;
      }
      int room = maxBytes - out.size();
      out.write(buffer, 0, Math.min(n, room));
      if (n > room) {
        return Outcome.TOO_LARGE;
      }
    }
  }

  /** Whether one layer of coding hides more bytes than so many; they are counted and not kept. */
  static boolean isLarger(byte[] coded, String coding, int maxBytes) {
    return openers(coded, coding).stream().anyMatch(o -> isLarger(coded, o, maxBytes));
  }

  /** Every decoder that {@link #decode} might end with. */
  private static List<Opener> openers(byte[] coded, String coding) {
    List<Opener> openers = new ArrayList<>();
    if (coded.length == 0) {
      return openers;
    }
    switch (coding) {
      case "gzip", "x-gzip", "zstd" -> {}
      case "deflate", "x-deflate" -> openers.add(deflate(coded));
      case "br" -> openers.addAll(List.of(BROTLI, PADDED_BROTLI));
      default -> {
        return openers;
      }
    }
    if (isGzip(coded)) {
      openers.add(GZIP);
    } else if (isZstd(coded)) {
      openers.add(ZSTD);
    } else if (!isPlain(coded)) {
      openers.addAll(List.of(deflate(coded), BROTLI, PADDED_BROTLI));
    }
    return openers;
  }

  private static boolean isLarger(byte[] coded, Opener opener, int maxBytes) {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = opener.open(new ByteArrayInputStream(coded))) {
      for (int n = in.read(buffer); n >= 0 && size <= maxBytes; n = in.read(buffer)) {
        size += n;
      }
    } catch (IOException | RuntimeException e) {
      // Damaged: what came before is counted.
    }
    return size > maxBytes;
  }

  /** The decoders tell a missing end apart from damage in different ways. */
  private static Outcome failure(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String why = cause.getMessage() == null ? "" : cause.getMessage();
    return switch (why) {
      case "Not enough input bytes", "Read after end", "No more input", "Unexpected end of input" ->
          Outcome.CUT_OFF;
      case "Unused bytes after end" -> FOLLOWED;
      default -> e instanceof EOFException ? Outcome.CUT_OFF : Outcome.DAMAGED;
    };
  }

  private static boolean isGzip(byte[] b) {
    return b.length > 2 && (b[0] & 0xff) == 0x1f && (b[1] & 0xff) == 0x8b && b[2] == 8
        || b.length <= 2 && (b[0] & 0xff) == 0x1f;
  }

  private static boolean isZstd(byte[] b) {
    byte[] magic = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    int n = Math.min(4, b.length);
    return Arrays.equals(b, 0, n, magic, 0, n);
  }

  /** The zlib header of RFC 1950 section 2.2, without a preset dictionary. */
  private static boolean isZlib(byte[] b) {
    if (b.length < 2) {
      return false;
    }
    int head = (b[0] & 0xff) << 8 | b[1] & 0xff;
    return (b[0] & 0x0f) == 8 && (b[0] & 0xf0) <= 0x70 && head % 31 == 0 && (b[1] & 0x20) == 0;
  }

  /**
   * Text in any charset has no control characters but white space; coded bytes have one within the
   * first few dozen. UTF-16 with its mark has zeros.
   */
  private static boolean isPlain(byte[] b) {
    if (b.length > 1 && ((b[0] & 0xff) == 0xff || (b[0] & 0xff) == 0xfe) && (b[1] & 0xfe) == 0xfe) {
      return true;
    }
    for (int i = 0; i < Math.min(SNIFFED, b.length); i++) {
      boolean white = b[i] == '\t' || b[i] == '\n' || b[i] == '\r' || b[i] == '\f' || b[i] == 0x1b;
      if (b[i] >= 0 && b[i] < 0x20 && !white || b[i] == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** The library's stream does not release an inflater that it was given. */
  private static final class Inflated extends InflaterInputStream {
    Inflated(InputStream in, Inflater inflater) {
      super(in, inflater, BUFFER);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }

  /** Spares the copies that would double and treble the memory of a large page. */
  private static final class Gathered {
    private final int most;
    private byte[] bytes;
    private int size;

    Gathered(int expected, int most) {
      this.most = most;
      this.bytes = new byte[expected];
    }

    int size() {
      return size;
    }

    void write(byte[] from, int offset, int length) {
      if (size + length > bytes.length) {
        long grown = Math.max(2L * bytes.length, size + (long) length);
        bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(most, size + length), grown));
      }
      System.arraycopy(from, offset, bytes, size, length);
      size += length;
    }

    byte[] toByteArray() {
      return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
  }
}
