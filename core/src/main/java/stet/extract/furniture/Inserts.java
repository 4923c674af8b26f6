package stet.extract.furniture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.extract.body.Furniture;
import stet.extract.body.Lines;
import stet.extract.body.StatedBody;
import stet.extract.notice.Notices;
import stet.extract.page.Passage;

/**
 * Takes out of a story what was set into it: appeals, offers, lines about the page, boxes made by a
 * machine, lines about the author. Words decide together with where they stand and in what.
 */
public final class Inserts {
  /** Boxes of more passages, or of more letters, are a part of the story. */
  private static final int MOST_IN_A_BOX = 9;

  private static final int LONGEST_BOX = 900;
  private static final int LONGEST_FOLLOWER = 260;
  private static final int LONGEST_HEADING = 40;

  /** Where more than this share would go, the page is about such things. */
  private static final double TOO_MUCH = 0.5;

  private static final Set<String> BOXES =
      Set.of("div", "aside", "section", "form", "figure", "ul", "ol", "table", "p", "fieldset");
  private static final Evaluator CONTROLS =
      QueryParser.parse("form,input,button,select,textarea,audio,progress");
  private static final Evaluator FILLED_IN =
      QueryParser.parse("form,input[type=radio],input[type=checkbox],input[type=email]");
  private static final Evaluator SLANTED = QueryParser.parse("em,i,cite,small");

  private final List<Passage> story;
  private final Element root;
  private final StatedBody stated;
  private final Pleas pleas;
  private final Bios bios;
  private final Map<Element, List<Passage>> inside = new IdentityHashMap<>();
  private final Set<Passage> out = new HashSet<>();
  private final Set<Element> boxes = Collections.newSetFromMap(new IdentityHashMap<>());
  private final int total;

  public Inserts(List<Passage> story, Element root, StatedBody stated, Pleas pleas, Bios bios) {
    this.story = story;
    this.root = root;
    this.stated = stated;
    this.pleas = pleas;
    this.bios = bios;
    this.total = story.stream().mapToInt(Passage::weight).sum();
    for (Passage passage : story) {
      for (Element up = passage.element(); up != null && up != root; up = up.parent()) {
        inside.computeIfAbsent(up, k -> new ArrayList<>()).add(passage);
      }
    }
    find();
  }

  private void find() {
    for (int i = 0; i < story.size(); i++) {
      Passage passage = story.get(i);
      if (out.contains(passage) || stated.holds(passage)) {
        continue;
      }
      if (pleas.marks(passage)) {
        marked(i);
      } else if (pleas.furniture(passage) || boxed(passage)) {
        take(i);
      }
    }
    for (int i = story.size() - 1; i >= 0 && signature(story.get(i)); i--) {
      out.add(story.get(i));
    }
  }

  /** From the end upwards: lines about authors, and what was taken out already. */
  private boolean signature(Passage passage) {
    return out.contains(passage)
        || passage.kind() == Passage.Kind.HEADING
        || bios.bio(passage, slanted(passage));
  }

  /** Whether all of the passage stands in italics or in small print. */
  public static boolean slanted(Passage passage) {
    Element within = passage.element();
    if (within.is(SLANTED)) {
      return true;
    }
    Element inner = within.selectFirst(SLANTED);
    return inner != null && inner.text().length() * 10 >= passage.text().length() * 9;
  }

  /** Takes a passage out, with the box that it opens, or with what follows it as a heading. */
  private void take(int at) {
    Passage passage = story.get(at);
    out.add(passage);
    Element box = box(passage);
    if (box != null && held(box).get(0) == passage && speaks(box, passage)) {
      remove(box);
      return;
    }
    if (passage.kind() == Passage.Kind.HEADING) {
      follow(at, false);
    }
  }

  /** Whether a box that such a passage opens is all about it. */
  private boolean speaks(Element box, Passage first) {
    List<Passage> held = held(box);
    boolean heading = first.kind() == Passage.Kind.HEADING;
    return heading
        || held.stream().skip(1).allMatch(p -> p.linkShare() > 0.3 || pleas.leans(p) || known(p));
  }

  private boolean known(Passage passage) {
    return out.contains(passage) || pleas.furniture(passage) || Lines.furniture(passage);
  }

