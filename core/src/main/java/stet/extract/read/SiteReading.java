package stet.extract.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Role;
import stet.extract.Evidence;
import stet.extract.SiteRule;
import stet.extract.body.BodyFinder;
import stet.extract.date.DateCandidate;
import stet.extract.date.DateReader;
import stet.extract.date.FoundDate;
import stet.extract.date.Moment;
import stet.extract.date.Plausible;
import stet.extract.field.Headlines;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;
import stet.extract.words.Texts;
import stet.text.CleanText;

/** Reads a page by the user's rules for its site; without such rules, reads nothing. */
final class SiteReading {
  /** Above every rule of our own. */
  private static final int WEIGHT = 200;

  private static final int LONGEST_DATE = 120;

  private SiteReading() {}

  static Headlines.@Nullable Found headline(HtmlPage page) {
    SiteRule rule = page.rule();
    Element element = rule == null ? null : rule.first("headline", page.document());
    String text = element == null ? "" : CleanText.of(element.text());
    if (element == null || text.isEmpty()) {
      return null;
    }
    Passage passage =
        page.passages().stream()
            .filter(p -> BodyFinder.within(p.element(), element))
            .findFirst()
            .orElse(null);
    return new Headlines.Found(text, "site rule", passage);
  }

  /** The passages within the elements that the rules name; empty where they name none. */
  static List<Passage> body(HtmlPage page) {
    SiteRule rule = page.rule();
    if (rule == null || !rule.states("body")) {
      return List.of();
    }
    List<Element> places = rule.elements("body", page.document());
    return page.passages().stream()
        .filter(p -> places.stream().anyMatch(place -> BodyFinder.within(p.element(), place)))
        .toList();
  }

  static List<DateCandidate> dates(HtmlPage page) {
    List<DateCandidate> found = new ArrayList<>();
    date(page, "published", Role.PUBLISHED, found);
    date(page, "updated", Role.UPDATED, found);
    return found;
  }

  private static void date(HtmlPage page, String key, Role role, List<DateCandidate> found) {
    SiteRule rule = page.rule();
    Element element = rule == null ? null : rule.first(key, page.document());
    if (element == null) {
      return;
    }
    String printed = Texts.head(CleanText.of(element.text()), LONGEST_DATE);
    for (String value : List.of(element.attr("datetime"), element.attr("content"), printed)) {
      Optional<Moment> moment = DateReader.first(value, page.dates()).map(FoundDate::moment);
      if (moment.isPresent() && Plausible.date(moment.get(), page.dates())) {
        found.add(new DateCandidate(role, WEIGHT, "site rule " + key, value, moment.get()));
        return;
      }
    }
  }

  /** Which rules there are for this page, and which of them found nothing. */
  static List<Evidence> evidence(HtmlPage page) {
    SiteRule rule = page.rule();
    List<Evidence> evidence = new ArrayList<>();
    if (rule != null) {
      for (String key : List.of("headline", "body", "remove", "published", "updated")) {
        if (rule.states(key)) {
          boolean gone = key.equals("remove") || rule.first(key, page.document()) != null;
          String outcome = gone ? "" : ": nothing on this page";
          evidence.add(new Evidence(key, "site rule", rule.say(key) + outcome));
        }
      }
    }
    return evidence;
  }
}
