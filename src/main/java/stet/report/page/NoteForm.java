package stet.report.page;

import java.util.List;

/**
 * Where somebody may say something of a revision.
 *
 * @param token that the form sends along
 * @param version to which the revision led
 * @param verdicts to choose from
 * @param passages to choose from, each with its number from 1 on
 * @param author who wrote last here; empty where it is not known
 */
public record NoteForm(
    String token, int version, List<String> verdicts, List<Link> passages, String author) {
  /**
   * What is the same for all forms of a request.
   *
   * @param token that forms send along
   */
  public record Desk(String token, List<String> verdicts, String author) {}

  public NoteForm {
    author = Shown.text(author);
  }
}
