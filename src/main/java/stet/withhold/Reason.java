package stet.withhold;

import java.util.Arrays;
import java.util.Optional;
import stet.capture.EnumId;

/** Why something is withheld. Readers are told it. */
public enum Reason {
  /** A court or another authority ordered it. */
  COURT_ORDER,
  /** Somebody's private life stands against it. */
  PRIVACY,
  /** Somebody's safety stands against it. */
  SAFETY,
  /** The text is another's. */
  COPYRIGHT,
  /** The publisher or the person concerned asked for it. */
  REQUEST,
  /** It should never have been kept. */
  MISTAKE,
  /** None of the above. */
  OTHER;

  /** The name as stored and typed: lower case, with hyphens. */
  public String id() {
    return EnumId.of(this);
  }

  /** The reason of that {@link #id()}; empty where there is none. */
  public static Optional<Reason> of(String id) {
    return Arrays.stream(values()).filter(r -> r.id().equals(id)).findFirst();
  }
}