  /** The lines under a heading that was taken out, to the next heading. */
  private void follow(int at, boolean all) {
    for (int i = at + 1; i < story.size() && i <= at + MOST_IN_A_BOX; i++) {
      Passage next = story.get(i);
      boolean line = next.item() || next.linkShare() > 0.5 || pleas.leans(next);
      boolean goes =
          next.text().length() <= LONGEST_FOLLOWER && (line || asks(next) || all && i == at + 1);
      if (next.kind() == Passage.Kind.HEADING || !goes && !known(next)) {
        return;
      }
      out.add(next);
    }
  }

  /** A line that says who made the list: it goes with its box, or with the list beside it. */
  private void marked(int at) {
    out.add(story.get(at));
    Element box = box(story.get(at));
    if (box != null && held(box).size() > 1) {
      remove(box);
      return;
    }
    int i = at - 1;
    while (i >= 0 && story.get(i).item() && at - i <= MOST_IN_A_BOX) {
      out.add(story.get(i--));
    }
    if (i >= 0 && i < at - 1 && heads(story.get(i))) {
      out.add(story.get(i));
    } else if (i == at - 1) {
      follow(at, story.get(at).kind() == Passage.Kind.HEADING);
    }
  }

  /** Whether the passage is a heading, by its markup or as a word or two on a line. */
  private static boolean heads(Passage passage) {
    String text = passage.text();
    return passage.kind() == Passage.Kind.HEADING
        || text.length() <= LONGEST_HEADING && !text.matches("(?s).*[.!?。]$");
  }

  private void remove(Element box) {
    out.addAll(held(box));
    boxes.add(box);
  }

  /** Whether the passage stands in a small box whose markup says that readers are asked there. */
  private boolean boxed(Passage passage) {
    boolean leans = pleas.bids(passage);
    if (!leans && !passage.text().endsWith("?") || !pleas.reports()) {
      return false;
    }
    if (asks(passage)) {
      return true;
    }
    Element box = box(passage);
    if (box == null || Notices.kind(passage.text()).isPresent()) {
      return false;
    }
    boolean fills = !box.normalName().equals("p") && box.selectFirst(FILLED_IN) != null;
    boolean asks = !box.normalName().equals("p") && box.selectFirst(CONTROLS) != null;
    return fills && brief(box)
        || leans && asks
        || leans && Furniture.of(box).verdict() != Furniture.Verdict.NONE;
  }

  /** Whether no more is said in the box than round a question. */
  private boolean brief(Element box) {
    return held(box).stream().mapToInt(Passage::weight).sum() <= LONGEST_FOLLOWER;
  }

  private List<Passage> held(Element box) {
    return inside.getOrDefault(box, List.of());
  }

  /** Whether the passage stands right above something that a reader fills in or pushes. */
  private static boolean asks(Passage passage) {
    Element next = passage.element().nextElementSibling();
    return next != null && next.normalName().equals("form");
  }

  /** The largest box round the passage that is small beside the story; null where none is. */
  private @Nullable Element box(Passage passage) {
    Element best = null;
    for (Element up = passage.element(); up != null && up != root; up = up.parent()) {
      List<Passage> held = held(up);
      if (!small(held) || !BOXES.contains(up.normalName()) && best != null) {
        break;
      }
      best = BOXES.contains(up.normalName()) ? up : best;
    }
    return best;
  }

  private boolean small(List<Passage> held) {
    if (held.size() > MOST_IN_A_BOX) {
      return false;
    }
    int weight = held.stream().mapToInt(Passage::weight).sum();
    return weight <= LONGEST_BOX && weight * 5 <= total * 2;
  }

  /** The story without them; the whole where little would be left. */
  public List<Passage> rest() {
    int gone = out.stream().mapToInt(Passage::weight).sum();
    if (gone > total * TOO_MUCH) {
      return story;
    }
    List<Passage> rest = new ArrayList<>(story);
    rest.removeAll(out);
    return BodyTidy.trimmed(rest);
  }

  /** The boxes that went as a whole, with their pictures. */
  public Set<Element> boxes() {
    return boxes;
  }
}
