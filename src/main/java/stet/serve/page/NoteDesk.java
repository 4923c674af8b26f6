package stet.serve.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import stet.app.review.Notes;
import stet.notes.Annotations;
import stet.notes.Quote;
import stet.notes.Quotes;
import stet.notes.Remark;
import stet.notes.Subject;
import stet.report.page.NoteForm;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Role;
import stet.text.Truncation;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import stet.track.Collection;

/** Where reviewers say something of single revisions. */
public final class NoteDesk {
  private static final String AUTHOR = "stet_author";
  private static final int A_YEAR = 31_536_000;

  private final Site site;
  private final List<String> verdicts;

  /**
   * @param verdicts to choose from
   */
  public NoteDesk(Site site, List<String> verdicts) {
    this.site = site;
    this.verdicts = verdicts;
  }

  /** What the forms of a page need; its token is empty for those who may not write. */
  NoteForm.Desk of(Asked asked) {
    String token = asked.role().may(Role.EDITOR) ? asked.formToken() : "";
    return new NoteForm.Desk(token, verdicts, author(asked));
  }

  /** What is shown of what reviewers said: nothing to who reads only what is published. */
  Annotations shown(Asked asked, Collection collection) {
    return asked.role().may(Role.READER) ? site.notes().of(collection) : Annotations.NONE;
  }

  /** Something is said of a revision, on its own page. */
  public Answer say(Asked asked) throws IOException {
    String key = asked.path().get(1);
    int version = number(asked.query("version"));
    Subject subject =
        site.collection()
            .ask(
                c -> {
                  Timeline timeline = c.timelines().of(Site.article(c, key).id());
                  return Notes.subject(timeline, version, quote(asked, timeline, version));
                });
    Answer done = Answer.redirect(303, "r" + version + ".html#noting");
    return said(asked, List.of(subject), done);
  }

  /** The same remark on revisions that were chosen. */
  Answer said(Asked asked, List<Subject> subjects, Answer done) {
    Remark remark =
        Notes.remark(
            asked.query("verdict"),
            !asked.query("important").isEmpty(),
            asked.query("note"),
            asked.query("author"));
    Instant now = site.collection().clock().instant();
    site.notes().write(store -> Notes.say(store, subjects, remark, now));
    return done.with("Set-Cookie", cookie(remark.author()));
  }

  private static Quote quote(Asked asked, Timeline timeline, int version) {
    if (asked.query("passage").isEmpty()) {
      return Quote.NONE;
    }
    int passage = number(asked.query("passage"));
    List<Quote> quotes =
        timeline.revisions().stream()
            .filter(r -> r.version() == version)
            .findFirst()
            .map(Entry.Revised::revision)
            .map(Quotes::of)
            .orElse(List.of());
    if (passage > quotes.size()) {
      throw new HttpProblem(400, "There is no such passage.");
    }
    return quotes.get(passage - 1);
  }

  /** A note is taken back, on the page of its revision. */
  public Answer remove(Asked asked) throws IOException {
    String id = asked.query("annotation");
    String back =
        site.collection()
            .ask(
                c -> {
                  Timeline timeline = c.timelines().of(Site.article(c, asked.path().get(1)).id());
                  return site.notes()
                      .find(id)
                      .map(a -> Annotations.version(timeline, a.subject().seenAt()))
                      .filter(v -> v > 0)
                      .map(v -> "../r" + v + ".html#noting")
                      .orElse("../index.html");
                });
    if (site.notes().find(id).isEmpty()) {
      throw Notes.unknown(id);
    }
    site.notes().write(store -> store.remove(id));
    return Answer.redirect(303, back);
  }

  static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new HttpProblem(400, "A number is needed.");
    }
    return Integer.parseInt(text);
  }

  private static String author(Asked asked) {
    for (String pair : asked.header("Cookie").orElse("").split(";")) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(AUTHOR)) {
        try {
          byte[] name = Base64.getUrlDecoder().decode(parts[1]);
          return Truncation.head(new String(name, StandardCharsets.UTF_8), Remark.MOST_AUTHOR);
        } catch (IllegalArgumentException e) {
          return "";
        }
      }
    }
    return "";
  }

  /** Who wrote last, so that the name need not be typed again. */
  private static String cookie(String author) {
    String name =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(author.getBytes(StandardCharsets.UTF_8));
    return AUTHOR + "=" + name + "; Path=/; Max-Age=" + A_YEAR + "; HttpOnly; SameSite=Strict";
  }
}
