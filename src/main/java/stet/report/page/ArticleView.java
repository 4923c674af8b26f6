package stet.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an article.
 *
 * @param outlet its outlet and the outlet's page
 * @param address its address as shown
 * @param addressHref where the address leads, empty where it is no http(s) address
 * @param now its version numbers, checks and time span in a line
 * @param sums how much of the first version stands, and what silent revisions did; empty for none
 * @param statement what the stated dates say, and what was not seen
 * @param telling the most telling edit, null where there is no revision
 * @param strip null where nothing could be drawn
 * @param narrow the strip for a narrow screen, without words
 * @param upright what the strip shows as a list, for a narrow screen
 * @param hiddenClaims how many claim rows are folded away
 * @param statesPublished whether any version states when it was published
 * @param statesUpdated whether any version states when it was updated
 * @param zone in which times are shown where nothing else is said
 * @param views links to other ways of comparing
 * @param older links to pages with older revisions
 * @param unseen what was not seen, a line each
 */
public record ArticleView(
    Frame frame,
    Link outlet,
    Phrase address,
    String addressHref,
    Phrase headline,
    Phrase dek,
    String now,
    String sums,
    List<Phrase> statement,
    @Nullable TellingView telling,
    List<Chip> chips,
    @Nullable Strip strip,
    Strip narrow,
    List<Observed> upright,
    List<ClaimRow> claims,
    List<ClaimRow> hiddenClaims,
    boolean statesPublished,
    boolean statesUpdated,
    String zone,
    String revisionsTitle,
    List<Link> views,
    List<RevisionView> revisions,
    List<Link> older,
    List<Phrase> unseen,
    String footer) {
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
