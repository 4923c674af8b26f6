package stet.diff.rank;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import stet.text.NearestName;

/**
 * What each {@link Signal} is worth, in points. A score is the sum of its parts, from 0 to {@link
 * #MOST}.
 */
public final class Weights {
  /** No edit scores more. */
  public static final int MOST = 100;

  /** Those that were measured (docs/BENCHMARKS.md). */
  public static final Weights STANDARD = new Weights(Map.of());

  private final Map<Signal, Integer> points = new EnumMap<>(Signal.class);

  private Weights(Map<Signal, Integer> other) {
    for (Signal signal : Signal.values()) {
      points.put(signal, other.getOrDefault(signal, signal.points()));
    }
  }

  /**
   * The standard weights but for some.
   *
   * @param text names and points with commas between, such as {@code number 40, late 0}; empty for
   *     none
   * @throws IllegalArgumentException when {@link #problem} says something
   */
  public static Weights of(String text) {
    String problem = problem(text);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' " + problem);
    }
    return text.isBlank() ? STANDARD : new Weights(read(text));
  }

  /** Says in a few words what is wrong with a text of weights; empty when nothing is. */
  public static String problem(String text) {
    Map<Signal, Integer> seen = new EnumMap<>(Signal.class);
    for (String one : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String[] words = one.strip().split("\\s+");
      if (words.length != 2 || !words[1].matches("[0-9]{1,3}")) {
        return "has '" + one.strip() + "', which is no name and number such as 'number 40'";
      }
      Optional<Signal> signal = Signal.of(words[0]);
      if (signal.isEmpty()) {
        return "has '" + words[0] + "', which is " + none(words[0]);
      } else if (Integer.parseInt(words[1]) > MOST) {
        return "has '" + one.strip() + "', which must be 0 to " + MOST;
      } else if (seen.put(signal.get(), 0) != null) {
        return "has '" + words[0] + "' twice";
      }
    }
    return "";
  }

  private static String none(String name) {
    return NearestName.of(name, Signal.ids())
        .map(near -> "no weight; did you mean '" + near + "'?")
        .orElse("none of " + String.join(", ", Signal.ids()));
  }

  private static Map<Signal, Integer> read(String text) {
    Map<Signal, Integer> read = new EnumMap<>(Signal.class);
    for (String one : text.split(",")) {
      String[] words = one.strip().split("\\s+");
      read.put(Signal.of(words[0]).orElseThrow(), Integer.parseInt(words[1]));
    }
    return read;
  }

  /** The points of a signal, 0 to {@link #MOST}. */
  public int of(Signal signal) {
    return points.getOrDefault(signal, 0);
  }

  /** All of them, as {@link #of(String)} reads them. */
  public String text() {
    return points.entrySet().stream()
        .map(e -> e.getKey().id() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights w && points.equals(w.points);
  }

  @Override
  public int hashCode() {
    return points.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
