package stet.serve.page;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import stet.app.HeldEdits;
import stet.app.Tracking;
import stet.app.WatchStanding;
import stet.diff.Label;
import stet.report.page.Frame;
import stet.report.page.live.MessageView;
import stet.report.page.live.WatchView;
import stet.report.page.live.WatchView.Held;
import stet.report.page.live.WatchView.Line;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Role;
import stet.watch.drift.DriftVerdict;
import stet.watch.drift.HeldDrift;
import stet.watch.store.Subscription;
import stet.watch.store.TrackedPage;
import stet.watch.store.WatchStatus;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/** What is tracked, due, resting and failing, and what is held as a new page template. */
public final class WatchPage {
  private static final int MOST = 25;
  private static final int LISTED = 50;

  private final Site site;
  private final CheckDesk checks;
  private final CheckWords words;

  /**
   * @param checks leads back to the article whose page has something checked
   */
  public WatchPage(Site site, CheckDesk checks) {
    this.site = site;
    this.checks = checks;
    this.words = new CheckWords(site.times());
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
            hubs(),
            HeldEdits.of(site.collection().home()).stream().map(this::held).toList(),
            tracked(asked.query("after")),
            asked.role().may(Role.EDITOR) ? asked.formToken() : "");
    return Answer.html(Site.render("watch", view));
  }

  /** Lists whose hubs tell of changes, or could. */
  private List<Line> hubs() {
    List<Line> lines = new ArrayList<>();
    try (WatchStore store = site.collection().home().watchedForReading()) {
      for (WatchedFeed feed : store.feeds()) {
        store.subscriptions().ofFeed(feed.id()).map(s -> hub(feed, s)).ifPresent(lines::add);
      }
    }
    return lines.subList(0, Math.min(LISTED, lines.size()));
  }

  private Line hub(WatchedFeed feed, Subscription hub) {
    Subscription.Standing s = hub.standing();
    Instant until = s.leaseUntil();
    Instant heard = s.heardAt();
    String note =
        hub.hub()
            + (heard == null ? "" : "; last told " + at(heard))
            + (s.detail().isEmpty() ? "" : "; " + s.detail());
    String when = s.state().id() + (until == null ? "" : " until " + at(until));
    return new Line(when, feed.uri(), note);
  }

  private WatchView.Tracked tracked(String after) {
    List<TrackedPage> pages;
    try (WatchStore store = site.collection().home().watchedForReading()) {
      pages = store.tracked().listed(after, LISTED + 1);
    }
    List<TrackedPage> shown = pages.subList(0, Math.min(LISTED, pages.size()));
    String next =
        pages.size() > LISTED
            ? "watch?after=" + Addresses.encoded(shown.get(LISTED - 1).uri()) + "#tracked"
            : "";
    String data =
        "tracked.json?limit="
            + LISTED
            + (after.isEmpty() ? "" : "&after=" + Addresses.encoded(after));
    return new WatchView.Tracked(shown.stream().map(this::page).toList(), next, data);
  }

  private WatchView.Page page(TrackedPage page) {
    TrackedPage.State state = page.state();
    Instant last = state.askedAt();
    return new WatchView.Page(
        page.uri(),
        (last == null ? "not checked yet" : at(last) + ", " + state.outcome().id())
            + (state.nextAt().isAfter(now()) ? "; next " + at(state.nextAt()) : "; due now"),
        state.detail());
  }

  private String at(Instant at) {
    return site.times().stamp(at) + " " + site.times().zoneName();
  }

  /** Checks a page out of turn, or ends its checks. */
  public Answer tracked(Asked asked) throws IOException {
    String uri = asked.query("uri");
    if (asked.query("act").equals("check")) {
      if (!asked.query("article").isEmpty()) {
        return checks.check(asked);
      }
      String told = site.checkNow(List.of(uri)).stream().map(words::of).findFirst().orElse("");
      Frame frame = site.frame(asked, "Checked");
      return Answer.html(
          Site.render("message", new MessageView(frame, "Check now", uri + ": " + told)));
    } else if (!asked.query("act").equals("untrack")) {
      throw new HttpProblem(400, "It is not said what to do.");
    }
    Tracking.untrack(site.collection().home(), List.of(uri));
    return Answer.redirect(303, asked.root() + "watch#tracked");
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
