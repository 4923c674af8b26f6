package stet.report;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.report.page.Phrase;
import stet.report.page.Strip;
import stet.timeline.TrackedArticle;

/**
 * What is kept of an article once its pages are written.
 *
 * @param headline as it reads now
 * @param versions how many were seen
 * @param revisions how many revisions
 * @param captures how many captures there are in all
 * @param gone how many of them showed no article
 * @param first when it was first captured
 * @param last when it was last captured
 * @param changed when its last revision was first seen, null where there is none
 * @param labels how many revisions carry each label
 * @param telling its most telling edit, null where there is no revision
 */
record ArticleLine(
    TrackedArticle article,
    Phrase headline,
    int versions,
    int revisions,
    int captures,
    int gone,
    Instant first,
    Instant last,
    @Nullable Instant changed,
    Map<Label.Kind, Integer> labels,
    Strip strip,
    @Nullable TellingEdit telling) {
  /** What is kept for pages that show no strip of it: they have its row, or none. */
  ArticleLine withoutStrip() {
    return new ArticleLine(
        article,
        headline,
        versions,
        revisions,
        captures,
        gone,
        first,
        last,
        changed,
        labels,
        Strip.NONE,
        telling);
  }

  int silent() {
    return labels.getOrDefault(Label.Kind.SILENT, 0);
  }
}
