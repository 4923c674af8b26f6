package stet.serve.api;

import java.io.IOException;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.FindPage;
import stet.serve.page.Site;
import stet.track.Timelines;

/** What is kept of a page of the web, in a few words. */
final class FindData {
  private final Site site;

  FindData(Site site) {
    this.site = site;
  }

  /** The article of an address. */
  Answer answer(Asked asked) throws IOException {
    String url = FindPage.address(asked);
    return site.answer(
        asked,
        "",
        c -> {
          Timelines.Found found =
              FindPage.article(c, url)
                  .orElseThrow(
                      () -> new HttpProblem(404, "No article of that address is kept here."));
          return Answer.json(StetJson.foundArticle(c.timelines().of(found.id())).line());
        });
  }
}
