package stet.notify.rule;

/** A rule that cannot be: one line that names it, the key, the value and the remedy. */
public final class RuleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RuleException(String message) {
    super(message);
  }
}
