package stet.extract.body;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import stet.extract.page.LinkedData;
import stet.extract.page.Passage;
import stet.text.FoldedText;

/**
 * The story's text as the page's JSON-LD states it, held against the passages. It never replaces
 * what is on the page: it tells where on the page the story is.
 */
public final class StatedBody {
  private static final int SHORTEST_PASSAGE = 40;

  /** The statement is of use when the page shows this share of it. */
  private static final double ENOUGH = 0.6;

  private final Set<Passage> held = new HashSet<>();
  private final double coverage;
  private final boolean useful;

  public StatedBody(List<LinkedData.Node> articles, List<Passage> passages) {
    String stated = "";
    for (LinkedData.Node node : articles) {
      String text = node.rank() >= 2 ? node.text("articleBody") : "";
      stated = text.length() > stated.length() ? text : stated;
    }
    // Some systems state the body as markup.
    String words = stated.contains("</") ? org.jsoup.Jsoup.parse(stated).text() : stated;
    String letters = FoldedText.letters(words);
    int covered = 0;
    if (letters.length() >= 400) {
      Set<String> counted = new HashSet<>();
      for (Passage passage : passages) {
        String own = passage.letters();
        if (own.length() >= SHORTEST_PASSAGE && letters.contains(own)) {
          held.add(passage);
          covered += counted.add(own) ? own.length() : 0;
        }
      }
    }
    this.coverage = letters.isEmpty() ? 0 : (double) covered / letters.length();
    this.useful = coverage >= ENOUGH;
  }

  boolean useful() {
    return useful;
  }

  /** Nearly all of the statement is visible on the page. */
  public boolean complete() {
    return coverage >= 0.9;
  }

  public boolean holds(Passage passage) {
    return held.contains(passage);
  }
}
