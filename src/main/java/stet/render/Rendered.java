package stet.render;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;

/**
 * A page as a browser showed it.
 *
 * @param html what was to be seen, as a page without scripts: contents of shadow trees in their
 *     place, what was hidden left out; JSON-LD and the head's statements kept
 * @param picture of the whole page; null where none was asked for
 * @param width of the page, CSS pixels
 * @param height of the page, CSS pixels, as far as it was looked at
 * @param settled false where it was still changing when it was looked at
 * @param requests what it asked for
 * @param files the answers it got, in the order in which they came; the page itself is none
 * @param took from the first message to the last
 */
public record Rendered(
    String html,
    byte @Nullable [] picture,
    int width,
    int height,
    boolean settled,
    RequestCounts requests,
    List<Capture> files,
    Duration took) {
  public Rendered {
    files = List.copyOf(files);
  }

  /**
   * What a page asked for.
   *
   * @param answered with whatever status
   * @param missing that got no answer
   * @param trackers that were refused as somebody's who counts readers
   * @param refused that were refused for what they were: another method than GET, a sound, a film,
   *     another page in the place of this one
   * @param overspent that were refused because the page had used up what it may take
   * @param bytes of all answers, decoded
   */
  public record RequestCounts(
      int answered, int missing, int trackers, int refused, int overspent, long bytes) {}
}
