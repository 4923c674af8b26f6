package stet.report.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.TextLanguage;
import stet.report.page.ArticleView;
import stet.report.page.ArticleView.Observed;
import stet.report.page.CheckForm;
import stet.report.page.ClaimRow;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.OlderView;
import stet.report.page.Phrase;
import stet.report.page.TellingView;
import stet.report.view.ArticleLine;
import stet.report.view.ClaimRows;
import stet.report.view.EditViews;
import stet.report.view.FrameMaker;
import stet.report.view.Mastheads;
import stet.report.view.RevisionPages;
import stet.report.view.Strips;
import stet.report.view.TellingPassages;
import stet.report.view.TitledArticle;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Numbers;
import stet.report.words.PageNotes;
import stet.report.words.Pages;
import stet.report.words.Phrases;
import stet.report.words.PublisherDates;
import stet.report.words.Reasons;
import stet.report.words.TellingEdit;
import stet.report.words.Times;
import stet.stats.ArticleFigures;
import stet.text.Capitals;
import stet.text.Truncation;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** The page of one article, and the line that the front page keeps of it. */
public final class ArticlePages {
  private static final int HEADLINE = 400;
  private static final int UPRIGHT = 7;

  private final Times times;
  private final Strips strips;
  private final FrameMaker frames;

  public ArticlePages(Times times, FrameMaker frames) {
    this.times = times;
    this.strips = new Strips(times);
    this.frames = frames;
  }

  /**
   * What is kept of an article.
   *
   * @param edits its edits with their most telling words, oldest first
   */
  public ArticleLine line(Timeline timeline, List<TellingEdit> edits) {
    ArticleFigures figures = ArticleFigures.of(timeline);
    return new ArticleLine(
        timeline.article(),
        headline(timeline),
        timeline.versions().isEmpty() ? TextLanguage.UNKNOWN : now(timeline).textLanguage(),
        figures,
        strips.mini(timeline),
        TellingPassages.best(edits),
        Lately.peaks(edits, figures.watching().last()));
  }

  /** What an article is called. */
  static TitledArticle titled(Timeline timeline) {
    return new TitledArticle(timeline.article(), headline(timeline));
  }

  private static Phrase headline(Timeline timeline) {
    if (timeline.versions().isEmpty()) {
      String instead = withheld(timeline).map(why -> "[withheld: " + why + "]").orElse("");
      return Phrases.of(instead.isEmpty() ? timeline.article().uri() : instead, "", HEADLINE);
    }
    ArticleVersion now = now(timeline);
    return Phrases.of(Pages.headline(now), now.language(), HEADLINE);
  }

  /** Why and since when pages of the article are withheld. */
  private static Optional<String> withheld(Timeline timeline) {
    return timeline.entries().stream()
        .filter(e -> e instanceof Entry.NotAnArticle gone && gone.withheld())
        .map(e -> ((Entry.NotAnArticle) e).detail())
        .findFirst();
  }

  private static ArticleVersion now(Timeline timeline) {
    return timeline.versions().get(timeline.versions().size() - 1).state();
  }

  /**
   * @param sums how much the article changed
   * @param checking where it is checked out of turn; null where nobody may
   */
  ArticleView view(
      Timeline timeline,
      ArticleLine line,
      String sums,
      RevisionPages revisions,
      Frame frame,
      @Nullable CheckForm checking) {
    List<ClaimRow> claims = new ClaimRows(times).of(timeline);
    List<ClaimRow> shown = ClaimRows.telling(claims);
    List<ClaimRow> hidden = claims.stream().filter(c -> !shown.contains(c)).toList();
    Phrase dek =
        timeline.versions().isEmpty()
            ? Phrase.NONE
            : Phrases.of(now(timeline).dek(), now(timeline).language(), 2 * HEADLINE);
    return new ArticleView(
        frame,
        new ArticleView.Story(
            new Link("../../" + Addresses.outlet(line.article().outlet()), line.article().outlet()),
            Phrases.of(line.article().uri(), "", HEADLINE),
            Addresses.web(line.article().uri()),
            line.headline(),
            dek),
        overview(timeline, line, sums, revisions),
        new ArticleView.Changes(
            strips.full(timeline),
            strips.narrow(timeline),
            upright(timeline),
            times.zoneName(),
            frame.surround().answers() ? versions(timeline) : List.of()),
        new ArticleView.Claims(
            shown, hidden, ClaimRows.statesPublished(claims), ClaimRows.statesUpdated(claims)),
        new ArticleView.Revisions(
            "Revisions, newest first", revisions.views(), revisions.newest(), revisions.older()),
        unseen(timeline, line),
        footer(line),
        checking);
  }

  private List<Link> versions(Timeline timeline) {
    return timeline.versions().stream()
        .map(
            v ->
                new Link(
                    String.valueOf(v.number()), v.number() + ", " + times.stamp(v.first().at())))
        .toList();
  }

  private ArticleView.Overview overview(
      Timeline timeline, ArticleLine line, String sums, RevisionPages revisions) {
    TellingEdit telling = line.telling();
    return new ArticleView.Overview(
        summary(line),
        Chips.counted(line.edits().labels()).stream()
            .map(c -> new ArticleView.Counted(c, revisions.newest(c.id())))
            .toList(),
        sums,
        statement(timeline),
        telling == null ? null : tellingView(telling, line, Addresses.revision(telling.version())));
  }

