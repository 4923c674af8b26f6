package stet.app.takedown;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import stet.app.AppException;
import stet.app.ArticleReference;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Captures;
import stet.track.Collection;
import stet.track.Timelines;
import stet.withhold.PassageDigest;
import stet.withhold.Reason;
import stet.withhold.Withheld;
import stet.withhold.Withheld.Scope;
import stet.withhold.Withholding;

/**
 * What a takedown would take.
 *
 * @param mark the takedown; its number is given when it is kept
 * @param versions how many of the article's versions it changes or takes
 * @param all how many the article has
 */
public record TakedownPlan(Withheld mark, int versions, int all) {
  private static final int LEAST_LETTERS = 2;

  /**
   * What a person asked for.
   *
   * @param article as typed, with {@code @N} behind it for one version
   * @param passage words that are to be withheld; empty for the whole of it
   * @param note words about it that no reader is shown
   */
  public record Asked(String article, String passage, Reason reason, String note) {}

  /**
   * Looks for it in a collection.
   *
   * @throws AppException when there is no such article or version, or no version has the words
   */
  public static TakedownPlan of(Collection collection, Asked asked, Clock clock)
      throws IOException {
    ArticleReference reference = ArticleReference.parse(asked.article());
    if (reference.to() > 0 || reference.from() > 0 && !asked.passage().isEmpty()) {
      throw AppException.invalid(
          "'"
              + asked.article()
              + "' names versions; withhold ARTICLE, ARTICLE@N, or ARTICLE with a passage");
    }
    Timelines.Found found = reference.found(collection.timelines());
    Timeline timeline = collection.timelines().of(found.id());
    Instant since = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Scope scope =
        !asked.passage().isEmpty()
            ? Scope.PASSAGE
            : reference.from() > 0 ? Scope.VERSION : Scope.ARTICLE;
    Set<String> states = new TreeSet<>();
    if (scope == Scope.VERSION) {
      SeenVersion version = ArticleReference.version(timeline, reference.from());
      states.add(ArticleDigest.compared(version.state()));
    }
    Withheld mark =
        new Withheld(
            0,
            scope,
            timeline.article().uri(),
            reference.from(),
            addresses(collection, found, timeline),
            scope == Scope.PASSAGE ? Set.of() : payloads(collection, found.id(), states),
            states,
            passages(asked.passage(), since + " " + timeline.article().uri()),
            asked.reason(),
            asked.note(),
            since,
            null);
    return new TakedownPlan(mark, touched(mark, timeline), timeline.versions().size());
  }

  private static Set<String> addresses(
      Collection collection, Timelines.Found found, Timeline timeline) {
    Set<String> addresses = new LinkedHashSet<>(collection.timelines().addresses(found.id()));
    addresses.add(timeline.article().uri());
    return addresses;
  }

  /** Digests of the bytes that showed one of these states; of any where none is given. */
  private static Set<String> payloads(Collection collection, long article, Set<String> states) {
    Set<String> payloads = new TreeSet<>();
    for (Captures.Seen seen : collection.captures().seen(article)) {
      var shown = seen.sighting().shown();
      if (shown != null && (states.isEmpty() || states.contains(shown.compared()))) {
        String digest = seen.sighting().ref().digest();
        payloads.add(digest.substring(digest.indexOf(':') + 1));
      }
    }
    return payloads;
  }

  private static List<PassageDigest> passages(String words, String salt) {
    List<PassageDigest> passages = new ArrayList<>();
    for (String line : words.split("\\R")) {
      if (line.codePoints().filter(Character::isLetterOrDigit).count() >= LEAST_LETTERS) {
        passages.add(PassageDigest.of(line, salt));
      }
    }
    if (passages.isEmpty() && !words.isEmpty()) {
      throw AppException.invalid("a passage of less than two letters cannot be withheld");
    }
    return passages;
  }

  private static int touched(Withheld mark, Timeline timeline) {
    int touched = 0;
    for (SeenVersion version : timeline.versions()) {
      touched += isTouched(mark, version.state()) ? 1 : 0;
    }
    if (touched == 0 && mark.scope() == Scope.PASSAGE) {
      throw AppException.notFound(
          "no version of '"
              + mark.article()
              + "' has these words in a row; give them as they stand in one paragraph, or a line"
              + " for each paragraph");
    }
    return touched;
  }

  private static boolean isTouched(Withheld mark, ArticleVersion state) {
    return switch (mark.scope()) {
      case ARTICLE -> true;
      case VERSION -> mark.states().contains(ArticleDigest.compared(state));
      case PASSAGE -> !Withholding.redacted(mark, state).equals(state);
    };
  }
}
