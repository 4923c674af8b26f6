package stet.report.view;

import java.util.List;
import java.util.Optional;
import stet.article.ArticleVersion;
import stet.report.page.Phrase;
import stet.report.page.Run;
import stet.report.page.TellingView;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Judgements;
import stet.report.words.Pages;
import stet.report.words.Phrases;
import stet.report.words.TellingEdit;
import stet.report.words.Times;
import stet.text.Capitals;
import stet.text.LanguageTags;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** Single edits as shown in a list of edits of many articles. */
public final class EditViews {
  private static final int HEADLINE = 400;

  private final Times times;

  public EditViews(Times times) {
    this.times = times;
  }

  /**
   * An edit with its most telling words; where no words changed, with the first sentence on it.
   *
   * @param root the way from the page that shows it to the site's first folder
   */
  public TellingView of(Timeline timeline, Entry.Revised revised, String root) {
    Judgements judgements = new Judgements(timeline);
    String href =
        root + Addresses.folder(timeline.article()) + Addresses.revision(revised.version());
    Optional<TellingEdit> telling = TellingPassages.of(timeline, revised, judgements, times);
    return telling.isPresent()
        ? shown(telling.get(), headline(timeline), timeline.article().outlet(), href)
        : told(timeline, revised, judgements, href);
  }

  /** An edit as shown. */
  public static TellingView shown(TellingEdit edit, Phrase headline, String outlet, String href) {
    return new TellingView(
        href,
        headline,
        outlet,
        edit.chips(),
        edit.beside(),
        edit.where(),
        edit.runs(),
        edit.lang(),
        edit.dir(),
        Capitals.withoutFirst(edit.when().plain()));
  }

  private TellingView told(
      Timeline timeline, Entry.Revised revised, Judgements judgements, String href) {
    List<String> sentences = SummaryLines.sentences(judgements.summary(revised));
    String first = sentences.isEmpty() ? "No words changed." : sentences.get(0);
    return new TellingView(
        href,
        headline(timeline),
        timeline.article().outlet(),
        Chips.of(revised.labels()),
        "",
        "Version " + revised.version(),
        List.of(Run.of(Run.Kind.NOTE, first)),
        "en",
        "auto",
        Capitals.withoutFirst(times.window(revised.window()).plain()));
  }

  /** How many words an edit changed, in words. */
  public static String counts(Entry.Revised revised) {
    return RevisionViews.counts(revised.revision().counts());
  }

  private static Phrase headline(Timeline timeline) {
    ArticleVersion now = timeline.versions().get(timeline.versions().size() - 1).state();
    return Phrases.of(Pages.headline(now), LanguageTags.registered(now.language()), HEADLINE);
  }
}
