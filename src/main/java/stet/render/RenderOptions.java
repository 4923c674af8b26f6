package stet.render;

import java.time.Duration;

/**
 * How a page is looked at.
 *
 * @param width of the window, CSS pixels, 200 to 4000
 * @param height of the window, CSS pixels, 200 to 4000
 * @param picture of which kind a picture of the whole page is taken
 * @param limits what a page may take
 */
public record RenderOptions(int width, int height, Picture picture, Limits limits) {
  /** A desktop's window, and no picture. */
  public static final RenderOptions TEXT =
      new RenderOptions(1280, 900, Picture.NONE, Limits.STANDARD);

  /** Refuses windows that no person has. */
  public RenderOptions {
    if (width < 200 || width > 4000 || height < 200 || height > 4000) {
      throw new IllegalArgumentException("a window is 200 to 4000 pixels wide and high");
    }
  }

  /** The same with a picture. */
  public RenderOptions with(Picture other) {
    return new RenderOptions(width, height, other, limits);
  }

  /** The same with other limits. */
  public RenderOptions with(Limits other) {
    return new RenderOptions(width, height, picture, other);
  }

  /** The same in a phone's window. */
  public RenderOptions onPhone() {
    return new RenderOptions(390, 844, picture, limits);
  }

  /** Kinds of pictures. */
  public enum Picture {
    /** None is taken, and what only pictures need is not asked for. */
    NONE,
    /** PNG, without loss. */
    PNG,
    /** WebP, at about a third of PNG's size. */
    WEBP
  }

  /**
   * What a page may take. What passes the first three is cut: the page is looked at as it is then.
   *
   * @param requests that are answered
   * @param bytes that answers have, decoded
   * @param settle until a page that never comes to rest is looked at
   * @param time after which the browser is ended and the page is not rendered, start included
   * @param height of the picture, CSS pixels
   */
  public record Limits(int requests, long bytes, Duration settle, Duration time, int height) {
    /** The same for somebody who waits: 8 seconds to come to rest, 20 in all. */
    public static final Limits BRIEF =
        new Limits(150, 24 << 20, Duration.ofSeconds(8), Duration.ofSeconds(20), 16_000);

    /** 150 requests, 24 MiB, 15 seconds to come to rest, a minute in all, 16,000 pixels. */
    public static final Limits STANDARD =
        new Limits(150, 24 << 20, Duration.ofSeconds(15), Duration.ofSeconds(60), 16_000);
  }
}
