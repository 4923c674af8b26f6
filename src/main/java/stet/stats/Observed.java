package stet.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import stet.article.ArticleVersion;
import stet.diff.Label.Kind;
import stet.stats.estimate.Censored;
import stet.text.LanguageTags;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/**
 * What one article adds to the figures of an outlet: how it was looked at, and what was seen to
 * change in that time. Nothing is known of before the first check and after the last.
 *
 * @param key the article's
 * @param language primary subtag of its latest version's language, lower case; empty where none is
 *     stated or guessed
 * @param section that the latest version puts itself in; empty where it names none
 * @param authors of the latest version
 * @param first the first check that showed the article, UTC
 * @param last the last check that showed it, UTC
 * @param checks how many checks showed it
 * @param edits all revisions, oldest first, those that do not count among them
 * @param swings how often the text went back and forth again after it had gone there and back
 */
public record Observed(
    String key,
    String outlet,
    String language,
    String section,
    List<String> authors,
    Instant first,
    Instant last,
    int checks,
    List<SeenEdit> edits,
    int swings) {

  /** What an article adds; empty where no check showed an article. */
  public static Optional<Observed> of(Timeline timeline) {
    List<SeenVersion> versions = timeline.versions();
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    ArticleVersion latest = versions.get(versions.size() - 1).state();
    return Optional.of(
        new Observed(
            timeline.article().key(),
            timeline.article().outlet(),
            LanguageTags.primary(latest.language()),
            latest.head().section().strip(),
            latest.head().byline().authors(),
            versions.get(0).first().at(),
            versions.stream().map(SeenVersion::lastSeen).max(Instant::compareTo).orElseThrow(),
            versions.stream().mapToInt(SeenVersion::checks).sum(),
            timeline.revisions().stream().map(SeenEdit::of).toList(),
            swings(timeline)));
  }

  private static int swings(Timeline timeline) {
    int swings = 0;
    for (Entry entry : timeline.entries()) {
      swings += entry instanceof Entry.Oscillated back ? back.switches() : 0;
    }
    return swings;
  }

  /** Whether it was looked at twice at least, so that an edit could have been seen. */
  boolean isWatched() {
    return last.isAfter(first);
  }

  List<SeenEdit> counted() {
    return edits.stream().filter(SeenEdit::counts).toList();
  }

  boolean hasEdit(Predicate<SeenEdit> such) {
    return edits.stream().anyMatch(e -> e.counts() && such.test(e));
  }

  boolean hasEdit(Kind disclosure) {
    return hasEdit(e -> e.disclosure() == disclosure);
  }

  /**
   * When such an edit first happened, in seconds since the first check: somewhere in its window, or
   * not until the last check.
   */
  Censored until(Predicate<SeenEdit> such) {
    return counted().stream()
        .filter(such)
        .findFirst()
        .map(e -> new Censored(since(e.window().notBefore()), since(e.window().notAfter())))
        .orElseGet(() -> Censored.still(since(last)));
  }

  private double since(Instant at) {
    return Math.max(0, Duration.between(first, at).toMillis() / 1000.0);
  }
}
