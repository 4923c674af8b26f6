package stet.serve.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stet.app.edits.EditOrder;
import stet.app.edits.RankedEdits;
import stet.app.edits.ToldEdit;
import stet.capture.Digest;
import stet.diff.standard.Differs;
import stet.notify.match.SameEdit;
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
  private final EditViews views;
  private final Edits.Told<Told> told = new Edits.Told<>();

  public TodayPage(Site site) {
    this.site = site;
    this.views = new EditViews(site.times());
  }

  /**
   * An edit as a list of many shows it.
   *
   * @param day on which its new text was first seen
   * @param did equal for edits that did the same to the words
   * @param view as a page in the site's first folder shows it
   * @param counts how many words it changed
   */
  private record Told(String day, String did, TellingView view, String counts) {}

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
    return query.order() == EditOrder.NEWEST
        ? newest(collection, asked, query)
        : ranked(collection, asked, query);
  }

  private byte[] newest(Collection collection, Asked asked, EditQuery query) {
    Edits.Page<Told> page =
        collection
            .timelines()
            .edits()
            .newest(query.filter(), query.before(), EDITS, told, this::told);
    List<String> outlets = collection.timelines().outlets();
    return view(
        collection,
        asked,
        query,
        days(page.edits(), asked.root()),
        page.next() == null ? "" : query.before("index.html", page.next()),
        nothing(page, outlets));
  }

  /** In one list, whatever the days. */
  private byte[] ranked(Collection collection, Asked asked, EditQuery query) {
    List<Item> items = new ArrayList<>();
    Ranking ranking = site.ranking();
    RankedEdits.Told ranked =
        ranking
            .of(query.filter(), query.order(), query.rung(), EDITS)
            .tell(
                collection,
                ranking.known(query.order()),
                e -> items.add(item(List.of(told(e)), asked.root(), ToldEdit.of(e).explained())));
    String name =
        ranked.whole() ? "All of them" : "The newest " + ranked.looked() + " of them, ranked";
    return view(
        collection,
        asked,
        query,
        items.isEmpty() ? List.of() : List.of(new Day(name, items)),
        ranked.next() == null ? "" : query.before("index.html", ranked.next()),
        items.isEmpty() ? "There is no such edit." : "");
  }

  private byte[] view(
      Collection collection,
      Asked asked,
      EditQuery query,
      List<Day> days,
      String more,
      String nothing) {
    String name = FrameMaker.name(site.options());
    return Site.render(
        "today",
        new TodayView(
            site.frame(asked, name, query.address("feed.xml"), query.same("edits.json")),
            name,
            query.form(collection.timelines().outlets()),
            query.orders("index.html"),
            days,
            more,
            String.valueOf(collection.timelines().changes().latest()),
            nothing));
  }

  private static String nothing(Edits.Page<Told> page, List<String> outlets) {
    if (!page.edits().isEmpty()) {
      return "";
    } else if (page.next() != null) {
      return "None among those looked at; there may be older ones.";
    }
    return outlets.isEmpty() ? "There is no article here yet." : "There is no such edit.";
  }

  private Told told(Edits.Edit edit) {
    return new Told(
        site.times().day(edit.place().at()),
        Digest.of(SameEdit.signature(edit).getBytes(UTF_8)).hex(),
        views.of(edit.timeline(), edit.revised(), ""),
        EditViews.counts(edit.revised()));
  }

  /** An edit that was made alike on several articles within a day is shown once. */
  private static List<Day> days(List<Told> edits, String root) {
    Map<String, Map<String, List<Told>>> byDay = new LinkedHashMap<>();
    for (Told edit : edits) {
      byDay
          .computeIfAbsent(edit.day(), d -> new LinkedHashMap<>())
          .computeIfAbsent(edit.did(), s -> new ArrayList<>())
          .add(edit);
    }
    List<Day> days = new ArrayList<>();
    byDay.forEach(
        (day, alike) ->
            days.add(new Day(day, alike.values().stream().map(a -> item(a, root, "")).toList())));
    return days;
  }

  private static Item item(List<Told> alike, String root, String why) {
    List<TellingView> all = alike.stream().map(t -> t.view().from(root)).toList();
    return new Item(all.get(0), alike.get(0).counts(), why, all.subList(1, all.size()));
  }
}
