package stet.serve.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.app.ImportRun;
import stet.app.upload.Upload;
import stet.app.upload.Uploads;
import stet.report.page.Link;
import stet.report.page.live.ImportView;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.track.Accepted;

/** Takes in a file that is sent with a form. */
public final class ImportPage {
  private static final int MOST_LINES = 100;
  private static final long MIB = 1 << 20;

  private final Site site;
  private final Uploads uploads;
  private final Intake intake;

  public ImportPage(Site site) {
    this.site = site;
    this.uploads = site.uploads();
    this.intake = new Intake(uploads);
  }

  /** The form. */
  public Answer answer(Asked asked) {
    return page(asked, null);
  }

  /** Takes a file in, and says what came of it. */
  public Answer take(Asked asked) throws IOException {
    return page(asked, done(intake.form(asked)));
  }

  private Answer page(Asked asked, ImportView.@Nullable Done done) {
    // The token stands in the address: so the form is refused before its file is read.
    String action = EditQuery.address("import", Map.of("token", List.of(asked.formToken())));
    ImportView view =
        new ImportView(
            site.frame(asked, "Take in a file"),
            action,
            size(uploads.most()),
            done == null ? asked.query("url") : "",
            done == null ? asked.query("time") : "",
            done);
    return Answer.html(Site.render("import", view));
  }

  private static String size(long bytes) {
    return bytes % MIB == 0
        ? Numbers.grouped(bytes / MIB) + " MiB"
        : Numbers.grouped(bytes) + " bytes";
  }

  private static ImportView.Done done(Upload.Outcome outcome) {
    Map<String, Link> articles = new LinkedHashMap<>();
    List<String> remarks = new ArrayList<>();
    outcome.refused().forEach(why -> remarks.add("The file " + why));
    for (Accepted accepted : outcome.captures()) {
      String key = accepted.article().key();
      // Of what was here already nobody looked for the article.
      if (articles.size() < MOST_LINES && !key.isEmpty()) {
        articles.putIfAbsent(key, new Link(Addresses.folder(key), accepted.article().uri()));
      }
      if (accepted.outcome() == Accepted.Outcome.NOT_AN_ARTICLE && remarks.size() < MOST_LINES) {
        remarks.add(accepted.capture().uri() + " is no article: " + accepted.detail());
      }
      if (remarks.size() < MOST_LINES) {
        accepted.refusal().ifPresent(remarks::add);
      }
    }
    outcome
        .result()
        .records()
        .skipped()
        .forEach(
            (why, n) -> remarks.add(Numbers.of(n, "record", "records") + " not taken: " + why));
    return new ImportView.Done(
        told(outcome.result()), List.copyOf(articles.values()), List.copyOf(remarks));
  }

  private static String told(ImportRun.Result r) {
    return Numbers.of(r.added(), "capture", "captures")
        + " added to "
        + Numbers.of(r.articles(), "article", "articles")
        + (r.known() > 0 ? "; " + Numbers.of(r.known(), "was", "were") + " here already" : "")
        + (r.refused() > 0 ? "; not all of the file could be taken" : "")
        + ".";
  }
}
