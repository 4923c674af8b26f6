package stet.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.timeline.TrackedArticle;
import stet.track.Captures;

/**
 * A capture as it was archived.
 *
 * @param seen what it showed
 * @param before the redirects that led to it, first to last
 * @param request the head of the request; null where it was not recorded
 * @param response the head of the answer; null where it was not recorded
 * @param size of the payload in bytes
 * @param block digest of the record's block, {@code sha256:<hex>}; empty where it has none
 */
public record CaptureFacts(
    TrackedArticle article,
    Captures.Seen seen,
    List<Step> before,
    @Nullable Head request,
    @Nullable Head response,
    long size,
    String block) {
  public CaptureFacts {
    before = List.copyOf(before);
  }

  /**
   * A redirect on the way.
   *
   * @param article for which it counts: another one where the two addresses are not one story's
   */
  public record Step(TrackedArticle article, Captures.Seen seen) {}

  /**
   * The head of a message.
   *
   * @param line its first
   */
  public record Head(String line, List<Field> fields) {
    public Head {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field of a head.
   *
   * @param value null where it is kept from who asks
   */
  public record Field(String name, @Nullable String value) {}
}
