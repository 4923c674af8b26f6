package stet.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an article.
 *
 * @param unseen what was not seen, a line each
 * @param checking where it is checked out of turn; null where nobody may
 */
public record ArticleView(
    Frame frame,
    Story story,
    Overview overview,
    Changes changes,
    Claims claims,
    Revisions revisions,
    List<Phrase> unseen,
    String footer,
    @Nullable CheckForm checking) {

  /**
   * Which story it is.
   *
   * @param outlet its outlet and the outlet's page
   * @param address its address as shown
   * @param addressHref where the address leads, empty where it is no http(s) address
   */
  public record Story(
      Link outlet, Phrase address, String addressHref, Phrase headline, Phrase dek) {}

  /**
   * What can be said of it in a few lines.
   *
   * @param now its version numbers, checks and time span in a line
   * @param counted how many revisions were disclosed in which way
   * @param sums how much of the first version stands, and what silent revisions did; empty for none
   * @param statement what the stated dates say, and what was not seen
   * @param telling the most telling edit, null where there is no revision
   */
  public record Overview(
      String now,
      List<Counted> counted,
      String sums,
      List<Phrase> statement,
      @Nullable TellingView telling) {}

  /** A label with its number; {@code href} leads to the newest revision that carries it. */
  public record Counted(Chip chip, String href) {}

  /**
   * When it changed, drawn.
   *
   * @param strip null where nothing could be drawn
   * @param narrow the strip for a narrow screen, without words
   * @param upright what the strip shows as a list, for a narrow screen
   * @param zone in which times are shown where nothing else is said
   * @param versions number and first sight of each, for choosing two; empty where nobody answers
   */
  public record Changes(
      @Nullable Strip strip,
      Strip narrow,
      List<Observed> upright,
      String zone,
      List<Link> versions) {}

  /**
   * What the versions state beside what was observed.
   *
   * @param hidden rows that are folded away
   * @param published whether any version states when it was published
   * @param updated whether any version states when it was updated
   */
  public record Claims(
      List<ClaimRow> shown, List<ClaimRow> hidden, boolean published, boolean updated) {}

  /**
   * Revisions, newest first.
   *
   * @param views links to other ways of comparing
   * @param older links to pages with other revisions
   */
  public record Revisions(
      String title, List<Link> views, List<RevisionView> shown, List<Link> older) {}

  /**
   * A line of what was observed.
   *
   * @param id the label or state that gives the line its sign
   * @param when the time in words
   * @param what what was observed
   * @param href where it is described, empty for nowhere
   */
  public record Observed(String id, String when, String what, String href) {
    public Observed {
      what = Shown.text(what);
    }
  }
}
