package stet.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Role;
import stet.extract.DateRules.Rule;

/** Collects every place of a page that states a date for the article. */
final class DateFinder {
  private static final Pattern URL_DATE =
      Pattern.compile(
          "(?<![0-9])((?:19|20)\\d\\d)[/_-]?(0?[1-9]|1[0-2])[/_-]?(0?[1-9]|[12]\\d|3[01])(?![0-9])");
  private static final Pattern SCRIPT_DATE =
      Pattern.compile(
          "[\"'](?:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate"
              + "|pubDate|publishedDate|firstPublished|datePublication|published_time|articleDate)[\"']"
              + "\\s*:\\s*[\"'](\\d{4}-\\d\\d-\\d\\d[^\"']{0,20})[\"']");
  private static final int LABEL_WINDOW = 60;
  private static final int MAX_LINE = 300;
  private static final int MAX_SCRIPT = 400_000;

  /** How many passages round the headline count as its neighbourhood. */
  private static final int BEFORE_HEADLINE = 8;

  private static final int AFTER_HEADLINE = 14;

  private final HtmlPage page;
  private final DateContext context;
  private final @Nullable Passage headline;
  private final Set<Passage> body;
  private final List<LinkedData.Node> articles;
  private final List<DateCandidate> found = new ArrayList<>();

  DateFinder(
      HtmlPage page,
      @Nullable Passage headline,
      Set<Passage> body,
      List<LinkedData.Node> articles) {
    this.page = page;
    this.context = page.dates();
    this.headline = headline;
    this.body = body;
    this.articles = articles;
  }

  List<DateCandidate> find() {
    linkedData();
    metas();
    microdata();
    timeElements();
    visible();
    utime();
    url();
    if (found.stream().noneMatch(c -> c.role() == Role.PUBLISHED && c.weight() > 60)) {
      scripts();
    }
    return found;
  }

  private void add(Rule rule, String printed, Optional<Moment> moment) {
    moment
        .filter(m -> Plausible.date(m, context))
        .ifPresent(
            m -> found.add(new DateCandidate(rule.role(), rule.weight(), rule.id(), printed, m)));
  }

  private void linkedData() {
    for (LinkedData.Node node : articles) {
      for (Rule rule : DateRules.from("json-ld " + node.rank())) {
        String value = node.text(rule.key());
        add(rule, value, DateReader.machine(value, context));
      }
    }
  }

  private void metas() {
    for (Rule rule : DateRules.from("meta")) {
      for (String value : page.head().all(rule.key())) {
        add(rule, value, DateReader.machine(value, context));
      }
    }
  }

  private void microdata() {
    for (Element element : page.body().select("[itemprop],[property]")) {
      String name = element.attr("itemprop") + ' ' + element.attr("property");
      for (Rule rule : DateRules.from("microdata")) {
        if (name.contains(rule.key()) && !Microdata.foreign(element)) {
          String value = machineValue(element);
          add(rule, value, DateReader.machine(value, context));
        }
      }
    }
  }

  private static String machineValue(Element element) {
    for (String attribute : List.of("datetime", "content", "title", "data-datetime")) {
      if (element.hasAttr(attribute) && element.attr(attribute).matches(".*\\d{4}.*")) {
        return element.attr(attribute);
      }
    }
    return Texts.head(Texts.clean(element.text()), 80);
  }

  private void timeElements() {
    boolean first = true;
    for (Element time : page.body().select("time")) {
      String value = machineValue(time);
      Role role = roleOf(time);
      boolean near = nearHeadline(time);
      if (role != null && (near || !first)) {
        String key = role == Role.PUBLISHED ? "published" : "updated";
        DateRules.of("time", key, role)
            .filter(rule -> near)
            .ifPresent(rule -> add(rule, value, DateReader.machine(value, context)));
      } else if (near) {
        DateRules.of("time", "headline", Role.PUBLISHED)
            .ifPresent(rule -> add(rule, value, DateReader.machine(value, context)));
      } else if (first) {
        DateRules.of("time", "first", Role.PUBLISHED)
            .ifPresent(rule -> add(rule, value, DateReader.machine(value, context)));
      }
      first = false;
    }
  }

  /** What the names round a date element, or the words before it, say that happened. */
  private @Nullable Role roleOf(Element element) {
    if (element.hasAttr("pubdate")) {
      return Role.PUBLISHED;
    }
    Element up = element;
    for (int i = 0; i < 3 && up != null; i++, up = up.parent()) {
      Role named = roleOf(Passages.names(up), up.attr("itemprop"));
      if (named != null) {
        return named;
      }
      String text = up.ownText();
      if (i > 0 && text.length() < LABEL_WINDOW) {
        Role labelled = DateLabels.last(text);
        if (labelled != null) {
          return labelled;
        }
      }
    }
    return DateLabels.last(Texts.head(Texts.clean(element.text()), LABEL_WINDOW));
  }

