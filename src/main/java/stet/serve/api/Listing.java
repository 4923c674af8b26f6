package stet.serve.api;

import java.io.IOException;
import java.util.List;
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
  record Part(List<JsonText> items, @Nullable String next) {}

  /** The member of a part's object that has the items. */
  String name();

  /** The parameter that says where a part begins. */
  String cursor();

  /** How many items a part has where nothing is said. */
  int usual();

  /** How many it has at most. */
  int most();

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
