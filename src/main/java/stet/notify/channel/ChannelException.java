package stet.notify.channel;

import java.util.Objects;

/** The settings of a channel are wrong, with one line for the person who wrote them. */
public final class ChannelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param message one line that names the key, the value and the remedy, without a full stop
   */
  ChannelException(String message) {
    super(message);
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
