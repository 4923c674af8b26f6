package stet.serve.http;

/** What somebody who asks may do; each role may do what those before it may. */
public enum Role {
  /** Nothing but log in. */
  NOBODY,
  /** Read what is published. */
  VIEWER,
  /** Read everything. */
  READER,
  /** Write, too. */
  EDITOR;

  /** Whether this role may do what needs that one. */
  public boolean may(Role needed) {
    return compareTo(needed) >= 0;
  }
}
