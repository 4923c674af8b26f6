package stet.spark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is handed over one by one into what is asked for one by one, by way of a file on the
 * worker's disk, so that memory does not grow with an archive.
 */
final class Spool implements AutoCloseable {
  private final Path file;
  private final DataOutputStream out;

  Spool() throws IOException {
    file = Files.createTempFile("stet-spool", ".bin");
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  void add(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** All that was added, in its order; the file is gone when the last one was taken. */
  Iterator<byte[]> iterator() throws IOException {
    out.close();
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    return new Iterator<>() {
      private byte @Nullable [] next = read();

      private byte @Nullable [] read() {
        try {
          byte[] bytes = new byte[in.readInt()];
          in.readFully(bytes);
          return bytes;
        } catch (EOFException end) {
          close(in);
          return null;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public byte[] next() {
        byte[] current = next;
        if (current == null) {
          throw new NoSuchElementException();
        }
        next = read();
        return current;
      }
    };
  }

  private void close(DataInputStream in) {
    try {
      in.close();
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
