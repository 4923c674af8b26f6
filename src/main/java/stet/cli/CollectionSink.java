package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.track.Accepted;
import stet.track.Collection;
import stet.track.CollectionException;
import stet.watch.CaptureSink;

/**
 * Takes what was fetched into a collection. The right to write is held for one batch at a time or,
 * for a run that ends soon, for all of them.
 */
final class CollectionSink implements CaptureSink, AutoCloseable {
  private final Path home;
  private final Clock clock;
  private final Duration patience;
  private final boolean keepsOpen;
  private Collection.@Nullable Writer open;

  CollectionSink(Path home, Clock clock, Duration patience, boolean keepsOpen) {
    this.home = home;
    this.clock = clock;
    this.patience = patience;
    this.keepsOpen = keepsOpen;
  }

  @Override
  public synchronized List<Taken> accept(List<Fetched> batch) throws IOException {
    try {
      List<Capture> captures = new ArrayList<>();
      batch.forEach(f -> f.captures().forEach(c -> captures.add(f.list() ? ofList(c) : c)));
      List<Accepted> accepted = writer().tracker().accept(captures);
      List<Taken> taken = new ArrayList<>();
      int at = 0;
      for (Fetched fetched : batch) {
        at += fetched.captures().size();
        taken.add(taken(accepted.get(at - 1)));
      }
      return taken;
    } catch (CollectionException e) {
      close();
      // Another stet that writes is no reason to give up; the watch tries again.
      throw new IOException(e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    } finally {
      if (!keepsOpen) {
        close();
      }
    }
  }

  private Collection.Writer writer() throws IOException {
    if (open == null) {
      open = Collection.openForWriting(home, clock, patience);
    }
    return open;
  }

  private static Capture ofList(Capture c) {
    String requested = c.source() instanceof Live live ? live.requested() : c.uri();
    return new Capture(
        c.uri(),
        c.at(),
        c.ordinal(),
        c.mediaType(),
        c.payload(),
        new Live(requested, true),
        c.exchange());
  }

  private static Taken taken(Accepted accepted) {
    Showed showed =
        switch (accepted.outcome()) {
          case ARTICLE ->
              accepted.begins() == 0
                  ? Showed.UNCHANGED
                  : accepted.begins() == 1 ? Showed.FIRST : Showed.CHANGED;
          case NOT_AN_ARTICLE -> Showed.NO_ARTICLE;
          case ALREADY_HERE, LIST -> Showed.UNCHANGED;
        };
    return new Taken(showed, accepted.published(), accepted.detail());
  }

  @Override
  public synchronized void close() throws IOException {
    if (open != null) {
      Collection.Writer writer = open;
      open = null;
      writer.close();
    }
  }
}
