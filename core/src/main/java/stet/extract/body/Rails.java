package stet.extract.body;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import stet.extract.page.Passage;

/** Lists of other stories that stand amid a story rather than behind it. */
public final class Rails {
  /** So much running text behind the list shows that the story goes on, in letters. */
  private static final int ENOUGH = 120;

  /** How far behind the announcing line the story is looked for, in passages. */
  private static final int REACH = 60;

  private Rails() {}

  /**
   * Where the story goes on behind a line that announces other stories: running text in an element
   * that holds paragraphs from before the line.
   *
   * @param at the index of the announcing line
   * @param before what was read of the story up to it
   * @return the index of the first passage that is the story's again, -1 when there is none
   */
  public static int resumes(List<Passage> passages, int at, List<Passage> before) {
    Set<Element> places = new HashSet<>();
    for (Passage passage : before) {
      Element parent = passage.element().parent();
      if (paragraph(passage) && parent != null) {
        places.add(parent);
      }
    }
    int first = -1;
    int weight = 0;
    for (int i = at + 1; i < Math.min(passages.size(), at + REACH); i++) {
      Passage passage = passages.get(i);
      if (Lines.closesStory(passage)) {
        break;
      }
      if (paragraph(passage) && places.contains(passage.element().parent())) {
        first = first < 0 ? i : first;
        weight += passage.weight();
      }
    }
    return weight >= ENOUGH ? first : -1;
  }

  private static boolean paragraph(Passage passage) {
    return passage.prose()
        && passage.kind() == Passage.Kind.PARAGRAPH
        && passage.element().normalName().equals("p")
        && passage.linkShare() < 0.25;
  }
}
