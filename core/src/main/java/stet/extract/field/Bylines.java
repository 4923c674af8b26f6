package stet.extract.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.article.Byline;
import stet.extract.page.HtmlPage;
import stet.extract.page.LinkedData;
import stet.extract.page.Passage;
import stet.text.FoldedText;
import tools.jackson.databind.JsonNode;

/** Finds the author line and the names in it. People go before the paper's own name. */
public final class Bylines {
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:written by|reported by|posted by|published by|story by|words by|text by|article"
              + " by|by|von|par|por|di|door|av|af|texte?|ein"
              + " (?:kommentar|gastbeitrag|interview|essay) von|"
              + "autor(?:in|en|es)?|author|автор|от|przez|yazan|oleh|penulis|tekst|بقلم|كتب|नई"
              + " दिल्ली|記者|作者|文|編集|責任編集|bởi)\\s*[:：]?\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "By" set against the name. */
  private static final Pattern GLUED =
      Pattern.compile("^(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor)(?=\\p{Lu}\\p{Ll})");

  /** Two to four capitalised words, with a second such name behind a sign or not. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,3}"
              + "(?:\\s*[/&]\\s*\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,3})?");

  private static final Pattern FIRM =
      Pattern.compile(
          "(?:\\s(?:e\\. ?V|g?GmbH|AG|KG|Inc|Ltd|LLC|Corp|Company|S\\.p\\.A|SRL|B\\.V)\\.?)$");

  private final HtmlPage page;
  private final List<LinkedData.Node> articles;
  private final @Nullable Passage headline;
  private final Set<String> site;
  private final Forms forms;
  private final AuthorLines lines;

  /** News agencies named in lines: sources beside a person, authors where there is none. */
  private final Set<String> agencies = new LinkedHashSet<>();

  /** The names of each line that was parted: heads repeat what author lines say. */
  private final Map<String, List<String>> names = new HashMap<>();

  private @Nullable String placed;

  /** Whether what is read is the page's linked data, which list an agency only as an author. */
  private boolean stated;

  /**
   * @param apart which lines are no author lines whatever their markup, as those about an author
   */
  public Bylines(
      HtmlPage page,
      List<LinkedData.Node> articles,
      Headlines.Found headline,
      Predicate<Passage> apart) {
    this.headline = headline.passage();
    this.forms = new Forms(page.elements().fields());
    this.lines = new AuthorLines(page, forms, apart);
    this.page = page;
    this.articles = articles;
    String host = page.host().replaceFirst("^www\\.", "");
    Set<String> names = new HashSet<>();
    names.add(FoldedText.letters(page.head().meta("og:site_name")));
    names.add(FoldedText.letters(host));
    names.add(FoldedText.letters(host.replaceFirst("\\.[^.]*$", "")));
    for (LinkedData.Node node : articles) {
      names.add(FoldedText.letters(node.text("publisher")));
    }
    this.site = names;
  }

  /** Who wrote the story under the page's headline, as much of it as is known to be the story. */
  public Byline find(List<Passage> story) {
    agencies.clear();
    AuthorLines.Line line = lines.find(headline, story);
    Set<String> houses = new LinkedHashSet<>();
    Set<String> people = named(line, houses);
    if (people.isEmpty() && !line.text().isEmpty()) {
      sorted(line.text(), people, houses);
    }
    if (people.isEmpty()) {
      for (String signature : Signatures.find(page, lines, headline, story)) {
        if (people.isEmpty()) {
          sorted(signature, people, new LinkedHashSet<>());
        }
      }
    }
    if (people.isEmpty() && houses.isEmpty() && agencies.isEmpty()) {
      sorted(placed(), people, houses);
    }
    Set<String> first = people.isEmpty() ? agencies : people;
    return new Byline(line.text(), new ArrayList<>(first.isEmpty() ? houses : first));
  }

  /** Whom the page names somewhere, which is looked for once. */
  private String placed() {
    if (placed == null) {
      placed = AuthorPlaces.find(page, headline, forms);
    }
    return placed;
  }

  /** Whom the head and an author line that says so name. */
  private Set<String> named(AuthorLines.Line line, Set<String> houses) {
    Set<String> people = new LinkedHashSet<>();
    stated(2, people, houses);
    if (people.isEmpty() && line.announced()) {
      sorted(line.text(), people, houses);
    } else if (line.announced()) {
      people = shown(people, line.text());
    }
    if (people.isEmpty()) {
      stated(1, people, houses);
      people.removeIf(name -> !visible(name));
    }
    return fuller(people, houses);
  }

  /** Whom the page's linked data name, from nodes of that rank on. */
  private void stated(int rank, Set<String> people, Set<String> houses) {
    stated = true;
    for (LinkedData.Node node : articles) {
      if (node.rank() >= rank && people.isEmpty()) {
        authors(node.json().get("author"), people, houses);
      }
    }
    stated = false;
  }

  /**
   * The people of the author line where it names more than are stated, or where those stated are
   * shown nowhere and are user names: who typed a text in need not have written it.
   */
  private Set<String> shown(Set<String> stated, String printed) {
    Set<String> line = new LinkedHashSet<>();
    sorted(printed, line, new LinkedHashSet<>());
    boolean people = !line.isEmpty() && line.stream().allMatch(Bylines::person);
    boolean users = stated.stream().allMatch(name -> user(name) && !visible(name));
    return people && (users || line.containsAll(stated)) ? line : stated;
  }

  /** One word. Scripts without capitals part the words of no name. */
  private static boolean user(String name) {
    return name.indexOf(' ') < 0
        && name.chars().anyMatch(c -> Character.isLowerCase(c) || Character.isUpperCase(c));
  }

  private boolean visible(String name) {
    String folded = FoldedText.of(name);
    return page.passages().stream().anyMatch(passage -> passage.folded().contains(folded));
  }

  /** The people of the head's meta names, where nobody is known or where they are more. */
  private Set<String> fuller(Set<String> known, Set<String> houses) {
    Set<String> people = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    metas(people, others);
    if (houses.isEmpty()) {
      houses.addAll(others);
    }
    return people.containsAll(known) ? people : known;
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
    if (!name.contains("://")) {
      sorted(name, house ? houses : people, houses);
    }
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
    for (String name : names.computeIfAbsent(line, l -> AuthorNames.of(l, page.dates()))) {
      String letters = FoldedText.letters(name);
      boolean own =
          site.stream()
              .anyMatch(
                  s ->
                      s.length() > 2 && (s.equals(letters) || letters.startsWith(s))
                          || letters.length() > 6 && s.contains(letters));
      boolean agency = AuthorNames.agency(name);
      boolean firm = FIRM.matcher(name).find();
      (own || firm ? houses : agency && !stated ? agencies : people).add(name);
    }
  }

  /** Whether a line opens with words that announce its author. */
  static boolean announced(String line) {
    return LEAD.matcher(line).lookingAt() || GLUED.matcher(line).lookingAt();
  }

  /** Whether a short line opens as author lines do and goes on with a name. */
  public static boolean line(String text) {
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
