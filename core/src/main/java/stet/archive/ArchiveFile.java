package stet.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file being written: the few operations whose failure the writer must survive. */
interface ArchiveFile extends Closeable {
  /** Writes all remaining bytes at {@code position}. */
  void write(ByteBuffer bytes, long position) throws IOException;

  /** Returns when everything written is on the disk. */
  void force() throws IOException;

  void truncate(long size) throws IOException;

  long size() throws IOException;

  /** Opens a file for writing, creating it if need be. */
  @FunctionalInterface
  interface Opener {
    ArchiveFile open(Path path) throws IOException;
  }

  static ArchiveFile open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return new ArchiveFile() {
      @Override
      public void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
          at += channel.write(bytes, at);
        }
      }

      @Override
      public void force() throws IOException {
        channel.force(true);
      }

      @Override
      public void truncate(long size) throws IOException {
        channel.truncate(size);
      }

      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
