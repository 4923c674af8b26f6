package stet.extract.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Role;
import stet.extract.date.DateRules.Rule;
import stet.extract.page.AddressDate;
import stet.extract.page.DateContext;
import stet.extract.page.HtmlPage;
import stet.extract.page.LinkedData;
import stet.extract.page.Microdata;
import stet.extract.page.Passage;
import stet.extract.words.Texts;
import stet.text.CleanText;

/** Collects every place of a page that states a date for the article. */
public final class DateFinder {
  private static final Pattern SCRIPT_DATE =
      Pattern.compile(
          "[\"'](?:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate"
              + "|pubDate|publishedDate|firstPublished|datePublication|published_time|articleDate)[\"']"
              + "\\s*:\\s*[\"'](\\d{4}-\\d\\d-\\d\\d[^\"']{0,20})[\"']");

  /** Each name that the pattern above knows holds one of these. */
  private static final List<String> SCRIPT_HINTS = List.of("ubli", "pubDate", "articleDate");

  private static final Pattern DATA =
      Pattern.compile("^data-.*(?:publish|pubdate|pub-date|posted|created|deploy-dt)");
  private static final Evaluator OWN_DATA = QueryParser.parse("[^data-]");
  private static final int MAX_SCRIPT = 400_000;
  private static final int CONFIRMED = 5;
  private static final int STRONG = 71;

  /** Each is held against the text around it; a page made of nothing else must not take minutes. */
  private static final int MOST_ELEMENTS = 2_000;

  private final HtmlPage page;
  private final DateContext context;
  private final VisibleDates visible;
  private final List<LinkedData.Node> articles;
  private final List<DateCandidate> found = new ArrayList<>();
  private final Predicate<Element> foreign;

  /**
   * @param foreign whether an element belongs to something with dates of its own, such as a post
   */
  public DateFinder(
      HtmlPage page,
      @Nullable Passage headline,
      Set<Passage> body,
      Set<Passage> apart,
      List<LinkedData.Node> articles,
      Predicate<Element> foreign) {
    this.foreign = foreign;
    this.page = page;
    this.context = page.dates();
    this.visible = new VisibleDates(page, headline, body, apart);
    this.articles = articles;
  }

  public List<DateCandidate> find() {
    linkedData();
    metas();
    elements();
    found.addAll(visible.find());
    path(page.url(), "url");
    agree();
    if (found.stream().noneMatch(c -> c.role() == Role.PUBLISHED && c.weight() > STRONG)) {
      scripts();
      data();
      title();
      path(page.head().meta("og:image", "twitter:image"), "image");
    }
    return found;
  }

  /** Gives the dates of the text that the address confirms their extra weight. */
  private void agree() {
    LocalDate day = context.day();
    if (day == null) {
      return;
    }
    found.replaceAll(
        c -> {
          boolean text = c.rule().startsWith("visible") || c.rule().startsWith("time");
          boolean confirmed = text && c.moment().local().toLocalDate().equals(day);
          return confirmed ? c.heavier(CONFIRMED) : c;
        });
  }

  private void add(Rule rule, String printed, Optional<Moment> moment, int penalty) {
    moment
        .filter(m -> Plausible.date(m, context))
        .ifPresent(
            m ->
                found.add(
                    new DateCandidate(
                        rule.role(), rule.weight() - penalty, rule.id(), printed, m)));
  }

  private void machine(Rule rule, String value, int penalty) {
    add(rule, value, DateReader.machine(value, context), penalty);
  }

  private void linkedData() {
    for (LinkedData.Node node : articles) {
      for (Rule rule : DateRules.from("json-ld " + node.rank())) {
        machine(rule, node.text(rule.key()), 0);
      }
    }
  }

  private void metas() {
    for (Rule rule : DateRules.from("meta")) {
      for (String value : page.head().named(rule.key())) {
        machine(rule, value, 0);
      }
    }
  }

