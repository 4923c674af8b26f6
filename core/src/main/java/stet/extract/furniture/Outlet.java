package stet.extract.furniture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;

/** What a page's outlet calls itself, and who it says wrote the story. */
public final class Outlet {
  private static final int SHORTEST_WORD = 4;
  private static final int MOST_WORDS = 6;
  private static final int LONGEST_ENDING = 2;

  /** A word in so many paragraphs belongs to the story. */
  private static final int COMMON = 3;

  private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[|–—·-]\\s+");

  private final Set<String> words = new HashSet<>();

  private Outlet() {}

  /**
   * The words of the outlet's name, so far as the story does not use them.
   *
   * @param story the passages of the story, furniture among them
   * @param speech what they say
   */
  public static Outlet of(
      HtmlPage page, @Nullable Passage headline, List<Passage> story, Speech speech) {
    Outlet outlet = new Outlet();
    outlet.name(page.head().meta("og:site_name", "application-name"));
    String[] parts = TITLE_PARTS.split(page.head().title());
    if (parts.length > 1) {
      outlet.name(parts[parts.length - 1]);
    }
    if (outlet.words.isEmpty()) {
      return outlet;
    }
    Set<String> name = Set.copyOf(outlet.words);
    Map<String, Integer> used = new HashMap<>();
    for (Passage passage : story) {
      boolean lede = passage == story.get(0) && passage.prose();
      Set<String> said = new HashSet<>();
      for (String word : speech.of(passage).words()) {
        if (word.length() >= SHORTEST_WORD && name.contains(word)) {
          said.add(word);
        }
      }
      for (String word : said) {
        int times = used.merge(word, passage.prose() ? 1 : 0, Integer::sum);
        if (lede || times >= COMMON) {
          outlet.words.remove(word);
        }
      }
    }
    if (headline != null) {
      SpokenWords.of(headline.text()).forEach(outlet.words::remove);
    }
    return outlet;
  }

  private void name(String name) {
    List<String> parts = SpokenWords.of(name);
    if (parts.size() <= MOST_WORDS) {
      parts.stream().filter(w -> w.length() >= SHORTEST_WORD).forEach(words::add);
    }
  }

  /** Whether the words name the outlet. */
  boolean namedIn(SpokenWords said) {
    return !words.isEmpty() && said.words().stream().anyMatch(this::own);
  }

  /** Whether the word is one of the name's, or one with an ending. */
  private boolean own(String word) {
    for (String name : words) {
      if (word.length() - name.length() <= LONGEST_ENDING && word.startsWith(name)) {
        return true;
      }
    }
    return false;
  }
}
