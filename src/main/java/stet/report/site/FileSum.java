package stet.report.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Whether a file is still the one that was written, for its size does not tell. Two cyclic sums of
 * 32 bits each, of different polynomials: they are to find what happened to a file, not to stand up
 * to somebody who wants them to be equal, who could as well write to the ledger. A run that changes
 * little has no optimising compiler, without which SHA-256 of the pages took a third of its time.
 */
final class FileSum {
  private static final int CHUNK = 1 << 16;

  private final CRC32 one = new CRC32();
  private final CRC32C other = new CRC32C();

  private FileSum() {}

  static String of(byte[] content) {
    FileSum sum = new FileSum();
    sum.add(content, content.length);
    return sum.text();
  }

  static String of(Path file) throws IOException {
    FileSum sum = new FileSum();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.read(chunk);
      while (read >= 0) {
        sum.add(chunk, read);
        read = in.read(chunk);
      }
    }
    return sum.text();
  }

  private void add(byte[] bytes, int count) {
    one.update(bytes, 0, count);
    other.update(bytes, 0, count);
  }

  private String text() {
    return Long.toHexString(one.getValue() << 32 | other.getValue());
  }
}
