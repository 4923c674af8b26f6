package stet.serve.api;

import java.io.IOException;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.Site;
import stet.track.Timelines;

/** What is kept of a page of the web, in a few words. */
final class FindData {
  private static final int LONGEST = 8_192;

  private final Site site;

  FindData(Site site) {
    this.site = site;
  }

  /** The article of an address. */
  Answer answer(Asked asked) throws IOException {
    String url = asked.query("url");
    boolean web =
        url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    if (!web || url.length() > LONGEST) {
      throw new HttpProblem(400, "'url' has the address of a web page.");
    }
    return site.answer(
        asked,
        "",
        c -> {
          Timelines.Found found =
              c.timelines()
                  .find(url)
                  .orElseThrow(
                      () -> new HttpProblem(404, "No article of that address is kept here."));
          return Answer.json(StetJson.foundArticle(c.timelines().of(found.id())).line());
        });
  }
}
