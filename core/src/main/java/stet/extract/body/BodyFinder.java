package stet.extract.body;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.extract.body.Furniture.Finding;
import stet.extract.body.Furniture.Verdict;
import stet.extract.page.Passage;

/**
 * Finds the passages that are the running text: furniture by name goes first, then the smallest
 * element that still holds most of the remaining prose is the story's place.
 */
public final class BodyFinder {
  /** Furniture in name only: elements of that name hold this share of the page's prose. */
  private static final double TOO_MUCH_FOR_WEAK = 0.35;

  /** The same within the story's element, where enough other text is. */
  private static final double TOO_MUCH_AT_HOME = 0.65;

  private static final double TOO_MUCH_FOR_STRONG = 0.60;

  /** Comments may outgrow the story they stand under. */
  private static final double TOO_MUCH_FOR_CERTAIN = 1.01;

  /** How many elements above the story's place a paragraph may stand. */
  private static final int MAX_ALONGSIDE = 3;

  /** What is named for a line of small print and holds more prose than this is a section. */
  private static final int SECTION = 300;

  private static final double TOO_MUCH_FOR_CARDS = 0.7;

  private final List<Passage> passages;
  private final Element headline;
  private final StatedBody stated;
  private final Map<Element, Integer> prose = new IdentityHashMap<>();
  private final Map<Element, Integer> statedProse = new IdentityHashMap<>();
  private final Map<Element, Finding> findings = new IdentityHashMap<>();
  private final Map<String, Integer> proseByWord = new HashMap<>();
  private final Map<Element, Boolean> furniture = new IdentityHashMap<>();
  private final Map<Element, Boolean> cards = new IdentityHashMap<>();
  private final Set<Element> set = Collections.newSetFromMap(new IdentityHashMap<>());
  private final int total;
  private final boolean document;
  private final Home home;
  private final HiddenCopies copies;
  private Element root;

  /**
   * @param headline the element of the headline, or the page's body where there is none
   * @param stated the text that the page's metadata state
   * @param apart elements that are known to be none of the story, whatever they hold
   * @param document whether the page calls itself no article: a policy, a form, a notice
   */
  public BodyFinder(
      List<Passage> passages,
      Element headline,
      StatedBody stated,
      List<Element> apart,
      boolean document) {
    this.document = document;
    apart.forEach(element -> furniture.put(element, true));
    this.passages = passages;
    this.headline = headline;
    this.root = headline;
    this.stated = stated;
    this.copies = copies();
    int sum = 0;
    for (Passage passage : passages) {
      if (passage.prose() && !copies.hold(passage)) {
        int weight = passage.weight();
        sum += weight;
        weigh(passage, weight);
      }
    }
    this.total = sum;
    boolean shown = !headline.normalName().equals("body");
    this.home = Home.of(shown ? headline : null, plain());
  }

  private HiddenCopies copies() {
    List<Passage> shown = new ArrayList<>();
    Map<Passage, Element> hidden = new LinkedHashMap<>();
    for (Passage passage : passages) {
      Element outermost = passage.prose() ? hidden(passage.element()) : null;
      if (outermost != null) {
        hidden.put(passage, outermost);
      } else if (passage.prose()) {
        shown.add(passage);
      }
    }
    return new HiddenCopies(shown, hidden);
  }

  private @Nullable Element hidden(Element element) {
    Element outermost = null;
    for (Element up = element; up != null; up = up.parent()) {
      boolean hidden = findings.computeIfAbsent(up, Furniture::of).word().equals("hidden");
      outermost = hidden ? up : outermost;
    }
    return outermost;
  }

  /** Running text that stands in no element whose name is furniture's. */
  private List<Passage> plain() {
    Map<Element, Boolean> named = new IdentityHashMap<>();
    return passages.stream()
        .filter(Passage::prose)
        .filter(passage -> !named(passage.element(), named))
        .toList();
  }

  // The parser bounds the depth.
  private boolean named(Element element, Map<Element, Boolean> known) {
    Boolean told = known.get(element);
    if (told == null) {
      Verdict verdict = findings.computeIfAbsent(element, Furniture::of).verdict();
      Element parent = element.parent();
      told = verdict != Verdict.NONE || parent != null && named(parent, known);
      known.put(element, told);
    }
    return told;
  }

  private void weigh(Passage passage, int weight) {
    List<String> words = new ArrayList<>(4);
    for (Element up = passage.element(); up != null; up = up.parent()) {
      prose.merge(up, weight, Integer::sum);
      if (stated.holds(passage)) {
        statedProse.merge(up, weight, Integer::sum);
      }
      String word = findings.computeIfAbsent(up, Furniture::of).word();
      if (!word.isEmpty() && !words.contains(word)) {
        words.add(word);
        proseByWord.merge(word, weight, Integer::sum);
      }
    }
  }