  /** Elements that carry a date in an attribute. */
  private void elements() {
    boolean first = true;
    for (Element element : page.elements().dated().stream().limit(MOST_ELEMENTS).toList()) {
      if (foreign.test(element) || visible.foreign(element)) {
        continue;
      }
      microdata(element);
      if (element.normalName().equals("time")) {
        time(element, first);
        first = false;
      }
      utime(element);
    }
  }

  private void microdata(Element element) {
    String name = element.attr("itemprop") + ' ' + element.attr("property");
    if (!name.contains("date")) {
      return;
    }
    for (Rule rule : DateRules.from("microdata")) {
      if (name.contains(rule.key()) && !Microdata.foreign(element)) {
        machine(rule, machineValue(element), 0);
      }
    }
  }

  private static String machineValue(Element element) {
    for (String attribute : List.of("datetime", "content", "title", "data-datetime")) {
      String value = element.attr(attribute);
      if (value.length() >= 6 && value.chars().filter(Character::isDigit).count() >= 4) {
        return value;
      }
    }
    return Texts.head(CleanText.of(element.text()), 80);
  }

  private void time(Element time, boolean first) {
    String value = machineValue(time);
    int order = visible.order(time);
    if (visible.otherwise(time)) {
      return;
    }
    if (!visible.near(order)) {
      DateRules.of("time", "first", Role.PUBLISHED)
          .filter(rule -> first)
          .ifPresent(rule -> machine(rule, value, 0));
      return;
    }
    Role named = visible.roleOf(time);
    Role role = named == null ? Role.PUBLISHED : named;
    String key = named == null ? "headline" : named == Role.PUBLISHED ? "published" : "updated";
    DateRules.of("time", key, role).ifPresent(rule -> machine(rule, value, visible.penalty(order)));
  }

  private void utime(Element element) {
    for (String attribute : List.of("data-utime", "data-timestamp", "data-time")) {
      if (element.hasAttr(attribute) && visible.near(visible.order(element))) {
        DateRules.of("utime", "headline", Role.PUBLISHED)
            .ifPresent(rule -> machine(rule, element.attr(attribute), 0));
      }
    }
  }

  private void path(String address, String source) {
    Optional<AddressDate.Found> date = AddressDate.of(address);
    Optional<Rule> rule = DateRules.of(source, "path", Role.PUBLISHED);
    if (date.isPresent() && rule.isPresent()) {
      String iso = date.get().day().toString();
      Optional<Moment> day =
          DateReader.machine(iso, context).map(moment -> LocalDay.clock(moment, context));
      add(rule.get(), date.get().printed(), day, 0);
    }
  }

  /** Attributes of the page's own making: {@code data-publish-date}. */
  private void data() {
    for (Element element : page.body().select(OWN_DATA)) {
      if (foreign.test(element)) {
        continue;
      }
      for (Attribute attribute : element.attributes()) {
        boolean named = DATA.matcher(attribute.getKey()).find();
        if (named && attribute.getValue().length() <= 40) {
          DateRules.of("data", "publish", Role.PUBLISHED)
              .ifPresent(rule -> machine(rule, attribute.getValue(), 0));
        }
      }
    }
  }

  private void title() {
    DateReader.first(page.head().title(), context)
        .ifPresent(
            date ->
                DateRules.of("title", "date", Role.PUBLISHED)
                    .ifPresent(r -> add(r, date.printed(), Optional.of(date.moment()), 0)));
  }

  private void scripts() {
    for (Element script : page.elements().scripts()) {
      String code = script.data();
      String head = Texts.head(code, MAX_SCRIPT);
      if (SCRIPT_HINTS.stream().noneMatch(head::contains)) {
        continue;
      }
      Matcher date = SCRIPT_DATE.matcher(head);
      // Where updates of a live blog are listed, the first date is most often that of a post.
      if (!code.contains("liveBlogUpdate") && date.find()) {
        DateRules.of("script", "published", Role.PUBLISHED)
            .ifPresent(rule -> machine(rule, date.group(1), 0));
        return;
      }
    }
  }
}
