package stet.extract;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Finds the standfirst: a line of its own below the headline, said again in the head or named so.
 */
final class Deks {
  private static final String NAMED =
      "[itemprop=description],[itemprop=alternativeHeadline],.standfirst,.dek,.deck,.subtitle,"
          + ".sub-title,.subheadline,.sub-headline,.article-summary,.lead,.summary,.article-lead,"
          + ".article__lead,.article-subtitle,.post-subtitle,.entry-subtitle,.chapo";

  private Deks() {}

  static String find(HtmlPage page, List<LinkedData.Node> articles, List<Passage> story) {
    for (Element element : page.body().select(NAMED)) {
      String text = Texts.clean(element.text());
      boolean inStory = story.stream().anyMatch(p -> p.text().equals(text));
      if (text.length() >= 20 && text.length() <= 600 && !inStory) {
        return text;
      }
    }
    return "";
  }
}
