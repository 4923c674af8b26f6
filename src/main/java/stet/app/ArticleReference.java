package stet.app;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Timelines;

/**
 * What a person typed for an article: a URL, a number, a key or a piece of the headline, with
 * {@code @N} or {@code @A..B} behind it.
 *
 * @param text the article
 * @param from the version, or the older of two; 0 where none was typed
 * @param to the newer of two versions; 0 where none was typed
 */
public record ArticleReference(String text, int from, int to) {
  private static final Pattern VERSIONS = Pattern.compile("(.+)@(\\d{1,6})(?:\\.\\.(\\d{1,6}))?");
  private static final int LISTED = 5;

  /** Reads what was typed; never fails. */
  public static ArticleReference parse(String typed) {
    Matcher m = VERSIONS.matcher(typed);
    if (!m.matches()) {
      return new ArticleReference(typed, 0, 0);
    }
    int to = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    return new ArticleReference(m.group(1), Integer.parseInt(m.group(2)), to);
  }

  /**
   * The newer of two versions that are compared: the one that was named last, else the latest.
   *
   * @param latest its number
   */
  public int newer(int latest) {
    return to > 0 ? to : from > 0 ? from : latest;
  }

  /** The older of two versions that are compared: the one before the newer where one was named. */
  public int older(int newer) {
    return to > 0 ? from : newer - 1;
  }

  /**
   * The article's timeline.
   *
   * @throws AppException when no article is meant, or several may be
   */
  public Timeline find(Timelines timelines) {
    return timelines.of(found(timelines).id());
  }

  /**
   * The article alone.
   *
   * @throws AppException as {@link #find}
   */
  public Timelines.Found found(Timelines timelines) {
    Optional<Timelines.Found> exact = timelines.find(text);
    if (exact.isPresent()) {
      return exact.get();
    }
    List<Timelines.Found> near = timelines.search(text, LISTED + 1);
    if (near.size() == 1) {
      return near.get(0);
    } else if (near.isEmpty()) {
      throw AppException.notFound("no article matches '" + text + "'; 'stet log' lists them");
    }
    String names =
        near.stream()
            .limit(LISTED)
            .map(f -> "'" + f.article().uri() + "'")
            .collect(Collectors.joining(", "));
    throw AppException.invalid(
        "'" + text + "' is ambiguous: " + names + (near.size() > LISTED ? " and more" : ""));
  }

  /**
   * The version of that number.
   *
   * @throws AppException when there is none
   */
  public static SeenVersion version(Timeline timeline, int number) {
    List<SeenVersion> versions = timeline.versions();
    if (versions.isEmpty()) {
      throw AppException.notFound(
          "'" + timeline.article().uri() + "' was never seen as an article");
    } else if (number < 1 || number > versions.size()) {
      throw AppException.invalid(
          "no version "
              + number
              + " of '"
              + timeline.article().uri()
              + "'; there are "
              + versions.size());
    }
    return versions.get(number - 1);
  }
}
