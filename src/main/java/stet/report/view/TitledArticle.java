package stet.report.view;

import stet.report.page.Phrase;
import stet.timeline.TrackedArticle;

/**
 * An article under its headline.
 *
 * @param headline as it reads now
 */
public record TitledArticle(TrackedArticle article, Phrase headline) {}
