package stet.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.article.Byline;
import tools.jackson.databind.JsonNode;

/** Finds the author line and the names in it. People go before the paper's own name. */
final class Bylines {
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:written by|reported by|posted by|published by|story by|words by|text by|article"
              + " by|by|von|par|por|di|door|av|af|texte?|ein"
              + " (?:kommentar|gastbeitrag|interview|essay) von|"
              + "autor(?:in|en|es)?|author|автор|от|przez|yazan|oleh|penulis|tekst|foto|بقلم|كتب|नई"
              + " दिल्ली|記者|作者|文|編集|責任編集|bởi)\\s*[:：]?\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "By" set against the name. */
  private static final Pattern GLUED = Pattern.compile("^By(?=\\p{Lu}\\p{Ll})");

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

  /** Two to four capitalised words, with a second such name behind a sign or not. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,3}"
              + "(?:\\s*[/&]\\s*\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,3})?");

  private static final Pattern DATE_SIGN = Pattern.compile("\\s*[|·•]\\s*");
  private static final int LONGEST_NAME = 60;
  private static final int NEAR = 6;
  private static final int LONGEST_LINE = 160;
  private static final int ABOVE = 4;
  private static final int BELOW = 20;

  private final HtmlPage page;
  private final List<LinkedData.Node> articles;
  private final Set<String> site;
  private final Predicate<Passage> apart;

  /** News agencies named in lines: sources beside a person, authors where there is none. */
  private final Set<String> agencies = new LinkedHashSet<>();

  /** Whether what is read is the page's linked data, which list an agency only as an author. */
  private boolean stated;

  private Bylines(HtmlPage page, List<LinkedData.Node> articles, Predicate<Passage> apart) {
    this.apart = apart;
    this.page = page;
    this.articles = articles;
    String host = HtmlPage.host(page.url()).replaceFirst("^www\\.", "");
    Set<String> names = new HashSet<>();
    names.add(Texts.letters(page.head().meta("og:site_name")));
    names.add(Texts.letters(host));
    names.add(Texts.letters(host.replaceFirst("\\.[^.]*$", "")));
    for (LinkedData.Node node : articles) {
      names.add(Texts.letters(node.text("publisher")));
    }
    this.site = names;
  }

  /**
   * @param apart which lines are no author lines whatever their markup, as those about an author
   */
  static Byline find(
      HtmlPage page,
      List<LinkedData.Node> articles,
      Headlines.Found headline,
      List<Passage> story,
      Predicate<Passage> apart) {
    return new Bylines(page, articles, apart).find(headline.passage(), story);
  }

  private Byline find(@Nullable Passage headline, List<Passage> story) {
    String printed = printed(headline);
    Set<String> people = new LinkedHashSet<>();
    Set<String> houses = new LinkedHashSet<>();
    for (LinkedData.Node node : articles) {
      if (node.rank() >= 2 && people.isEmpty()) {
        stated = true;
        authors(node.json().get("author"), people, houses);
        stated = false;
      }
    }
    if (people.isEmpty() && LEAD.matcher(printed).lookingAt()) {
      sorted(printed, people, houses);
    }
    if (people.isEmpty()) {
      metas(people, houses);
    }
    if (people.isEmpty() && !printed.isEmpty()) {
      sorted(printed, people, houses);
    }
    if (people.isEmpty()) {
      signed(headline, story, people);
    }
    if (people.isEmpty() && houses.isEmpty() && agencies.isEmpty()) {
      String placed = AuthorPlaces.find(page, headline);
      sorted(placed, people, houses);
    }
    Set<String> first = people.isEmpty() ? agencies : people;
    return new Byline(printed, new ArrayList<>(first.isEmpty() ? houses : first));
  }

  private void authors(@Nullable JsonNode value, Set<String> people, Set<String> houses) {
    if (value == null) {
      return;
    }
    if (value.isArray()) {
      value.forEach(one -> authors(one, people, houses));
      return;
    }
    boolean house =
        value.isObject() && LinkedData.asText(value.get("@type")).endsWith("Organization");
    JsonNode told = page.linkedData().told(value);
    String name = LinkedData.asText(told.isObject() ? told.get("name") : told);
    if (name.isEmpty() && value.isObject()) {
      String given = LinkedData.asText(value.get("givenName"));
      name = (given + ' ' + LinkedData.asText(value.get("familyName"))).strip();
    }
    sorted(name, house ? houses : people, houses);
  }

  private void metas(Set<String> people, Set<String> houses) {
    for (String key :
        List.of(
            "author",
            "article:author",
            "parsely-author",
            "dc.creator",
            "byl",
            "sailthru.author",
            "article:author_name",
            "cxenseparse:author",
            "dcterms.creator")) {
      for (String value : page.head().all(key)) {
        if (!value.contains("://")) {
          sorted(value, people, houses);
        }
      }
      if (!people.isEmpty()) {
        return;
      }
    }
    labelled(people, houses);
  }

