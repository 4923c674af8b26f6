package stet.ingest.warc;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The header of a gzip member, RFC 1952 section 2.3, and the search for one. */
final class GzipHeader {
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;
  private static final int RESERVED = 0xe0;

  /** So many unpacked bytes must look like a record's first line. */
  private static final int TRIAL = 10;

  private GzipHeader() {}

  /** Whether the bytes at the input's place begin a member; the place is left where it is. */
  static boolean isAt(RawInput in) throws IOException {
    long at = in.position();
    boolean found = in.read() == 0x1f && in.read() == 0x8b && in.read() == 8;
    in.seek(at);
    return found;
  }

  /** Reads a header; false where there is none. */
  static boolean read(RawInput in) throws IOException {
    if (in.read() != 0x1f || in.read() != 0x8b || in.read() != 8) {
      return false;
    }
    int flags = in.read();
    skip(in, 6);
    if ((flags & FEXTRA) != 0) {
      skip(in, in.read() | in.read() << 8);
    }
    if ((flags & FNAME) != 0) {
      skipText(in);
    }
    if ((flags & FCOMMENT) != 0) {
      skipText(in);
    }
    if ((flags & FHCRC) != 0) {
      skip(in, 2);
    }
    return flags >= 0 && (flags & RESERVED) == 0 && in.fill();
  }

  private static void skip(RawInput in, int count) throws IOException {
    for (int i = 0; i < count && in.fill(); i++) {
      in.advance(1);
    }
  }

  private static void skipText(RawInput in) throws IOException {
    int b = in.read();
    while (b > 0) {
      b = in.read();
    }
  }

  /**
   * The place of the next member from {@code from} on that unpacks to the beginning of a text line;
   * -1 where there is none. Three bytes that look like a header are common in other data.
   */
  static long search(RawInput in, long from) throws IOException {
    in.seek(from);
    for (int b = in.read(); b >= 0; b = in.read()) {
      long at = in.position() - 1;
      if (b == 0x1f) {
        in.seek(at);
        if (isAt(in) && unpacksToText(in)) {
          in.seek(at);
          return at;
        }
        in.seek(at + 1);
      }
    }
    return -1;
  }

  private static boolean unpacksToText(RawInput in) throws IOException {
    if (!read(in)) {
      return false;
    }
    Inflater inflater = new Inflater(true);
    try {
      byte[] text = new byte[TRIAL];
      int got = 0;
      while (got < TRIAL && !inflater.finished()) {
        if (inflater.needsInput()) {
          if (!in.fill()) {
            return false;
          }
          inflater.setInput(in.buffer(), in.next(), in.available());
          in.advance(in.available());
        }
        got += inflater.inflate(text, got, TRIAL - got);
      }
      return got == TRIAL && isText(text);
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b != '\r' && b != '\n' && (b < ' ' || b > '~')) {
        return false;
      }
    }
    return true;
  }
}
