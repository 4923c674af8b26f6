package stet.report.page;

import java.util.List;

/**
 * A time strip, in the units of its own view box.
 *
 * @param width of the view box
 * @param height of the view box
 * @param base the height of the axis
 * @param title what the strip is, for people who hear it
 * @param description what it shows, for people who hear it
 * @param windows spans in which a revision happened
 * @param gone spans in which no article was found
 * @param breaks places where quiet time is drawn shorter than it was
 * @param marks one a revision
 * @param ticks times under the axis
 * @param keys what the signs mean that occur on it
 * @param note how to read the scale
 */
public record Strip(
    int width,
    int height,
    int base,
    String title,
    String description,
    List<Span> windows,
    List<Span> gone,
    List<Integer> breaks,
    List<Mark> marks,
    List<Tick> ticks,
    List<Key> keys,
    String note) {
  /** Stands where no strip is shown. */
  public static final Strip NONE =
      new Strip(
          0, 0, 0, "", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "");

  /** A stretch of the axis. */
  public record Span(int x, int width, String title) {
    public Span {
      title = Shown.text(title);
    }
  }

  /**
   * The mark of a revision.
   *
   * @param path its outline as SVG path data
   * @param id the label that gives it its shape
   * @param href where the revision is described
   * @param title the revision in a line
   */
  public record Mark(String path, String id, String href, String title) {}

  /** A sign and its meaning; {@code id} is the class of its sign. */
  public record Key(String id, String name) {}

  /** A time under the axis; {@code anchor} is the SVG text anchor. */
  public record Tick(int x, String text, String anchor) {}
}
