package stet.extract.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import stet.extract.page.Passages;
import stet.extract.words.PhraseTrie;
import stet.extract.words.Tables;
import stet.extract.words.Texts;
import stet.text.FoldedText;

/** How live blogs call themselves and their older pages, by the table {@code live-words.tsv}. */
final class LiveWords {
  private static final Set<String> CLASSES = words("class");
  private static final Set<String> OLDER = words("older");
  private static final Set<String> MORE = words("more");
  private static final PhraseTrie<Boolean> TITLES = new PhraseTrie<>();
  private static final Evaluator LINKS = QueryParser.parse("a,button,[role=button]");

  /** Whoever scans a page for links looks at so many. */
  private static final int MOST_LINKS = 2000;

  private static final int LONGEST_LINK = 60;

  /** How far above a post the markup says that it is one. */
  private static final int NEAR = 3;

  private static final int SIBLINGS = 3;

  static {
    words("title").forEach(word -> TITLES.add(word, true));
  }

  private LiveWords() {}

  private static Set<String> words(String kind) {
    Set<String> words = new HashSet<>();
    for (String[] row : Tables.rows("live-words.tsv")) {
      if (row[0].equals(kind)) {
        for (String word : row[1].split("\\|")) {
          words.add(FoldedText.of(word));
        }
      }
    }
    return words;
  }

  /** Whether the names of the element or of those right above it say that it is live. */
  static boolean named(Element element) {
    Element up = element;
    for (int i = 0; i < NEAR && up != null; i++, up = up.parent()) {
      if (Passages.names(up).stream().anyMatch(CLASSES::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a headline, title or address says so. */
  static boolean titled(String text) {
    return !TITLES.find(Texts.head(FoldedText.of(text), 300)).isEmpty();
  }

  /** Whether links to older posts stand beside or below the element that holds the posts. */
  static boolean older(Element container) {
    List<Element> near = new ArrayList<>();
    near.add(container);
    Element next = container.nextElementSibling();
    for (int i = 0; i < SIBLINGS && next != null; i++, next = next.nextElementSibling()) {
      near.add(next);
    }
    if (near.stream().anyMatch(e -> leads(e, true))) {
      return true;
    }
    return container.parent() != null && leads(container.parent(), false);
  }

  private static boolean leads(Element within, boolean generic) {
    return within.select(LINKS).stream()
        .limit(MOST_LINKS)
        .anyMatch(
            link -> {
              boolean next = generic && link.attr("rel").equals("next");
              String text = Texts.head(link.text(), LONGEST_LINK + 1);
              String folded = FoldedText.of(text).replaceAll("^[^\\p{L}]+|[^\\p{L}\\p{M}]+$", "");
              return next
                  || text.length() <= LONGEST_LINK
                      && (OLDER.contains(folded) || generic && MORE.contains(folded));
            });
  }
}
