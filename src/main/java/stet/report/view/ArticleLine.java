package stet.report.view;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.article.TextLanguage;
import stet.report.page.Phrase;
import stet.report.page.Strip;
import stet.report.words.TellingEdit;
import stet.stats.ArticleFigures;
import stet.stats.Edits;
import stet.stats.Watching;
import stet.timeline.TrackedArticle;

/**
 * What is kept of an article once its pages are written.
 *
 * @param headline as it reads now
 * @param language of the text as it reads now
 * @param figures what its timeline comes to
 * @param telling its most telling edit, null where there is no revision
 * @param lately its newest edits that nothing newer outweighs, newest first
 */
public record ArticleLine(
    TrackedArticle article,
    Phrase headline,
    TextLanguage language,
    ArticleFigures figures,
    Strip strip,
    @Nullable TellingEdit telling,
    List<TellingEdit> lately) {

  /** What is kept for pages that show no strip of it: they have its row, or none. */
  public ArticleLine withoutStrip() {
    return new ArticleLine(article, headline, language, figures, Strip.NONE, telling, lately);
  }

  /**
   * An edit that is kept of it.
   *
   * @throws IllegalArgumentException when that version's is not
   */
  public TellingEdit edit(int version) {
    return Stream.concat(Stream.ofNullable(telling), lately.stream())
        .filter(e -> e.version() == version)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(article.key() + " " + version));
  }

  /** What it is called. */
  public TitledArticle titled() {
    return new TitledArticle(article, headline);
  }

  /** {@link ArticleFigures#edits} */
  public Edits edits() {
    return figures.edits();
  }

  /** {@link ArticleFigures#watching} */
  public Watching watching() {
    return figures.watching();
  }
}