  /** Cards for link previews hold pairs of a label and its value: "Written by", the name. */
  private void labelled(Set<String> people, Set<String> houses) {
    for (String number : List.of("1", "2")) {
      String value = page.head().meta("twitter:data" + number);
      if (AuthorNames.announces(page.head().meta("twitter:label" + number))) {
        sorted(value, people, houses);
      }
    }
  }

  /** Parts a line into names; the paper's own name is no person's. */
  private void sorted(String line, Set<String> people, Set<String> houses) {
    for (String name : AuthorNames.of(line, page.dates())) {
      String letters = Texts.letters(name);
      boolean own =
          site.stream()
              .anyMatch(
                  s ->
                      s.length() > 2 && (s.equals(letters) || letters.startsWith(s))
                          || letters.length() > 6 && s.contains(letters));
      boolean agency = AuthorNames.agency(name);
      (own ? houses : agency && !stated ? agencies : people).add(name);
    }
  }

  /**
   * Where nothing names an author: a line that is a name alone at the story's head or end, or that
   * opens the line of the date.
   */
  private void signed(@Nullable Passage headline, List<Passage> story, Set<String> people) {
    if (!story.isEmpty()) {
      alone(story.get(0).text(), people);
    }
    int at = headline == null ? Integer.MAX_VALUE : headline.order();
    for (Passage passage : page.passages()) {
      boolean near = passage.order() > at && passage.order() <= at + NEAR;
      if (near && people.isEmpty() && passage.text().length() <= LONGEST_LINE) {
        DateReader.first(passage.text(), page.dates())
            .map(date -> DATE_SIGN.split(passage.text().substring(0, date.start())))
            .filter(parts -> parts.length == 1)
            .ifPresent(parts -> alone(parts[0], people));
      }
    }
    if (people.isEmpty() && story.size() > 2) {
      alone(story.get(story.size() - 1).text(), people);
    }
  }

  private void alone(String line, Set<String> people) {
    if (line.length() <= LONGEST_NAME && NAME.matcher(line).matches()) {
      sorted(line, people, new LinkedHashSet<>());
    }
  }

  /** The author line near the headline; a link to an author's page counts as one. */
  private String printed(@Nullable Passage headline) {
    int at = headline == null ? 0 : headline.order();
    int from = Math.max(0, at - ABOVE);
    int to = Math.min(page.passages().size(), at + BELOW);
    for (Passage passage : page.passages().subList(from, to)) {
      boolean line = passage.text().length() <= LONGEST_LINE && passage.order() != at;
      boolean announces = line && AuthorNames.announces(passage.text());
      boolean opens = announces || line && LEAD.matcher(passage.text()).lookingAt();
      if (line
          && (opens || named(passage.element()))
          && !AuthorPlaces.foreign(passage.element())
          && !apart.test(passage)) {
        String links = linked(passage.element());
        String text = announces ? announced(passage) : passage.text();
        if (!links.isEmpty() || !AuthorNames.of(text, page.dates()).isEmpty()) {
          return links.isEmpty() ? text : links;
        }
      }
    }
    return "";
  }

  /** The name in the element behind one that holds nothing but "By". */
  private String announced(Passage passage) {
    int next = passage.order() + 1;
    Passage name = next < page.passages().size() ? page.passages().get(next) : passage;
    boolean brief = name.text().length() <= LONGEST_NAME && !name.prose();
    return brief ? passage.text() + ' ' + name.text() : passage.text();
  }

  private static boolean named(Element element) {
    Element up = element;
    for (int i = 0; i < 2 && up != null; i++, up = up.parent()) {
      if (up.attr("itemprop").equals("author")
          || Passages.names(up).stream().anyMatch(NAMES::contains)) {
        return true;
      }
    }
    return element.selectFirst(AUTHOR) != null;
  }

  private static String linked(Element element) {
    List<String> names = new ArrayList<>();
    for (Element link : element.select(PROFILE)) {
      String name = Texts.clean(link.text());
      if (name.length() > 3 && name.length() < 60) {
        names.add(name);
      }
    }
    return String.join(", ", names);
  }

  /** Whether a short line opens as author lines do and goes on with a name. */
  static boolean line(String text) {
    var lead = LEAD.matcher(text);
    return text.length() < 80
        && lead.lookingAt()
        && lead.end() < text.length()
        && Character.isUpperCase(text.codePointAt(lead.end()))
        && !text.matches(".*[.!?]$");
  }

  /** Whether the text has the shape of a person's name. */
  static boolean person(String name) {
    return NAME.matcher(name).matches();
  }

  /** The line behind the words that open it. */
  static String withoutLead(String line) {
    return GLUED.matcher(LEAD.matcher(line).replaceFirst("")).replaceFirst("");
  }
}
