package stet.watch.queue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hosts that a run has, and which of them are just being asked. For several threads, none of
 * which waits here for the database.
 */
final class Holdings {
  private final Map<String, Holding> held = new HashMap<>();

  private static final class Holding {
    int fetches;
    boolean wanted;
  }

  synchronized void add(String host) {
    held.put(host, new Holding());
  }

  synchronized boolean has(String host) {
    return held.containsKey(host);
  }

  synchronized int count() {
    return held.size();
  }

  /** A fetch of a host begins; false where the host is not held. */
  synchronized boolean use(String host) {
    Holding holding = held.get(host);
    if (holding != null) {
      holding.fetches++;
    }
    return holding != null;
  }

  /** It is over. */
  synchronized void unuse(String host) {
    Holding holding = held.get(host);
    if (holding != null) {
      // A host that was lost and taken again is given back twice.
      holding.fetches = Math.max(0, holding.fetches - 1);
    }
  }

  /** Nothing is fetched any more. */
  synchronized void unuseAll() {
    held.values().forEach(h -> h.fetches = 0);
  }

  /** The hosts that nobody asks just now. */
  synchronized List<String> unused() {
    return held.entrySet().stream()
        .filter(e -> e.getValue().fetches == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether a redirect leads another worker to a host. */
  synchronized boolean isWanted(String host) {
    Holding holding = held.get(host);
    return holding != null && holding.wanted;
  }

  /** Lets go of a host; false where it is not held, or is being asked. */
  synchronized boolean removeUnused(String host) {
    Holding holding = held.get(host);
    return holding != null && holding.fetches == 0 && held.remove(host) != null;
  }

  /**
   * Lets go of all that are no longer this run's.
   *
   * @return those that are, and are not held
   */
  synchronized Set<String> renewed(List<LeaseRows.Mine> mine) {
    Set<String> names = new HashSet<>();
    Set<String> forgotten = new HashSet<>();
    for (LeaseRows.Mine lease : mine) {
      names.add(lease.host());
      Holding holding = held.get(lease.host());
      if (holding == null) {
        forgotten.add(lease.host());
      } else {
        holding.wanted = lease.wanted();
      }
    }
    held.keySet().retainAll(names);
    return forgotten;
  }
}
