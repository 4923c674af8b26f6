package stet.watch.push;

import stet.capture.EnumId;

/** What a push came to. */
public enum PushOutcome {
  /** The list is due at once. */
  ACCEPTED,
  /** It has no signature, a wrong one, or one of a kind that WebSub does not know. */
  FORGED,
  /** The same was pushed before. */
  REPLAYED,
  /** It is longer than any list that is read. */
  OVERSIZED,
  /** There is no such subscription, or it is over. */
  UNKNOWN;

  /** The name as shown: lower case. */
  public String id() {
    return EnumId.of(this);
  }
}
