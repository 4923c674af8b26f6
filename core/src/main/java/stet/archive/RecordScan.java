package stet.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import stet.archive.StoredRecord.DamagedRecord;

/**
 * The records of one file in order. Each is checked to its last stored byte before it is handed
 * out; memory does not grow with the file.
 */
public final class RecordScan implements Closeable {
  private final WarcArchive archive;
  private final String file;
  private final FileChannel channel;
  private final MemberWalk walk;

  RecordScan(WarcArchive archive, FileChannel channel, String file, long from) throws IOException {
    this.archive = archive;
    this.file = file;
    this.channel = channel;
    this.walk = new MemberWalk(channel, from, channel.size());
  }

  /**
   * The next record, null at the end of the file as it was when the scan began. Damage is handed
   * out as a {@link DamagedRecord}, never thrown.
   *
   * @throws IOException when the file cannot be read at all
   */
  public @Nullable StoredRecord next() throws IOException {
    MemberWalk.Span span = walk.next();
    if (span == null) {
      return null;
    }
    WarcLocation location = new WarcLocation(file, span.offset(), span.length());
    if (!span.sound()) {
      return new DamagedRecord(location, span.damage(), span.toEnd());
    }
    try {
      return archive.readAny(location);
    } catch (DamagedRecordException e) {
      return new DamagedRecord(location, e.what(), false);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
