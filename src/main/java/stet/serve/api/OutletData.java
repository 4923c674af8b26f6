package stet.serve.api;

import java.io.IOException;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.page.Site;

/** The outlets. */
final class OutletData {
  private final Site site;

  OutletData(Site site) {
    this.site = site;
  }

  /** All of them. */
  Answer answer(Asked asked) throws IOException {
    return site.answer(
        asked, "", c -> Answer.json(StetJson.outlets(c.timelines().outletSummaries()).line()));
  }
}
