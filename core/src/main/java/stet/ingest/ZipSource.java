package stet.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import stet.ingest.warc.ByteSource;

/**
 * An entry of a zip file. Reading onwards is cheap; reading back begins at the entry's start, where
 * a stored entry, which is what WACZ asks for, is passed over without being read.
 */
final class ZipSource implements ByteSource {
  /** Past so many unpacked bytes, an entry that unpacks beyond {@link #RATIO} is a bomb. */
  private static final long SUSPICIOUS = 1L << 28;

  private static final long RATIO = 200;

  private final ZipFile zip;
  private final ZipEntry entry;
  private InputStream in;
  private long position;

  private ZipSource(ZipFile zip, ZipEntry entry, InputStream in) {
    this.zip = zip;
    this.entry = entry;
    this.in = in;
  }

  static ZipSource open(Path file, String name) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new IOException("the entry is gone");
      }
      return new ZipSource(zip, entry, zip.getInputStream(entry));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  @Override
  public int read(ByteBuffer into, long at) throws IOException {
    if (at < position) {
      in.close();
      in = zip.getInputStream(entry);
      position = 0;
    }
    while (position < at) {
      long skipped = in.skip(at - position);
      if (skipped <= 0 && in.read() < 0) {
        return -1;
      }
      position += Math.max(1, skipped);
      check();
    }
    int n = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
    if (n > 0) {
      into.position(into.position() + n);
      position += n;
      check();
    }
    return n;
  }

  private void check() throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    if (position > SUSPICIOUS && position / packed > RATIO) {
      throw new IOException("an entry unpacks to more than " + RATIO + " times its size");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