  private static @Nullable Role roleOf(List<String> names, String itemprop) {
    if (itemprop.contains("dateModified")) {
      return Role.UPDATED;
    }
    if (itemprop.contains("datePublished")) {
      return Role.PUBLISHED;
    }
    for (String name : names) {
      switch (name) {
        case "updated", "modified", "lastmod", "update", "dtmodified" -> {
          return Role.UPDATED;
        }
        case "published", "pubdate", "publish", "publication", "posted", "created" -> {
          return Role.PUBLISHED;
        }
        default -> {}
      }
    }
    return null;
  }

  private boolean nearHeadline(Element element) {
    if (headline == null) {
      return false;
    }
    int from = Math.max(0, headline.order() - BEFORE_HEADLINE);
    int to = Math.min(page.passages().size(), headline.order() + AFTER_HEADLINE);
    for (Passage passage : page.passages().subList(from, to)) {
      Element block = passage.element();
      if (block == element || contains(block, element) && passage.text().length() < MAX_LINE) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(Element outer, Element inner) {
    for (Element up = inner; up != null; up = up.parent()) {
      if (up == outer) {
        return true;
      }
    }
    return false;
  }

  private void visible() {
    int last = lastBody();
    boolean first = true;
    Passage before = null;
    for (Passage passage : page.passages()) {
      boolean line = passage.text().length() <= MAX_LINE && !body.contains(passage);
      if (line || body.contains(passage) && passage.text().length() < 120) {
        first &= !visible(passage, before, first, last);
      }
      before = passage;
    }
  }

  private int lastBody() {
    return body.stream().mapToInt(Passage::order).max().orElse(0);
  }

  private boolean visible(Passage passage, @Nullable Passage before, boolean first, int lastBody) {
    int end = 0;
    boolean any = false;
    for (FoundDate date : DateReader.find(passage.text(), context)) {
      String label =
          passage.text().substring(Math.max(end, date.start() - LABEL_WINDOW), date.start());
      if (label.isBlank() && before != null && before.text().length() < 40 && date.start() < 3) {
        label = before.text();
      }
      end = date.end();
      Role role = DateLabels.last(label);
      boolean near = near(passage);
      if (role == null && near) {
        role = roleOf(Passages.names(passage.element()), "");
      }
      place(date, role, near, first && !any, passage.order() > lastBody + 3);
      any = true;
    }
    return any;
  }

  private void place(
      FoundDate date, @Nullable Role role, boolean near, boolean first, boolean late) {
    Optional<Rule> rule;
    if (role != null && (near || !late)) {
      String key = role == Role.UPDATED ? "updated" : role.name().toLowerCase(Locale.ROOT);
      rule = DateRules.of("visible", key, role);
    } else if (near) {
      rule = DateRules.of("visible", "headline", Role.PUBLISHED);
    } else {
      rule = first ? DateRules.of("visible", "first", Role.PUBLISHED) : Optional.empty();
    }
    rule.ifPresent(r -> add(r, date.printed(), Optional.of(date.moment())));
  }

  private boolean near(Passage passage) {
    return headline != null
        && passage.order() >= headline.order() - BEFORE_HEADLINE
        && passage.order() <= headline.order() + AFTER_HEADLINE;
  }

  private void utime() {
    for (Element element : page.body().select("[data-utime],[data-timestamp],[data-time]")) {
      String value =
          element.attr("data-utime") + element.attr("data-timestamp") + element.attr("data-time");
      if (nearHeadline(element)) {
        DateRules.of("utime", "headline", Role.PUBLISHED)
            .ifPresent(rule -> add(rule, value, DateReader.machine(value, context)));
      }
    }
  }

  private void url() {
    Matcher date = URL_DATE.matcher(page.url().replaceFirst("^https?://[^/]*", ""));
    if (date.find()) {
      String iso = date.group(1) + '-' + date.group(2) + '-' + date.group(3);
      DateRules.of("url", "path", Role.PUBLISHED)
          .ifPresent(rule -> add(rule, date.group(), DateReader.machine(iso, context)));
    }
  }

  private void scripts() {
    for (Element script : page.document().getElementsByTag("script")) {
      String data = script.data();
      Matcher date = SCRIPT_DATE.matcher(Texts.head(data, MAX_SCRIPT));
      if (date.find()) {
        DateRules.of("script", "published", Role.PUBLISHED)
            .ifPresent(r -> add(r, date.group(1), DateReader.machine(date.group(1), context)));
        return;
      }
    }
  }
}
