package stet.extract.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;
import stet.extract.page.Passages;
import stet.text.CleanText;
import stet.text.FoldedText;

/** Finds the author line near the headline, by its words, its markup or a link in it. */
final class AuthorLines {
  private static final Set<String> NAMES =
      Set.of(
          "author",
          "authors",
          "byline",
          "bylines",
          "autor",
          "autoren",
          "autorin",
          "auteur",
          "autore",
          "writer",
          "reporter",
          "firma",
          "kirjoittaja",
          "journalist",
          "contributor",
          "contributors");
  private static final Evaluator AUTHOR =
      QueryParser.parse("[rel=author],[itemprop=author],[class*=author],[class*=byline]");
  private static final Evaluator PROFILE =
      QueryParser.parse("a[rel=author],a[href*=/author],a[href*=/autor],a[href*=/people/]");

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_LINE = 160;
  private static final int ABOVE = 4;
  private static final int BELOW = 20;

  private final HtmlPage page;
  private final Forms forms;
  private final Predicate<Passage> apart;
  private @Nullable Line near;

  /**
   * @param apart which lines are no author lines whatever their markup, as those about an author
   */
  AuthorLines(HtmlPage page, Forms forms, Predicate<Passage> apart) {
    this.page = page;
    this.forms = forms;
    this.apart = apart;
  }

  /**
   * An author line: its names or its words.
   *
   * @param announced whether the line says that who it names wrote the story
   */
  record Line(String text, boolean announced) {}

  /** The author line near the headline or right above the story; empty where there is none. */
  Line find(@Nullable Passage headline, List<Passage> story) {
    int at = headline == null ? 0 : headline.order();
    // The headline is the same whatever the story is.
    near = near == null ? find(Math.max(0, at - ABOVE), at + BELOW, at) : near;
    if (!near.text().isEmpty() || story.isEmpty()) {
      return near;
    }
    int begin = story.get(0).order();
    return find(Math.max(at + BELOW, begin - ABOVE), begin, at);
  }

  private Line find(int from, int until, int headline) {
    int to = Math.min(page.passages().size(), until);
    for (int i = from; i < to; i++) {
      Passage passage = page.passages().get(i);
      boolean line = passage.text().length() <= LONGEST_LINE && passage.order() != headline;
      boolean announces = line && AuthorNames.announces(passage.text());
      boolean opens = announces || line && Bylines.announced(spaced(passage));
      if (line
          && (opens || named(passage))
          && !AuthorPlaces.foreign(passage.element())
          && !(brief(passage.element()) && forms.asks(passage.element()))
          && !apart.test(passage)) {
        String links = linked(passage);
        String text = announces ? announced(passage) : spaced(passage);
        if (!links.isEmpty() || !AuthorNames.of(text, page.dates()).isEmpty()) {
          return new Line(links.isEmpty() ? text : links, opens);
        }
      }
    }
    return new Line("", false);
  }

  /** The name in the element behind one that holds nothing but "By". */
  private String announced(Passage passage) {
    int next = passage.order() + 1;
    Passage name = next < page.passages().size() ? page.passages().get(next) : passage;
    boolean brief = name.text().length() <= LONGEST_NAME && !name.prose();
    return brief ? passage.text() + ' ' + spaced(name) : passage.text();
  }

  /** Whether the line links to a page about an author. */
  static boolean profile(Passage passage) {
    return passage.element().selectFirst(PROFILE) != null;
  }

  /** Whether a link to a page about authors bears the name, or the page says "by" before it. */
  boolean credits(String name) {
    Pattern by =
        Pattern.compile(
            "(?<!\\p{L})(?:by|von|par|por|di|door|av|af)\\s+\\Q" + name + "\\E(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return page.body().select(PROFILE).stream().anyMatch(link -> text(link).equals(name))
        || by.matcher(page.body().text()).find();
  }

  private static boolean named(Passage passage) {
    Element up = passage.element();
    for (int i = 0; i < 2 && up != null; i++, up = up.parent()) {
      if (up.attr("itemprop").equals("author")
          || Passages.names(up).stream().anyMatch(NAMES::contains)) {
        return true;
      }
    }
    return passage.element().select(AUTHOR).stream()
        .map(AuthorLines::text)
        .anyMatch(
            inner ->
                brief(passage.element()) || !inner.isEmpty() && passage.text().contains(inner));
  }

  /** Whether all that the element holds can be one author line, set in elements of its own. */
  private static boolean brief(Element element) {
    return text(element).length() <= 2 * LONGEST_LINE;
  }

  private static String text(Element element) {
    return CleanText.of(element.text());
  }

  /** The names of the line's links to pages of authors. */
  private static String linked(Passage passage) {
    List<String> names = new ArrayList<>();
    boolean brief = brief(passage.element());
    for (Element link : passage.element().select(PROFILE)) {
      String own = CleanText.of(link.ownText());
      // What the person is may stand in an element of its own within the link.
      String text = Bylines.person(own) ? own : text(link);
      boolean name = text.length() > 3 && text.length() < LONGEST_NAME;
      if (name && (brief || passage.text().contains(text))) {
        names.add(text);
      }
    }
    return String.join(", ", names);
  }

  /**
   * The line with a space where style alone parts one element's words from the next: {@code
   * <em>von</em><span>Ilse Brandt</span>}.
   */
  private static String spaced(Passage passage) {
    StringBuilder line = new StringBuilder();
    String before = "";
    for (TextNode node : passage.element().nodeStream(TextNode.class).toList()) {
      String text = node.getWholeText();
      line.append(glued(before, text) ? " " : "").append(text);
      before = text;
    }
    String text = CleanText.of(line);
    return FoldedText.letters(text).equals(passage.letters()) ? text : passage.text();
  }

  private static boolean glued(String before, String text) {
    return !before.isEmpty()
        && !text.isEmpty()
        && (AuthorNames.announces(before)
            || Character.isLowerCase(before.charAt(before.length() - 1))
                && Character.isUpperCase(text.codePointAt(0)));
  }
}
