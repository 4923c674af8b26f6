package stet.serve.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.json.StetJson;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.Site;
import stet.track.Captures;
import stet.track.Collection;
import stet.track.Timelines;

/** The captures of an article, oldest first. */
final class CaptureList implements Listing {
  private final String key;

  CaptureList(Asked asked) {
    this.key = asked.path().get(3);
  }

  @Override
  public String name() {
    return "captures";
  }

  @Override
  public Part part(Collection collection, String from, int most) {
    Timelines.Found article = Site.article(collection, key);
    List<Captures.Seen> all = collection.captures().seen(article.id());
    int begin = Place.of(from).index(all);
    int end = Math.min(all.size(), begin + most);
    return new Part(
        all.subList(begin, end).stream().map(c -> StetJson.capture(article.article(), c)).toList(),
        end < all.size() ? Place.behind(all, end) : null);
  }

  /**
   * A place among captures that stays where others are added later.
   *
   * @param at the moment of the last capture before it; null at the first
   * @param passed how many captures of that moment are before it
   */
  private record Place(@Nullable Instant at, int passed) {
    static Place of(String text) {
      if (text.isEmpty()) {
        return new Place(null, 0);
      }
      String[] parts = text.split("_");
      try {
        if (parts.length == 2) {
          return new Place(Instant.parse(parts[0]), Integer.parseInt(parts[1]));
        }
      } catch (DateTimeException | NumberFormatException e) {
        // Told below.
      }
      throw new HttpProblem(400, "'after' is no place in the list.");
    }

    /** The place before the capture of that index, which is at least 1. */
    static String behind(List<Captures.Seen> all, int index) {
      Instant at = at(all.get(index - 1));
      long passed = all.subList(0, index).stream().filter(c -> at(c).equals(at)).count();
      return at + "_" + passed;
    }

    int index(List<Captures.Seen> all) {
      if (at == null) {
        return 0;
      }
      int index = 0;
      int same = 0;
      while (index < all.size()
          && (at(all.get(index)).isBefore(at) || at(all.get(index)).equals(at) && same < passed)) {
        same += at(all.get(index)).equals(at) ? 1 : 0;
        index++;
      }
      return index;
    }

    private static Instant at(Captures.Seen seen) {
      return seen.sighting().ref().at();
    }
  }
}
