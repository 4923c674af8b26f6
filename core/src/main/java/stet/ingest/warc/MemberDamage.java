package stet.ingest.warc;

import java.util.Objects;

/** A gzip member (RFC 1952) cannot be read, or not to its end. */
final class MemberDamage extends Exception {
  private static final long serialVersionUID = 1L;

  private final long base;
  private final long next;

  /**
   * @param base where the member begins
   * @param next where the search for the next one may begin
   */
  MemberDamage(String what, long base, long next) {
    super(what);
    this.base = base;
    this.next = next;
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  long base() {
    return base;
  }

  long next() {
    return next;
  }
}
