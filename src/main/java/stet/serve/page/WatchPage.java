package stet.serve.page;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import stet.app.HeldEdits;
import stet.app.WatchStanding;
import stet.diff.Label;
import stet.report.page.live.WatchView;
import stet.report.page.live.WatchView.Held;
import stet.report.page.live.WatchView.Line;
import stet.report.words.Numbers;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Role;
import stet.watch.drift.DriftVerdict;
import stet.watch.drift.HeldDrift;
import stet.watch.store.WatchStatus;

/** What is tracked, due, resting and failing, and what is held as a new page template. */
public final class WatchPage {
  private static final int MOST = 25;

  private final Site site;

  public WatchPage(Site site) {
    this.site = site;
  }

  /** The page. */
  public Answer answer(Asked asked) {
    WatchStatus status = WatchStanding.of(site.collection().home(), now(), MOST);
    WatchView view =
        new WatchView(
            site.frame(asked, "Watch", "", "watch.json"),
            counts(status),
            status.next().stream().map(this::next).toList(),
            status.troubled().stream()
                .map(h -> line("until ", h.notBefore(), h.authority(), failures(h.failures())))
                .toList(),
            status.errors().stream()
                .map(f -> line("", f.at(), f.uri(), f.outcome().id() + " " + f.detail()))
                .toList(),
            HeldEdits.of(site.collection().home()).stream().map(this::held).toList(),
            asked.role().may(Role.EDITOR) ? asked.formToken() : "");
    return Answer.html(Site.render("watch", view));
  }

  private Instant now() {
    return site.collection().clock().instant();
  }

  private static String counts(WatchStatus status) {
    return Numbers.of(status.tracked(), "article", "articles")
        + " tracked, "
        + Numbers.grouped(status.due())
        + " due; "
        + Numbers.of(status.feeds(), "list", "lists")
        + " watched, "
        + Numbers.grouped(status.feedsDue())
        + " due.";
  }

  private Line next(WatchStatus.Next next) {
    String note = next.list() ? "a list" : "";
    return next.at().isAfter(now())
        ? line("", next.at(), next.uri(), note)
        : new Line("now", next.uri(), note);
  }

  private Line line(String before, Instant at, String what, String note) {
    String when = before + site.times().stamp(at) + " " + site.times().zoneName();
    return new Line(when, what, note.strip());
  }

  private static String failures(int failures) {
    return failures == 0 ? "" : Numbers.of(failures, "failure", "failures") + " in a row";
  }

  private Held held(HeldDrift drift) {
    return new Held(
        String.valueOf(drift.id()),
        drift.outlet(),
        SourcesPage.edits(drift.outlet()) + "&label=" + Label.Kind.TEMPLATE_DRIFT.id(),
        site.times().span(drift.from(), drift.to()) + " " + site.times().zoneName(),
        Numbers.of(drift.revisions(), "revision", "revisions")
            + "; "
            + Numbers.grouped(drift.articles())
            + " of "
            + Numbers.of(drift.checked(), "article", "articles")
            + " that were looked at changed alike.",
        drift.sample(),
        switch (drift.verdict()) {
          case HELD -> "";
          case RELEASED -> "Released: shown as edits.";
          case DISMISSED -> "Kept: a template’s change.";
        },
        drift.verdict() == DriftVerdict.HELD);
  }

  /** What somebody makes of held revisions. */
  public Answer judge(Asked asked) throws IOException {
    String number = asked.query("number");
    if (!number.matches("[1-9][0-9]{0,17}")) {
      throw new HttpProblem(400, "There is no number.");
    }
    DriftVerdict verdict =
        List.of(DriftVerdict.RELEASED, DriftVerdict.DISMISSED).stream()
            .filter(v -> v.name().equalsIgnoreCase(asked.query("verdict")))
            .findFirst()
            .orElseThrow(() -> new HttpProblem(400, "That is no verdict."));
    HeldEdits.judge(site.collection().home(), Long.parseLong(number), verdict);
    return Answer.redirect(303, asked.root() + "watch#held");
  }
}