  /** The running text's passages in page order; empty when the page has no prose. */
  public List<Passage> find(Element body) {
    Element brief = StoryPlace.brief(passages, headline, this::surelyFurnished);
    root =
        brief == null
            ? new StoryPlace(passages, stated, home, e -> furnished(e, null)).find(body)
            : brief;
    List<Passage> inside = new ArrayList<>();
    for (Passage passage : passages) {
      boolean place = within(passage.element(), root) && !apart(passage.element());
      if (place || alongside(passage)) {
        inside.add(passage);
      }
    }
    return inside;
  }

  private boolean apart(Element element) {
    for (Element up = element; up != null && up != root; up = up.parent()) {
      if (furniture.computeIfAbsent(up, this::isFurniture) && !part(up)) {
        return true;
      }
    }
    return false;
  }

  /** Documents have no teasers: a box of doubtful name that holds prose is a part of the text. */
  private boolean part(Element element) {
    return document
        && findings.computeIfAbsent(element, Furniture::of).verdict() == Verdict.WEAK
        && prose.getOrDefault(element, 0) > 0
        && !cards(element);
  }

  /** A paragraph set beside the story's place rather than into it, most often the first one. */
  private boolean alongside(Passage passage) {
    Element parent = passage.element().parent();
    if (!passage.element().normalName().equals("p") || parent == null || !running(passage)) {
      return false;
    }
    Element up = root.parent();
    for (int i = 0; i < MAX_ALONGSIDE && up != null; i++, up = up.parent()) {
      if (up == parent && !up.normalName().equals("body")) {
        return !furnished(passage.element(), null);
      }
    }
    return false;
  }

  private static boolean running(Passage passage) {
    return passage.linkShare() < 0.25 && passage.weight() >= 80;
  }

  /**
   * Where no prose was found: whatever stands outside furniture, for pages of a line or a table.
   */
  public List<Passage> anything() {
    return passages.stream()
        .filter(p -> !furnished(p.element(), null))
        .filter(p -> p.kind() != Passage.Kind.HEADING || p.level() > 1)
        .toList();
  }

  /** Says of boxes within the story's place that they are none of it, whatever they hold. */
  public void apart(Collection<Element> boxes) {
    boxes.forEach(
        box -> {
          furniture.put(box, true);
          set.add(box);
        });
  }

  /** The story's place, once it was found. */
  public Element root() {
    return root;
  }

  public static boolean within(Element element, Element root) {
    for (Element up = element; up != null; up = up.parent()) {
      if (up == root) {
        return true;
      }
    }
    return false;
  }

  /** Whether the element or one above it, below {@code root}, is furniture. */
  boolean furnished(Element element, @Nullable Element root) {
    for (Element up = element; up != null && up != root; up = up.parent()) {
      if (furniture.computeIfAbsent(up, this::isFurniture)) {
        return true;
      }
    }
    return false;
  }

  /** The same for what belongs to pictures, which stand in elements of doubtful names. */
  boolean surelyFurnished(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      Verdict verdict = findings.computeIfAbsent(up, Furniture::of).verdict();
      boolean sure = verdict == Verdict.STRONG || verdict == Verdict.CERTAIN;
      if ((sure || cards(up) || set.contains(up))
          && furniture.computeIfAbsent(up, this::isFurniture)) {
        return true;
      }
    }
    return false;
  }

  private boolean cards(Element element) {
    // What holds the headline is the story with such a row, however short the story is.
    return cards.computeIfAbsent(element, e -> Cards.holds(e) && !within(headline, e));
  }

  private boolean isFurniture(Element element) {
    Finding finding = findings.computeIfAbsent(element, Furniture::of);
    if (cards(element) && prose.getOrDefault(element, 0) < total * TOO_MUCH_FOR_CARDS) {
      return true;
    }
    if (finding.verdict() == Verdict.NONE) {
      return false;
    }
    int own = prose.getOrDefault(element, 0);
    if (stated.useful() && own > 0 && statedProse.getOrDefault(element, 0) * 2 > own) {
      return false;
    }
    if (finding.verdict() == Verdict.LINE) {
      return own < SECTION;
    }
    if (Home.foreign(finding) && home.outside(element) || copies.hold(element)) {
      return true;
    }
    double share = total == 0 ? 0 : (double) proseByWord.getOrDefault(finding.word(), 0) / total;
    if (finding.verdict() == Verdict.WEAK) {
      return share < (home.holds(element) ? TOO_MUCH_AT_HOME : TOO_MUCH_FOR_WEAK);
    }
    boolean holdsHeadline = share > 0.3 && within(headline, element);
    boolean certain = finding.verdict() == Verdict.CERTAIN;
    return share < (certain ? TOO_MUCH_FOR_CERTAIN : TOO_MUCH_FOR_STRONG) && !holdsHeadline;
  }
}
