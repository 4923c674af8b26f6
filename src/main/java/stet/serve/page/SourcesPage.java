package stet.serve.page;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import stet.report.page.Link;
import stet.report.page.live.SourcesView;
import stet.report.page.live.SourcesView.Row;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.store.ArticleTable.OutletSummary;
import stet.track.Collection;

/** The outlets, and where each one's edits are. */
public final class SourcesPage {
  private final Site site;

  public SourcesPage(Site site) {
    this.site = site;
  }

  /** The list of outlets. */
  public Answer list(Asked asked) throws IOException {
    return site.page(asked, collection -> page(collection, asked));
  }

  private byte[] page(Collection collection, Asked asked) {
    List<Row> rows = new ArrayList<>();
    for (OutletSummary o : collection.timelines().outletSummaries()) {
      rows.add(
          new Row(
              new Link(edits(o.outlet()), o.outlet()),
              FiguresPage.address(o.outlet()),
              Numbers.grouped(o.articles()),
              Numbers.grouped(o.revised()),
              Numbers.grouped(o.revisions()),
              Numbers.grouped(o.checks()),
              site.times().stamp(o.last())));
    }
    return Site.render(
        "sources", new SourcesView(site.frame(asked, "Outlets", "", "outlets.json"), rows));
  }

  /** The address of an outlet's edits, from the site's first folder. */
  static String edits(String outlet) {
    return "index.html?outlet=" + URLEncoder.encode(outlet, StandardCharsets.UTF_8);
  }

  /** The page that an outlet has in a site of files: its edits. */
  public Answer outlet(Asked asked) throws IOException {
    String file = "o/" + asked.path().get(1);
    String outlet =
        site.collection()
            .ask(
                c ->
                    c.timelines().outlets().stream()
                        .filter(o -> Addresses.outlet(o).equals(file))
                        .findFirst()
                        .orElseThrow(HttpProblem::notFound));
    return Answer.redirect(303, asked.root() + edits(outlet));
  }
}
