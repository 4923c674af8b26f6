package stet.serve.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import stet.app.review.Notes;
import stet.app.review.ReviewQueue;
import stet.json.WebAnnotations;
import stet.notes.Annotation;
import stet.notes.Sheet;
import stet.report.page.live.NotesView;
import stet.report.words.Numbers;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Role;
import stet.store.EditFilter;

/** What reviewers said, to be taken away and brought in. */
public final class NotesPage {
  private static final int MOST = 100_000;

  private final Site site;

  public NotesPage(Site site) {
    this.site = site;
  }

  /** The page. */
  public Answer answer(Asked asked) {
    int all = site.notes().all().size();
    return page(asked, Numbers.of(all, "note", "notes") + " here.", List.of());
  }

  private Answer page(Asked asked, String told, List<String> problems) {
    String token = asked.role().may(Role.EDITOR) ? asked.formToken() : "";
    NotesView view = new NotesView(site.frame(asked, "Notes"), told, problems, token);
    return Answer.html(Site.render("notes", view));
  }

  /** All of them as web annotations. */
  public Answer web(Asked asked) throws IOException {
    List<Annotation> all = site.notes().all();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WebAnnotations.write(all, out);
    String type = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";
    return Answer.of(200, type, out.toByteArray())
        .with("Content-Disposition", "attachment; filename=\"stet-notes.jsonld\"");
  }

  /** All of them as a table. */
  public Answer sheet(Asked asked) throws IOException {
    byte[] sheet =
        site.collection()
            .ask(
                c -> {
                  ReviewQueue queue = new ReviewQueue(c, site.notes().of(c));
                  var page =
                      queue.page(EditFilter.ALL, ReviewQueue.State.ANNOTATED, "", null, MOST);
                  ByteArrayOutputStream out = new ByteArrayOutputStream();
                  Sheet.write(queue.rows(page.edits()), out);
                  return out.toByteArray();
                });
    return Answer.of(200, "text/csv; charset=utf-8; header=present", sheet)
        .with("Content-Disposition", "attachment; filename=\"stet-notes.csv\"");
  }

  /** Takes in what was pasted. */
  public Answer take(Asked asked) {
    String content = asked.query("content");
    if (content.isEmpty()) {
      throw new HttpProblem(400, "There is nothing to take in.");
    }
    Notes.Taken taken =
        site.notes()
            .write(
                store ->
                    Notes.take(
                        store,
                        content.getBytes(StandardCharsets.UTF_8),
                        site.collection().clock().instant()));
    String told =
        Numbers.of(taken.saved().added(), "note", "notes")
            + " added, "
            + taken.saved().changed()
            + " changed, "
            + taken.saved().kept()
            + " known already.";
    return page(asked, told, taken.problems());
  }
}
