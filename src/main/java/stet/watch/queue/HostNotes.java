package stet.watch.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.fetch.HostState;
import stet.fetch.HostThrottle;
import stet.fetch.RobotsCache;
import stet.fetch.RobotsEntry;
import stet.watch.store.HostTable;

/**
 * What is known of a host, on its way from the queue to who asks the host and back. What did not
 * change is not written. For several threads.
 */
final class HostNotes {
  /** As it was read or written last. */
  private record Known(@Nullable HostState state, List<RobotsEntry> robots) {}

  private final HostTable hosts;
  private final HostThrottle throttle;
  private final RobotsCache robots;
  private final Map<String, Known> known = new HashMap<>();

  HostNotes(HostTable hosts, HostThrottle throttle, RobotsCache robots) {
    this.hosts = hosts;
    this.throttle = throttle;
    this.robots = robots;
  }

  synchronized void read(String host) {
    HostState state = hosts.host(host).orElse(null);
    if (state != null) {
      throttle.restore(List.of(state));
    }
    List<RobotsEntry> files = hosts.robots(host);
    robots.restore(files);
    known.put(host, new Known(throttle.state(host), now(host)));
  }

  /** Within the transaction that gives it back. */
  synchronized void write(String host) {
    writeRobots(hosts, host);
    Known before = known.remove(host);
    HostState state = throttle.state(host);
    if (state != null && (before == null || !state.equals(before.state()))) {
      hosts.save(state);
    }
  }

  /**
   * Within the transaction that notes a check, so that a worker that is killed does not cost its
   * hosts another request for a file that is known.
   */
  synchronized void writeRobots(HostTable table, String host) {
    Known before = known.get(host);
    List<RobotsEntry> files = now(host);
    for (RobotsEntry file : files) {
      if (before == null || !before.robots().contains(file)) {
        table.save(file);
      }
    }
    if (before != null) {
      known.put(host, new Known(before.state(), files));
    }
  }

  private List<RobotsEntry> now(String host) {
    return Stream.of("https://" + host, "http://" + host)
        .flatMap(origin -> Stream.ofNullable(robots.entry(origin)))
        .toList();
  }
}
