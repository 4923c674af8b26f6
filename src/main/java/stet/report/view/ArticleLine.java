package stet.report.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.report.page.Phrase;
import stet.report.page.Strip;
import stet.report.words.TellingEdit;
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
 * @param silentLabels how many silent revisions carry each label
 * @param firstSilent when its first silent revision was first seen, null where there is none
 * @param cut how many checks showed a page that a wall cut off
 * @param wide how many revisions happened between checks more than {@link #WIDE} apart
 * @param telling its most telling edit, null where there is no revision
 * @param lately its newest edits that nothing newer outweighs, newest first
 */
public record ArticleLine(
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
    Map<Label.Kind, Integer> silentLabels,
    @Nullable Instant firstSilent,
    int cut,
    int wide,
    Strip strip,
    @Nullable TellingEdit telling,
    List<TellingEdit> lately) {
  /** Checks further apart than this leave a gap. */
  public static final Duration WIDE = Duration.ofDays(7);

  /** What is kept for pages that show no strip of it: they have its row, or none. */
  public ArticleLine withoutStrip() {
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
        silentLabels,
        firstSilent,
        cut,
        wide,
        Strip.NONE,
        telling,
        lately);
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

  public int silent() {
    return labels.getOrDefault(Label.Kind.SILENT, 0);
  }
}
