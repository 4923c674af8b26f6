package stet.cli;

import java.util.Iterator;
import stet.track.Progress;

/** Tells progress of each element that is taken. */
record Counted<T>(Iterator<T> source, Progress progress) implements Iterator<T> {
  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public T next() {
    progress.advance(1);
    return source.next();
  }
}
