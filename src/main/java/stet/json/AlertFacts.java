package stet.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to people, for programs.
 *
 * @param id equal for each try to deliver it
 * @param kind such as {@code alert}
 * @param rule that fired
 * @param site name of the collection
 * @param title one line
 * @param reason why it is told
 * @param omitted how many more findings there were
 * @param at when it was composed, UTC
 * @param zone in which its times are shown to people
 */
public record AlertFacts(
    String id,
    String kind,
    String rule,
    String site,
    String title,
    String reason,
    List<Finding> findings,
    int omitted,
    Instant at,
    String zone) {
  public AlertFacts {
    findings = List.copyOf(findings);
  }

  /**
   * What was found.
   *
   * @param id equal for the same event whenever it is found
   * @param event such as {@code edit}
   * @param standing such as {@code stands}
   * @param note what became of it since; empty where it stands
   * @param story null where it concerns none
   * @param change null where it is no edit
   * @param alike other articles on which the same edit was made
   */
  public record Finding(
      String id,
      String event,
      String standing,
      String note,
      String sentence,
      List<String> words,
      @Nullable Story story,
      @Nullable Change change,
      List<Story> alike) {
    public Finding {
      words = List.copyOf(words);
      alike = List.copyOf(alike);
    }
  }

  /** An article; {@code link} is empty where no page shows the finding. */
  public record Story(
      String key, String outlet, String headline, String language, String uri, String link) {}

  /**
   * An edit.
   *
   * @param notBefore null where it is not known
   * @param json the edit as {@link StetJson#edit} has it; empty where it is not handed on
   */
  public record Change(
      int version,
      @Nullable Instant notBefore,
      Instant notAfter,
      List<Label> labels,
      String where,
      List<Mark> excerpt,
      Counts counts,
      List<String> leftOut,
      String json) {
    public Change {
      labels = List.copyOf(labels);
      excerpt = List.copyOf(excerpt);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** A label by its id. */
  public record Label(String id, String detail) {}

  /** A piece of an excerpt. */
  public record Mark(Kind kind, String text) {
    /** What became of it. */
    public enum Kind {
      KEPT,
      REMOVED,
      ADDED
    }
  }

  /** Numbers of words. */
  public record Counts(int inserted, int deleted, int moved) {}
}
