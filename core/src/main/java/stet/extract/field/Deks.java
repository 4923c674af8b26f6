package stet.extract.field;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.extract.body.Credits;
import stet.extract.body.Furniture;
import stet.extract.body.Lines;
import stet.extract.page.HtmlPage;
import stet.extract.page.LinkedData;
import stet.extract.page.Passage;
import stet.extract.page.Passages;
import stet.extract.words.Texts;
import stet.text.FoldedText;

/**
 * Finds the standfirst: a line of its own between the headline and the story, which the head's
 * description repeats or whose markup names it so.
 */
public final class Deks {
  private static final Set<String> NAMES =
      Set.of(
          "dek",
          "deck",
          "standfirst",
          "subtitle",
          "subheadline",
          "subhead",
          "subheading",
          "summary",
          "lead",
          "lede",
          "leadin",
          "intro",
          "introtext",
          "teaser",
          "abstract",
          "excerpt",
          "chapo",
          "chapeau",
          "entradilla",
          "bajada",
          "sumario",
          "copete",
          "sottotitolo",
          "occhiello",
          "ingress",
          "manchet",
          "perex",
          "vorspann",
          "synopsis",
          "description",
          "tagline",
          "kicker");
  private static final Set<String> BARS =
      Set.of(
          "overlay",
          "paywall",
          "modal",
          "popup",
          "newsletter",
          "subscribe",
          "subscription",
          "login",
          "signup",
          "sign up");
  private static final int BOX_DEPTH = 4;
  private static final int SHORTEST = 30;
  private static final int LONGEST = 700;

  /** How far below the headline a standfirst may stand, in passages. */
  private static final int REACH = 16;

  /** Points: the head repeats it 3, its markup names it 2, it is a heading right below 1. */
  private static final int ENOUGH = 2;

  private final HtmlPage page;
  private final Headlines.Found headline;
  private final Set<Passage> story;
  private final Predicate<Passage> apart;
  private final String described;

  private Deks(
      HtmlPage page,
      Headlines.Found headline,
      List<LinkedData.Node> articles,
      List<Passage> story,
      Predicate<Passage> apart) {
    this.page = page;
    this.headline = headline;
    this.apart = apart;
    this.story = new HashSet<>(story);
    StringBuilder text = new StringBuilder();
    text.append(page.head().meta("description")).append(' ');
    text.append(page.head().meta("og:description")).append(' ');
    for (LinkedData.Node node : articles) {
      text.append(node.rank() == 3 ? node.text("description") + ' ' : "");
      text.append(node.rank() == 3 ? node.text("alternativeHeadline") + ' ' : "");
    }
    this.described = FoldedText.letters(text.toString());
  }

  /**
   * @param apart which lines are set into the page and part of nothing
   */
  public static String find(
      HtmlPage page,
      Headlines.Found headline,
      List<LinkedData.Node> articles,
      List<Passage> story,
      Predicate<Passage> apart) {
    return new Deks(page, headline, articles, story, apart).find();
  }

  /** The story's first paragraph where its own markup names it a standfirst, null otherwise. */
  public static @Nullable Passage leading(List<Passage> story) {
    if (story.size() < 3) {
      return null;
    }
    Passage first = story.get(0);
    boolean shape =
        first.text().length() >= SHORTEST
            && first.text().length() <= LONGEST
            && first.kind() == Passage.Kind.PARAGRAPH;
    boolean named = Passages.names(first.element()).stream().anyMatch(NAMES::contains);
    return shape && named ? first : null;
  }

  private String find() {
    int first = story.stream().mapToInt(Passage::order).min().orElse(Integer.MAX_VALUE);
    int from = headline.passage() == null ? first - REACH : headline.passage().order() + 1;
    int to = Math.min(first, headline.passage() == null ? first : from + REACH);
    String best = "";
    int most = ENOUGH - 1;
    for (Passage passage : page.passages()) {
      boolean place = passage.order() >= from && passage.order() < to && !story.contains(passage);
      int points = place ? points(passage) : 0;
      if (points > most) {
        best = passage.text();
        most = points;
      }
    }
    return best;
  }

  private int points(Passage passage) {
    String text = passage.text();
    boolean shape =
        text.length() >= SHORTEST && text.length() <= LONGEST && passage.linkShare() < 0.4;
    boolean pictured =
        passage.kind() == Passage.Kind.CAPTION || !Credits.part(text).credit().isEmpty();
    if (!shape || pictured || Lines.furniture(passage) || apart.test(passage)) {
      return 0;
    }
    String letters = passage.letters();
    if (letters.equals(FoldedText.letters(headline.text()))) {
      return 0;
    }
    boolean repeated =
        described.contains(Texts.head(letters, 60)) && described.length() < letters.length() * 6;
    if (!repeated && barred(passage.element())) {
      return 0;
    }
    int points = repeated ? 3 : 0;
    points += named(passage.element()) ? 2 : 0;
    points += passage.kind() == Passage.Kind.HEADING && passage.level() == 2 ? 1 : 0;
    return points;
  }

  /** Whether the line stands in a box that keeps readers out or asks them in. */
  private static boolean barred(Element element) {
    Element up = element;
    for (int i = 0; i < BOX_DEPTH && up != null; i++, up = up.parent()) {
      if (BARS.contains(Furniture.of(up).word())) {
        return true;
      }
    }
    return false;
  }

  private static boolean named(Element element) {
    Element up = element;
    for (int i = 0; i < 2 && up != null; i++, up = up.parent()) {
      if (up.attr("itemprop").contains("description")
          || Passages.names(up).stream().anyMatch(NAMES::contains)) {
        return true;
      }
    }
    return false;
  }
}
