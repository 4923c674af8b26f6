package stet.render;

import java.io.IOException;

/** A page could not be rendered; the message says why in one line. */
public final class RenderException extends IOException {
  private static final long serialVersionUID = 1;

  public RenderException(String message) {
    super(message);
  }

  public RenderException(String message, Throwable cause) {
    super(message, cause);
  }
}
