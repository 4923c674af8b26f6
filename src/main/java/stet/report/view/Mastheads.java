package stet.report.view;

import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.report.page.Link;
import stet.report.page.Masthead;
import stet.report.page.Phrase;
import stet.report.words.Addresses;
import stet.report.words.PageNotes;
import stet.report.words.Pages;
import stet.report.words.Phrases;
import stet.report.words.Times;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;

/** The heads of pages in an article's folder. */
public final class Mastheads {
  private static final int LINE = 400;
  private static final int ADDRESS = 100;
  private static final String UP = "../../";
  private static final Link BACK = new Link("index.html", "Back to the story");
  private static final Link NOWHERE = new Link("", "");

  private final Timeline timeline;
  private final Times times;
  private final boolean linked;

  /**
   * @param linked whether there are other pages beside these
   */
  public Mastheads(Timeline timeline, Times times, boolean linked) {
    this.timeline = timeline;
    this.times = times;
    this.linked = linked;
  }

  /**
   * A page about this version of the article.
   *
   * @param dek whether its standfirst belongs to the head
   */
  public Masthead of(ArticleVersion version, boolean dek) {
    TrackedArticle article = timeline.article();
    String outlet = article.outlet();
    String lang = version.language();
    return new Masthead(
        linked ? BACK : NOWHERE,
        new Link(linked ? UP + Addresses.outlet(outlet) : "", outlet),
        Phrases.of(article.uri(), "", ADDRESS),
        Addresses.web(article.uri()),
        Phrases.of(Pages.headline(version), lang, LINE),
        dek ? Phrases.of(version.dek(), lang, 2 * LINE) : Phrase.NONE,
        Phrases.of(version.published().map(StatedDate::printed).orElse(""), "", LINE),
        "First seen "
            + times.stamp(timeline.versions().get(0).first().at())
            + " "
            + times.zoneName()
            + "."
            + PageNotes.of(article.uri(), version.textLanguage()));
  }
}
