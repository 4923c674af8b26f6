package stet.serve.api;

import java.io.IOException;
import stet.app.ImportRun;
import stet.app.upload.Upload;
import stet.json.ImportCounts;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.page.Intake;
import stet.serve.page.Site;

/** Takes in a file. */
final class ImportAction {
  private final Intake intake;

  ImportAction(Site site) {
    this.intake = new Intake(site.uploads());
  }

  /** What came of it. */
  Answer answer(Asked asked) throws IOException {
    Upload.Outcome outcome = intake.content(asked);
    ImportRun.Result r = outcome.result();
    return Answer.json(
        StetJson.imported(
                new ImportCounts(r.added(), r.known(), r.notArticles(), r.refused(), r.articles()),
                outcome.captures(),
                outcome.refused(),
                r.records())
            .line());
  }
}
