package stet.extract.body;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.extract.body.Furniture.Verdict;
import stet.extract.page.Passage;

/**
 * The smallest element round the headline that holds running text which nothing names furniture.
 * Where there is one, a short report is found there however much prose a sidebar, a consent box or
 * a hidden copy holds elsewhere.
 */
final class Home {
  /** So much running text makes a short report, in letters. */
  private static final int ENOUGH = 200;

  /** A standfirst is one paragraph; a report has more. */
  private static final int FEWEST = 2;

  private static final int STORY = 600;

  private static final int PARAGRAPHS = 4;

  private final @Nullable Element place;
  private final @Nullable Element headline;
  private final int weight;
  private final int count;

  private Home(@Nullable Element place, @Nullable Element headline, int weight, int count) {
    this.place = place;
    this.headline = headline;
    this.weight = weight;
    this.count = count;
  }

  /**
   * @param headline the headline's element, null where the page shows none
   * @param plain passages of running text that stand in no furniture by name
   */
  static Home of(@Nullable Element headline, List<Passage> plain) {
    if (headline == null) {
      return new Home(null, null, 0, 0);
    }
    Map<Element, int[]> held = new IdentityHashMap<>();
    for (Passage passage : plain) {
      for (Element up = passage.element(); up != null; up = up.parent()) {
        int[] sum = held.computeIfAbsent(up, k -> new int[2]);
        sum[0] += passage.weight();
        sum[1]++;
      }
    }
    for (Element up = headline.parent(); up != null; up = up.parent()) {
      int[] sum = held.get(up);
      if (sum != null && sum[0] >= ENOUGH && sum[1] >= FEWEST) {
        return new Home(up, headline, sum[0], sum[1]);
      }
    }
    return new Home(null, null, 0, 0);
  }

  /** Whether there is one and the element is neither in it nor round it. */
  boolean outside(Element element) {
    return place != null
        && !BodyFinder.within(element, place)
        && !BodyFinder.within(place, element);
  }

  /** Whether the element lies in it beside a story of some length. */
  boolean holds(Element element) {
    return place != null
        && headline != null
        && weight >= STORY
        && count >= PARAGRAPHS
        && element != place
        && BodyFinder.within(element, place)
        && !BodyFinder.within(headline, element);
  }

  /** Where it is, null when nothing tells. */
  @Nullable Element place() {
    return place;
  }

  /** Whether a name like this one is never a story's while a story stands elsewhere. */
  static boolean foreign(Furniture.Finding finding) {
    return finding.verdict() == Verdict.STRONG || finding.word().equals("hidden");
  }
}
