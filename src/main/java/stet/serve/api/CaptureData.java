package stet.serve.api;

import java.io.IOException;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.page.CapturePage;
import stet.serve.page.Site;

/** One capture of an article, as it was archived. */
final class CaptureData {
  private final Site site;

  CaptureData(Site site) {
    this.site = site;
  }

  /** The capture. */
  Answer answer(Asked asked) throws IOException {
    String key = asked.path().get(3);
    String name = asked.path().get(5);
    return site.answer(
        asked,
        "",
        c ->
            Answer.json(
                StetJson.keptCapture(CapturePage.capture(c, asked, key, name).facts()).line()));
  }
}
