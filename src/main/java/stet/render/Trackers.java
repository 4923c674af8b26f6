package stet.render;

import java.util.Set;

/**
 * Hosts of those who count readers or sell their attention, by name: {@code trackers.txt} beside
 * this class. What they send is no part of a story.
 */
final class Trackers {
  private final Set<String> hosts;

  private Trackers(Set<String> hosts) {
    this.hosts = hosts;
  }

  static Trackers read() {
    return new Trackers(Set.copyOf(RuleFile.lines("trackers.txt")));
  }

  /** Whether a host, or one that it belongs to, is listed. */
  boolean has(String host) {
    for (String name = host; ; name = name.substring(name.indexOf('.') + 1)) {
      if (hosts.contains(name)) {
        return true;
      } else if (name.indexOf('.') < 0) {
        return false;
      }
    }
  }
}
