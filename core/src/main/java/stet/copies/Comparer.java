package stet.copies;

/** Compares two articles whose texts the caller keeps. */
@FunctionalInterface
public interface Comparer {
  /** What the first is to the second. */
  Verdict compare(long first, long second);
}
