package stet.track;

/** Is told how long work gets on. Called on the working thread; must be quick. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = done -> {};

  /** So many more units (captures, records) are done. */
  void advance(long done);
}
