package stet.ingest.warc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Bytes that can be read from any place. Not for several threads at once. */
public interface ByteSource extends Closeable {
  /**
   * Reads some bytes.
   *
   * @param into takes them; has room
   * @param at the place of the first one
   * @return how many were read, -1 at the end
   */
  int read(ByteBuffer into, long at) throws IOException;

  /** A file on disk. */
  static ByteSource of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    return new ByteSource() {
      @Override
      public int read(ByteBuffer into, long at) throws IOException {
        return channel.read(into, at);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
