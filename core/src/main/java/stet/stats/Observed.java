package stet.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import stet.article.ArticleVersion;
import stet.article.TextLanguage;
import stet.diff.Label.Kind;
import stet.stats.estimate.Censored;
import stet.text.LanguageTags;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.Window;

/**
 * What one article adds to the figures of an outlet: how it was looked at, and what was seen to
 * change in that time. Nothing is known of before the first check and after the last.
 *
 * @param key the article's
 * @param language primary subtag of its latest version's language, lower case, stated or guessed
 * @param section that the latest version puts itself in; empty where it names none
 * @param authors of the latest version
 * @param first the first check that showed the article, UTC
 * @param last the last check that showed it, UTC
 * @param checks how many checks showed it
 * @param edits all revisions, oldest first, those that do not count among them
 * @param swings how often the text went back and forth again after it had gone there and back
 * @param watched when it was looked at, and what its pages say of time
 * @param text what became of its text
 */
public record Observed(
    String key,
    String outlet,
    TextLanguage language,
    String section,
    List<String> authors,
    Instant first,
    Instant last,
    int checks,
    List<SeenEdit> edits,
    int swings,
    Watch watched,
    TextCourse text) {

  /** What an article adds; empty where no check showed an article. */
  public static Optional<Observed> of(Timeline timeline) {
    List<SeenVersion> versions = timeline.versions();
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    ArticleVersion latest = versions.get(versions.size() - 1).state();
    Watch watched = Watch.of(timeline);
    return Optional.of(
        new Observed(
            timeline.article().key(),
            timeline.article().outlet(),
            new TextLanguage(LanguageTags.primary(latest.language()), latest.isLanguageGuessed()),
            latest.head().section().strip(),
            latest.head().byline().authors(),
            versions.get(0).first().at(),
            versions.stream().map(SeenVersion::lastSeen).max(Instant::compareTo).orElseThrow(),
            versions.stream().mapToInt(SeenVersion::checks).sum(),
            timeline.revisions().stream().map(SeenEdit::of).toList(),
            swings(timeline),
            watched,
            TextCourse.of(timeline, watched.published())));
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

  /** Whether it was watched for at least that long. */
  boolean isWatchedFor(Duration age) {
    return !last.isBefore(first.plus(age));
  }

  /** Its edits that count and were seen within that time from the first check. */
  List<SeenEdit> countedWithin(Duration age) {
    Instant end = first.plus(age);
    return counted().stream().filter(e -> !e.window().notAfter().isAfter(end)).toList();
  }

  /**
   * When such an edit first happened, in seconds since the first check: somewhere in its window, or
   * not until the last check.
   */
  Censored until(Predicate<SeenEdit> such) {
    return until(first, such);
  }

  /** The same in seconds since some moment that is not after the first check. */
  Censored until(Instant origin, Predicate<SeenEdit> such) {
    return counted().stream()
        .filter(such)
        .findFirst()
        .map(SeenEdit::window)
        .map(w -> new Censored(seconds(origin, w.notBefore()), seconds(origin, w.notAfter())))
        .orElseGet(() -> Censored.still(seconds(origin, last)));
  }

  /**
   * How long after its first edit of some kinds the page came with a notice, that edit's own among
   * them; empty where there is no such edit.
   */
  Optional<Censored> untilNotice(Predicate<SeenEdit> such) {
    List<SeenEdit> counted = counted();
    for (int i = 0; i < counted.size(); i++) {
      if (such.test(counted.get(i))) {
        Window edited = counted.get(i).window();
        return counted.subList(i, counted.size()).stream()
            .filter(e -> e.disclosure() == Kind.NOTICED)
            .findFirst()
            .map(e -> between(edited, e.window()))
            .or(() -> Optional.of(Censored.still(seconds(edited.notAfter(), last))));
      }
    }
    return Optional.empty();
  }

  private static Censored between(Window edited, Window noticed) {
    return new Censored(
        seconds(edited.notAfter(), noticed.notBefore()),
        seconds(edited.notBefore(), noticed.notAfter()));
  }

  private static double seconds(Instant from, Instant until) {
    return Math.max(0, Duration.between(from, until).toMillis() / 1000.0);
  }
}