  /** A page of older revisions. */
  OlderView older(ArticleLine line, Timeline timeline, RevisionPages revisions, int group) {
    List<Link> others = new ArrayList<>();
    others.add(new Link("index.html#revisions", "Newest revisions"));
    others.addAll(revisions.older());
    return new OlderView(
        frames.inArticle(FrameMaker.headline(line.titled()) + ": older revisions"),
        new Mastheads(timeline, times, true).of(now(timeline), false),
        new ArticleView.Revisions(
            "Older revisions, newest first", List.of(), revisions.group(group), others));
  }

  static TellingView tellingView(TellingEdit edit, ArticleLine line, String href) {
    return EditViews.shown(edit, line.headline(), line.article().outlet(), href);
  }

  private String summary(ArticleLine line) {
    String seen =
        Capitals.first(Numbers.wordsOf(line.edits().versions(), "version", "versions"))
            + " seen in "
            + Numbers.wordsOf(line.watching().checks(), "check", "checks")
            + ", "
            + times.days(line.figures().first(), line.watching().last())
            + "."
            + PageNotes.of(line.article().uri(), line.language());
    if (line.edits().revisions() == 0) {
      return seen;
    }
    return seen
        + " "
        + Capitals.first(Numbers.wordsOf(line.edits().revisions(), "revision", "revisions"))
        + ":";
  }

  private List<Phrase> statement(Timeline timeline) {
    if (timeline.versions().isEmpty()) {
      String said =
          withheld(timeline)
              .map(why -> "What checks found at this address is withheld here: " + why + ".")
              .orElse("No check has found an article at this address.");
      return List.of(Phrases.own(said));
    }
    List<String> lines = new PublisherDates(times).sentences(timeline.versions());
    return List.of(Phrases.own(String.join(" ", lines)));
  }

  private List<Observed> upright(Timeline timeline) {
    List<Observed> lines = new ArrayList<>();
    for (Entry entry : timeline.entries()) {
      Observed line = observed(entry);
      if (line != null) {
        lines.add(line);
      }
    }
    Collections.reverse(lines);
    if (lines.size() <= UPRIGHT + 1) {
      return lines;
    }
    List<Observed> cut = new ArrayList<>(lines.subList(0, UPRIGHT));
    String left = Numbers.grouped(lines.size() - UPRIGHT) + " more, down to the first";
    cut.add(new Observed("more", "", left, "#revisions"));
    return cut;
  }

  private @Nullable Observed observed(Entry entry) {
    if (entry instanceof Entry.FirstSeen first) {
      return new Observed("first", times.stamp(first.at()), "first seen", "v1.html");
    }
    if (entry instanceof Entry.Revised revised) {
      String id = Chips.disclosure(revised);
      String words = Numbers.of(revised.revision().counts().changed(), "word", "words");
      String when = times.span(revised.window().notBefore(), revised.window().notAfter());
      String said = Chips.said(revised);
      String what = "version " + revised.version() + ", " + said + ", " + words;
      return new Observed(id, when, what, Addresses.revision(revised.version()));
    }
    if (entry instanceof Entry.NotAnArticle gone) {
      String what =
          gone.cutOff()
              ? "cut off by a wall"
              : gone.withheld()
                  ? "withheld: " + gone.detail()
                  : "no article found: " + Reasons.words(gone.reason());
      return new Observed("gone", times.span(gone.at(), gone.until()), what, "");
    }
    if (entry instanceof Entry.Returned back) {
      String what = back.whole() ? "whole again, unchanged" : "found again, unchanged";
      return new Observed("back", times.stamp(back.at()), what, "");
    }
    if (entry instanceof Entry.Oscillated back) {
      String what =
          "back and forth between two versions, " + Numbers.of(back.switches(), "time", "times");
      return new Observed("oscillated", times.span(back.at(), back.until()), what, "");
    }
    if (entry instanceof Entry.Moved moved) {
      String what = "the address leads to " + Truncation.shortened(moved.to(), HEADLINE);
      return new Observed("moved", times.stamp(moved.at()), what, "");
    }
    return null;
  }

  private List<Phrase> unseen(Timeline timeline, ArticleLine line) {
    List<Phrase> lines = new ArrayList<>();
    boolean withheld = withheld(timeline).isPresent();
    for (Entry entry : timeline.entries()) {
      if (entry instanceof Entry.NotAnArticle gone && lines.size() < 20) {
        String checks = Numbers.wordsOf(gone.checks(), "check", "checks");
        String when = times.span(gone.at(), gone.until());
        String what =
            Capitals.first(checks)
                + (gone.cutOff()
                    ? " found the story cut off, "
                    : gone.withheld() ? " found it, " : " found no article, ")
                + when
                + " "
                + times.zoneName()
                + ": "
                + Reasons.words(gone.reason())
                + (gone.detail().isEmpty() ? "." : " (" + gone.detail() + ").");
        lines.add(Phrases.own(Truncation.shortened(what, HEADLINE)));
      }
    }
    if (!lines.isEmpty()) {
      lines.add(
          Phrases.own(
              "Of "
                  + Numbers.of(line.watching().checks(), "check", "checks")
                  + ", "
                  + Numbers.grouped(line.watching().gone())
                  + " showed no article or not the whole of it"
                  + (withheld ? ", or what is withheld here" : "")
                  + ". That is no claim that it was deleted."));
    }
    return lines;
  }

  private String footer(ArticleLine line) {
    return "Last checked "
        + times.stamp(line.watching().last())
        + " "
        + times.zoneName()
        + ". "
        + Numbers.of(line.watching().checks(), "check", "checks")
        + ", "
        + Numbers.grouped(line.watching().gone())
        + " without the whole article.";
  }
}
