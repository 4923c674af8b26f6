package stet.timeline;

import java.util.Comparator;

/**
 * The story that is tracked.
 *
 * @param key short, stable name derived from the address alone: the same in every collection, safe
 *     in file names
 * @param uri its address: an http(s) URL, or a {@code urn:stet:} name where none is known
 * @param outlet the host of the address without {@code www.}, or the folder it was imported from
 */
public record TrackedArticle(String key, String uri, String outlet) {
  /** By their addresses, which no order of import changes. */
  public static final Comparator<TrackedArticle> ORDER = Comparator.comparing(TrackedArticle::uri);
}
