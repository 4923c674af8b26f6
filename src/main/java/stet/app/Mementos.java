package stet.app;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.archive.WarcLocation;
import stet.store.CaptureTable;
import stet.timeline.TrackedArticle;
import stet.track.Timelines;

/**
 * What is kept of a page, as an archive hands it out (RFC 7089). Known are the web addresses of
 * articles: all under which an article was captured. They are one page's, so that each of them
 * leads to the captures of all. A memento is a capture in which such an address gave a page,
 * whether or not an article could be read in it; redirects, errors and failures are none.
 *
 * @param article whose captures they are; its address is that of the original resource
 * @param all in the order of time, at least one; of several of one address within a second the
 *     first, since archives tell captures apart by the second
 */
public record Mementos(TrackedArticle article, List<Memento> all) {
  /**
   * A capture as a memento.
   *
   * @param at when, UTC, to the second
   * @param address under which it counts, a web address
   * @param location where it lies in the collection's archive
   */
  public record Memento(Instant at, String address, WarcLocation location) {}

  public Mementos {
    all = List.copyOf(all);
  }

  /**
   * The mementos of a page; empty where no capture of it is kept.
   *
   * @param addresses in which the page may be known, the likeliest first; what is no web address is
   *     passed over
   */
  public static Optional<Mementos> find(
      stet.track.Collection collection, Collection<String> addresses) {
    for (String address : addresses) {
      Optional<Timelines.Found> found =
          isWeb(address) ? collection.timelines().find(address) : Optional.empty();
      if (found.isPresent()) {
        List<Memento> all = distinct(collection.captures().pages(found.get().id()));
        if (!all.isEmpty()) {
          return Optional.of(new Mementos(found.get().article(), all));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isWeb(String address) {
    return address.regionMatches(true, 0, "http://", 0, 7)
        || address.regionMatches(true, 0, "https://", 0, 8);
  }

  private static List<Memento> distinct(List<CaptureTable.Page> pages) {
    record Name(Instant at, String address) {}
    Set<Name> names = new HashSet<>();
    List<Memento> mementos = new ArrayList<>();
    for (CaptureTable.Page page : pages) {
      Instant at = page.at().truncatedTo(ChronoUnit.SECONDS);
      if (isWeb(page.address()) && names.add(new Name(at, page.address()))) {
        mementos.add(new Memento(at, page.address(), page.location()));
      }
    }
    return mementos;
  }

  /** The oldest. */
  public Memento first() {
    return all.get(0);
  }

  /** The newest. */
  public Memento last() {
    return all.get(all.size() - 1);
  }

  /** The one of that time and one of those addresses. */
  public Optional<Memento> at(Instant time, Collection<String> addresses) {
    return all.stream()
        .filter(m -> m.at().equals(time) && addresses.contains(m.address()))
        .findFirst();
  }

  /** The one whose time is nearest; of two that are equally near the older. */
  public Memento nearest(Instant time) {
    Memento best = first();
    for (Memento memento : all) {
      if (distance(memento, time).compareTo(distance(best, time)) < 0) {
        best = memento;
      }
    }
    return best;
  }

  private static Duration distance(Memento memento, Instant time) {
    return Duration.between(memento.at(), time).abs();
  }
}
