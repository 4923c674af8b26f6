package stet.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which host's turn it is: each has a time before which nothing of it is to be asked. */
final class Turns {
  /** A host and when it is its turn. */
  record Turn(Instant at, String host) {}

  private final TreeSet<Turn> order =
      new TreeSet<>(Comparator.comparing(Turn::at).thenComparing(Turn::host));
  private final Map<String, Turn> byHost = new HashMap<>();

  /** Sets when it is a host's turn. */
  void set(String host, Instant at) {
    remove(host);
    Turn turn = new Turn(at, host);
    byHost.put(host, turn);
    order.add(turn);
  }

  /** A host has nothing to be asked for, or is being asked. */
  void remove(String host) {
    Turn old = byHost.remove(host);
    if (old != null) {
      order.remove(old);
    }
  }

  /** The host whose turn comes first. */
  Optional<Turn> first() {
    return order.isEmpty() ? Optional.empty() : Optional.of(order.first());
  }

  void clear() {
    order.clear();
    byHost.clear();
  }
}
