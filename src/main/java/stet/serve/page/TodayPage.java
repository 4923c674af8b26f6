package stet.serve.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stet.diff.standard.Differs;
import stet.report.page.TellingView;
import stet.report.page.live.TodayView;
import stet.report.page.live.TodayView.Day;
import stet.report.page.live.TodayView.Item;
import stet.report.site.ServedFeed;
import stet.report.view.EditViews;
import stet.report.view.FrameMaker;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.track.Collection;
import stet.track.Edits;

/** The newest edits across outlets, by day. */
public final class TodayPage {
  private static final int EDITS = 30;
  private static final int FEED = 50;

  private final Site site;

  public TodayPage(Site site) {
    this.site = site;
  }

  /** The page. */
  public Answer answer(Asked asked) throws IOException {
    EditQuery query = new EditQuery(asked, site.options().zone());
    return site.page(asked, collection -> page(collection, asked, query));
  }

  /** The same edits as a feed. */
  public Answer feed(Asked asked) throws IOException {
    EditQuery query = new EditQuery(asked, site.options().zone());
    boolean atom = asked.path().get(0).endsWith(".xml");
    String type = atom ? "application/atom+xml; charset=utf-8" : "application/feed+json";
    return site.page(asked, collection -> feed(collection, asked, query, atom)).as(type);
  }

  private byte[] feed(Collection collection, Asked asked, EditQuery query, boolean atom) {
    ServedFeed feed = new ServedFeed(Differs.standard(), site.options());
    collection
        .timelines()
        .edits()
        .newest(query.filter(), null, FEED)
        .edits()
        .forEach(e -> feed.add(e.timeline(), e.revised().version()));
    String self = query.address(asked.path().get(0));
    return atom ? feed.atom(self) : feed.json(self);
  }

  private byte[] page(Collection collection, Asked asked, EditQuery query) {
    Edits.Page page = collection.timelines().edits().newest(query.filter(), query.before(), EDITS);
    List<String> outlets = collection.timelines().outlets();
    String name = FrameMaker.name(site.options());
    return Site.render(
        "today",
        new TodayView(
            site.frame(asked, name, query.address("feed.xml"), query.same("edits.json")),
            name,
            query.form(outlets),
            days(page.edits(), asked.root()),
            page.next() == null ? "" : query.before("index.html", page.next()),
            String.valueOf(collection.timelines().changes().latest()),
            nothing(page, outlets)));
  }

  private static String nothing(Edits.Page page, List<String> outlets) {
    if (!page.edits().isEmpty()) {
      return "";
    } else if (page.next() != null) {
      return "None among those looked at; there may be older ones.";
    }
    return outlets.isEmpty() ? "There is no article here yet." : "There is no such edit.";
  }

  /** An edit that was made alike on several articles within a day is shown once. */
  private List<Day> days(List<Edits.Edit> edits, String root) {
    EditViews views = new EditViews(site.times());
    Map<String, Map<String, List<Edits.Edit>>> byDay = new LinkedHashMap<>();
    for (Edits.Edit edit : edits) {
      byDay
          .computeIfAbsent(site.times().day(edit.place().at()), d -> new LinkedHashMap<>())
          .computeIfAbsent(SameEdit.signature(edit), s -> new ArrayList<>())
          .add(edit);
    }
    List<Day> days = new ArrayList<>();
    byDay.forEach(
        (day, alike) ->
            days.add(
                new Day(day, alike.values().stream().map(a -> item(a, views, root)).toList())));
    return days;
  }

  private static Item item(List<Edits.Edit> alike, EditViews views, String root) {
    List<TellingView> all =
        alike.stream().map(e -> views.of(e.timeline(), e.revised(), root)).toList();
    return new Item(
        all.get(0), EditViews.counts(alike.get(0).revised()), all.subList(1, all.size()));
  }
}
