package stet.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import stet.article.ArticleVersion;
import stet.diff.Differ;
import stet.diff.Label;
import stet.diff.Revision;
import stet.diff.judge.JudgedRevision;
import stet.diff.judge.Labeller;
import stet.diff.judge.SameTexts;
import stet.diff.judge.Sight;
import stet.timeline.CutPages;
import stet.timeline.Entry;
import stet.timeline.Run;
import stet.timeline.Sighting;
import stet.timeline.Window;
import stet.timeline.WithheldBetween;

/** Derives revisions from the versions of one article: what changed, and what that means. */
public final class Derivation {
  private static final String IN_BROWSER = "from here on the page is read as a browser shows it";
  private static final String AS_SENT = "from here on the page is read as it is sent";

  private final Differ differ;
  private final Labeller labeller;
  private final UnaryOperator<ArticleVersion> unspoken;
  private final LongFunction<ArticleVersion> states;

  /**
   * @param unspoken takes out of a version what stands in it for words that may not be told: they
   *     are none of the publisher's, and what they say is not judged
   * @param states gives the state of a number
   */
  public Derivation(
      Differ differ,
      Labeller labeller,
      UnaryOperator<ArticleVersion> unspoken,
      LongFunction<ArticleVersion> states) {
    this.differ = differ;
    this.labeller = labeller;
    this.unspoken = unspoken;
    this.states = states;
  }

  /**
   * The versions of one article, to be held against each other.
   *
   * @param runs all of them, which no longer change
   * @param hidden the captures between them of which nothing may be told
   */
  public Course over(List<Run> runs, WithheldBetween hidden) {
    return new Course(runs, hidden);
  }

  /** The course of one article. For one thread. */
  public final class Course {
    private final List<Run> runs;
    private final WithheldBetween hidden;
    private final SameTexts texts;

    private Course(List<Run> runs, WithheldBetween hidden) {
      this.runs = runs;
      this.hidden = hidden;
      this.texts = new SameTexts(n -> unspoken.apply(states.apply(runs.get(n - 1).state())));
    }

    /**
     * The revision that led to one version.
     *
     * @param number of the version it led to, from 2
     */
    public Entry.Revised revision(int number) {
      Run from = runs.get(number - 2);
      Run to = runs.get(number - 1);
      ArticleVersion before = states.apply(from.state());
      ArticleVersion after = states.apply(to.state());
      Revision revision = differ.diff(before, after);
      Window window = to.since(from);
      JudgedRevision judged = judged(before, after, window, last(from));
      List<Label> labels = readOtherwise(labeller.label(judged, texts.upTo(number - 2)), from, to);
      Revision counted = JudgedRevision.of(before, after, revision).counted();
      return new Entry.Revised(
          number, window, counted, hidden.doubted(doubted(labels, from, to), from, to));
    }
  }

  private JudgedRevision judged(
      ArticleVersion before, ArticleVersion after, Window window, ArticleVersion last) {
    ArticleVersion old = unspoken.apply(before);
    ArticleVersion now = unspoken.apply(after);
    return JudgedRevision.of(old, now, differ.diff(old, now))
        .seen(new Sight(window.notBefore(), window.notAfter(), unspoken.apply(last)));
  }

  /**
   * Says of an edit that it may be none, where one text was sent and the other is what a browser
   * showed. Nor is anything else said of it then: a notice or a number that only scripts put on the
   * page was there before, too.
   */
  private static List<Label> readOtherwise(List<Label> labels, Run from, Run to) {
    boolean before = from.last().ref().inBrowser();
    boolean after = to.first().ref().inBrowser();
    return before == after || labels.get(0).kind() == Label.Kind.COSMETIC
        ? labels
        : List.of(new Label(Label.Kind.READ_OTHERWISE, after ? IN_BROWSER : AS_SENT));
  }

  /** Says of an edit that it may be none, where a page may have been cut off. */
  private List<Label> doubted(List<Label> labels, Run from, Run to) {
    Label disclosure = labels.get(0);
    boolean told =
        switch (disclosure.kind()) {
          case NOTICED, RESTAMPED, COSMETIC, POSTED, READ_OTHERWISE -> true;
          default -> false;
        };
    Optional<String> doubt = told ? Optional.empty() : CutPages.doubt(from, to, states);
    if (doubt.isEmpty()) {
      return labels;
    }
    List<Label> doubted = new ArrayList<>(labels);
    doubted.set(0, new Label(Label.Kind.PERHAPS_CUT, doubt.get()));
    return doubted;
  }

  private ArticleVersion last(Run run) {
    Sighting.Shown shown = run.last().shown();
    return states.apply(shown == null ? run.state() : shown.state());
  }
}
