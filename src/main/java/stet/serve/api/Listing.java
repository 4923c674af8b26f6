package stet.serve.api;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stet.json.JsonText;
import stet.track.Collection;

/** A list that is too long to be handed out at once. */
interface Listing {
  /**
   * A part of it.
   *
   * @param items each as it stands on a line of its own
   * @param next where the part after it begins; null where there is none
   */
  record Part(List<JsonText> items, @Nullable String next) {
    /**
     * A part of what is looked up by its place.
     *
     * @param found one more than was asked for, where there are more
     * @param place by which the part after an item is found
     */
    static <T> Part of(
        List<T> found, int most, Function<T, JsonText> item, Function<T, String> place) {
      List<T> some = found.subList(0, Math.min(most, found.size()));
      return new Part(
          some.stream().map(item).toList(),
          found.size() > most ? place.apply(some.get(most - 1)) : null);
    }
  }

  /** The member of a part's object that has the items. */
  String name();

  /** The parameter that says where a part begins. */
  default String cursor() {
    return "after";
  }

  /** How many items a part has where nothing is said. */
  default int usual() {
    return 100;
  }

  /** How many it has at most. */
  default int most() {
    return 1_000;
  }

  /** Whether time alone makes it another one, so that no copy of it stays good. */
  default boolean changesWithTime() {
    return false;
  }

  /**
   * The part that begins there.
   *
   * @param from empty for the first
   * @param most how many items; there may be fewer and yet more to come
   * @throws stet.serve.http.HttpProblem 400 when there is no such place
   */
  Part part(Collection collection, String from, int most) throws IOException;
}
