package stet.json;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.timeline.TrackedArticle;

/**
 * An article in a report's {@code index.json}.
 *
 * @param headline as it reads now
 * @param language BCP 47; empty where it is not known
 * @param counts how much there is of it
 * @param firstCapturedAt when it was first captured
 * @param lastCapturedAt when it was last captured
 * @param lastRevisedAt when its last revision was first seen, null where there is none
 * @param mostTelling its most telling edit, null where there is no revision
 * @param page its page, from the site's first folder
 * @param data its {@code article.json}, from there too
 */
public record ListedArticle(
    TrackedArticle article,
    String headline,
    String language,
    Counts counts,
    Instant firstCapturedAt,
    Instant lastCapturedAt,
    @Nullable Instant lastRevisedAt,
    @Nullable MostTelling mostTelling,
    String page,
    String data) {

  /**
   * How much there is of an article.
   *
   * @param notAnArticle how many of the checks showed no article
   * @param labels how many revisions carry each label
   */
  public record Counts(
      int checks, int notAnArticle, int versions, int revisions, Map<Label.Kind, Integer> labels) {
    public Counts {
      labels = Map.copyOf(labels);
    }
  }

  /**
   * The edit that tells most.
   *
   * @param version the one that it led to
   * @param telling its weight
   */
  public record MostTelling(int version, int telling) {}
}
