package stet.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
    try (InputStream in =
            Objects.requireNonNull(Trackers.class.getResourceAsStream("trackers.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Trackers(
          lines
              .lines()
              .map(String::strip)
              .filter(l -> !l.isEmpty() && !l.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
