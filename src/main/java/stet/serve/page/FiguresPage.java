package stet.serve.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import stet.app.edits.EditTimes;
import stet.app.stats.OutletStats;
import stet.app.stats.ServedFigures;
import stet.app.stats.StatsQuery;
import stet.capture.EnumId;
import stet.json.StetJson;
import stet.report.page.BesideView;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.live.OutletFiguresView;
import stet.report.view.figures.BesideFigures;
import stet.report.view.figures.OutletFigures;
import stet.report.words.Pages;
import stet.rows.FigureCsv;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.stats.GroupFigures;
import stet.stats.Grouping;
import stet.track.Collection;

/** Figures about outlets: side by side, or of one of them; and the same for programs. */
public final class FiguresPage {
  private static final String FILE = "figures.html";
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** Each takes a processor. */
  private static final int AT_A_TIME = 2;

  private final Semaphore atATime = new Semaphore(AT_A_TIME);
  private final Site site;
  private final ServedFigures figures = new ServedFigures(PATIENCE);

  public FiguresPage(Site site) {
    this.site = site;
  }

  /** The page of all outlets, or of the one that is asked for. */
  public Answer answer(Asked asked) throws IOException {
    query(asked);
    return site.page(asked, c -> page(asked, c));
  }

  private byte[] page(Asked asked, Collection collection) {
    String csv = same(asked, "figures.csv");
    String json = same(asked, "figures.json");
    List<GroupFigures> groups = stats(collection, byOutlet(asked)).groups();
    if (asked.queries("outlet").size() == 1) {
      String outlet = asked.queries("outlet").get(0);
      GroupFigures own = groups.stream().findFirst().orElseThrow(HttpProblem::notFound);
      OutletFigures words = new OutletFigures(site.times());
      return Site.render(
          "outletfigures",
          new OutletFiguresView(
              site.frame(asked, "Figures of " + outlet, "", json),
              new Link(SourcesPage.edits(outlet), outlet),
              words.of(own, new OutletFigures.Places(csv, json, FILE))));
    }
    Frame frame = site.frame(asked, "Outlets side by side", "", json);
    BesideView view = new BesideFigures(groups, FiguresPage::link).of(frame, csv, json);
    return Pages.render("beside", view);
  }

  private static Link link(String outlet) {
    return new Link(EditQuery.address(FILE, Map.of("outlet", List.of(outlet))), outlet);
  }

  /** The address of an outlet's figures, from the site's first folder. */
  static String address(String outlet) {
    return link(outlet).href();
  }

  private static String same(Asked asked, String file) {
    return EditQuery.address(file, new LinkedHashMap<>(asked.query()));
  }

  /** All figures as a table. */
  public Answer table(Asked asked) throws IOException {
    StatsQuery query = query(asked);
    return site.answer(
        asked,
        "csv",
        c ->
            Answer.of(
                    200,
                    "text/csv; charset=utf-8; header=present",
                    FigureCsv.of(stats(c, query).groups()).getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", "attachment; filename=\"stet-figures.csv\""));
  }

  /** The same for programs. */
  public Answer data(Asked asked) throws IOException {
    StatsQuery query = query(asked);
    return site.answer(asked, "json", c -> Answer.json(json(stats(c, query))));
  }

  private static String json(OutletStats stats) {
    return StetJson.page(
            "groups",
            stats.groups().stream().map(g -> StetJson.stats(g, stats.query().by())).toList(),
            null)
        .line();
  }

  private OutletStats stats(Collection collection, StatsQuery query) {
    for (String outlet : query.outlets()) {
      if (!collection.timelines().outlets().contains(outlet)) {
        throw HttpProblem.notFound();
      }
    }
    if (!atATime.tryAcquire()) {
      throw new HttpProblem(503, "Figures are being reckoned for others just now. Try again.");
    }
    try {
      return figures.of(collection, query);
    } catch (ServedFigures.NotYet e) {
      throw new HttpProblem(503, e.why());
    } finally {
      atATime.release();
    }
  }

  private StatsQuery byOutlet(Asked asked) {
    StatsQuery query = query(asked);
    return new StatsQuery(query.outlets(), query.since(), query.until(), Grouping.OUTLET);
  }

  private StatsQuery query(Asked asked) {
    LocalDate since = day(asked, "since");
    LocalDate until = day(asked, "until");
    return new StatsQuery(
        Set.copyOf(asked.queries("outlet")),
        since == null ? null : EditTimes.begin(since, site.options().zone()),
        until == null ? null : EditTimes.begin(until.plusDays(1), site.options().zone()),
        by(asked.query("by")));
  }

  private static Grouping by(String name) {
    try {
      return name.isEmpty() ? Grouping.OUTLET : EnumId.read(Grouping.class, name);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, "'by' is outlet, section, language, author, weekday or hour.");
    }
  }

  private static @Nullable LocalDate day(Asked asked, String name) {
    try {
      String day = asked.query(name);
      return day.isEmpty() ? null : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new HttpProblem(400, "'" + name + "' is no day such as 2026-03-14.");
    }
  }
}
