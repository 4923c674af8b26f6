package stet.watch.drift;

/** What is made of revisions that look like a new page template. */
public enum DriftVerdict {
  /** Nobody has looked yet: they are shown as held, and count as no edits. */
  HELD,
  /** A person says that they are edits: they are shown and counted as such. */
  RELEASED,
  /** A person says that they are none: they stay held for good. */
  DISMISSED
}
