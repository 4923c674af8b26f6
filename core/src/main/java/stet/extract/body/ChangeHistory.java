package stet.extract.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;
import stet.extract.date.DateCandidate;
import stet.extract.date.DateReader;
import stet.extract.date.FoundDate;
import stet.extract.date.Moment;
import stet.extract.date.Plausible;
import stet.extract.notice.Notices;
import stet.extract.page.DateContext;
import stet.extract.page.Hints;
import stet.extract.page.HtmlPage;
import stet.extract.words.Texts;
import stet.text.CleanText;

/**
 * A page's own list of its changes: entries that each open with a date and go on with what was done
 * then. Such a list is a statement about the page, never its text.
 */
public final class ChangeHistory {
  /** One entry of the list. */
  record Entry(StatedDate date, String note) {}

  private static final Pattern NAME =
      Pattern.compile(
          "change[-_ ]?(?:history|log|note|item|list)|changelog|revision[-_ ]?history|version[-_ ]?history"
              + "|update[-_ ]?(?:history|log)|page[-_ ]?history|full[-_ ]?history|amendments?[-_ ]?history",
          Pattern.CASE_INSENSITIVE);

  /** Each of the names holds one of these. */
  private static final Hints NAME_HINTS = new Hints("history", "change", "update");

  public static final Pattern HEADING =
      Pattern.compile(
          "^(?:change history|change log|changelog|revision history|version history|update history"
              + "|updates to this page|page history|document history|publication history|all updates|änderungshistorie"
              + "|änderungsverlauf|versionsgeschichte|historique des (?:modifications|versions|mises à jour)"
              + "|historial de (?:cambios|versiones|modificaciones)|histórico de (?:alterações|versões)"
              + "|cronologia delle modifiche|wijzigingsgeschiedenis|versiegeschiedenis|historia zmian"
              + "|история изменений|更新履歴|変更履歴|改訂履歴|更新记录|修订记录|변경 이력|개정 이력)\\s*:?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  public static final Pattern FIRST =
      Pattern.compile(
          "^(?:first published|published|initial (?:publication|version)|page (?:created|published)|erstveröffentlichung"
              + "|première publication|primera publicación|prima pubblicazione)\\b.{0,20}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Evaluator ITEMS = QueryParser.parse("li,tr");
  private static final Evaluator TERMS = QueryParser.parse("dt,div");
  private static final Evaluator TIME = QueryParser.parse("time[datetime]");
  private static final int MAX_DATE_TEXT = 60;

  private final List<Element> containers = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  private ChangeHistory() {}

  public static ChangeHistory of(HtmlPage page) {
    ChangeHistory history = new ChangeHistory();
    for (Element list : page.elements().boxes()) {
      if (!history.holds(list) && named(list)) {
        List<Entry> read = entries(list, page.dates());
        if (!read.isEmpty()) {
          history.containers.add(list);
          history.entries.addAll(read);
        }
      }
    }
    return history;
  }

  /** Whether the element or the heading right before it calls itself a change history. */
  private static boolean named(Element element) {
    if (calls(element.className()) || calls(element.id())) {
      return true;
    }
    String tag = element.normalName();
    boolean list = tag.equals("ol") || tag.equals("ul") || tag.equals("dl") || tag.equals("table");
    Element before = list ? element.previousElementSibling() : null;
    return before != null
        && before.childrenSize() < 5
        && HEADING.matcher(Texts.head(CleanText.of(before.text()), 80)).find();
  }

  private static boolean calls(String name) {
    return NAME_HINTS.in(name) && NAME.matcher(name).find();
  }

  private static List<Entry> entries(Element list, DateContext context) {
    List<Entry> found = new ArrayList<>();
    for (Element item : list.select(ITEMS)) {
      entry(item, context).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      for (Element item : list.select(TERMS)) {
        entry(item, context).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Entry> entry(Element item, DateContext context) {
    String text = CleanText.of(item.text());
    Optional<FoundDate> printed = DateReader.first(Texts.head(text, MAX_DATE_TEXT + 20), context);
    if (printed.isEmpty() || printed.get().start() > 12) {
      return Optional.empty();
    }
    FoundDate date = printed.get();
    Element time = item.selectFirst(TIME);
    Moment moment =
        time == null
            ? date.moment()
            : DateReader.machine(time.attr("datetime"), context).orElse(date.moment());
    String note = text.substring(date.end()).replaceFirst("^[\\s:–—-]+", "");
    Element next = item.normalName().equals("dt") ? item.nextElementSibling() : null;
    note = note.isEmpty() && next != null ? CleanText.of(next.text()) : note;
    return note.isEmpty() || !Plausible.date(moment, context)
        ? Optional.empty()
        : Optional.of(
            new Entry(moment.stated(Role.NOTICED, date.printed(), "change history"), note));
  }

  /** The elements that are such lists. */
  public List<Element> containers() {
    return containers;
  }

  public boolean holds(Element element) {
    return !containers.isEmpty()
        && containers.stream().anyMatch(c -> BodyFinder.within(element, c));
  }

  /** The entries as notices, in page order; the entry of the first publication is none. */
  public List<Notice> notices() {
    return entries.stream()
        .filter(e -> !FIRST.matcher(e.note).find())
        .map(e -> new Notice(Notices.kind(e.note).orElse(Notice.Kind.UPDATE), e.note, e.date))
        .toList();
  }

  /** What the entries state about the article's own dates. */
  public List<DateCandidate> candidates() {
    List<DateCandidate> found = new ArrayList<>();
    for (Entry entry : entries) {
      boolean first = FIRST.matcher(entry.note).find();
      Role role = first ? Role.PUBLISHED : Role.UPDATED;
      StatedDate d = entry.date;
      Moment moment = new Moment(d.local(), d.offset(), d.precision(), d.zoneReason());
      int weight = first ? 89 : 80;
      found.add(new DateCandidate(role, weight, "change history", d.printed(), moment));
    }
    found.sort((a, b) -> b.moment().roughly().compareTo(a.moment().roughly()));
    return found;
  }
}
