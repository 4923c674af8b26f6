package stet.report.page.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.report.page.Phrase;
import stet.report.page.Run;
import stet.report.page.Shown;
import stet.report.page.chart.CurveView;

/**
 * A dossier as it is shown.
 *
 * @param words in its language
 * @param css the style sheet
 * @param cssDigest its digest as Content Security Policy writes it
 * @param options what it is about
 * @param subject the outlet's name, or the words that were searched for
 * @param introduction paragraphs
 * @param period in words
 * @param made when, in words
 * @param zone name of the zone of all times
 * @param articles how many articles it is about, in words
 * @param figures of each outlet, the one with most articles first
 * @param edits the most telling edits, the most telling first
 * @param revisions all edits of the period, oldest first
 * @param more how many edits of the period are not listed, since there are too many
 * @param withheld how many articles have texts that are withheld
 * @param reasons why and since when, in English
 */
public record DossierView(
    Wording words,
    String css,
    String cssDigest,
    DossierOptions options,
    String subject,
    List<String> introduction,
    String period,
    String made,
    String zone,
    String articles,
    List<Figures> figures,
    List<TopEdit> edits,
    List<Line> revisions,
    long more,
    int withheld,
    List<String> reasons) {
  /** Names of the paragraphs on methods and limits. */
  public static final List<String> METHODS =
      List.of("silent", "no.time", "window", "elsewhere", "figures", "held", "automatic");

  /** Names of the paragraphs on how to verify. */
  public static final List<String> VERIFY = List.of("digest", "bundle", "all");

  public DossierView {
    subject = Shown.text(subject);
  }

  /**
   * Figures of an outlet.
   *
   * @param watched how its articles were looked at
   * @param curve how soon articles were edited; null where too little is known
   * @param leftOut what is in none of the figures, in sentences
   */
  public record Figures(
      String outlet,
      String watched,
      List<Table> tables,
      @Nullable CurveView curve,
      List<String> leftOut) {
    public Figures {
      outlet = Shown.text(outlet);
    }
  }

  /**
   * A table of figures.
   *
   * @param heads of all columns
   */
  public record Table(List<String> heads, List<List<String>> rows) {}

  /**
   * A label.
   *
   * @param id its class in the style sheet
   * @param disclosure whether it says if the publisher said so
   */
  public record Tag(String id, boolean disclosure, String name) {}

  /**
   * An edit with its words.
   *
   * @param href where the address leads; empty where it is no http(s) address
   * @param when its window
   * @param where in the article
   * @param lang BCP 47 tag of the words, empty when unknown
   * @param dir their direction
   * @param proofs both captures
   */
  public record TopEdit(
      int rank,
      Phrase headline,
      String outlet,
      String address,
      String href,
      String when,
      String where,
      String versions,
      List<Tag> tags,
      List<Run> runs,
      String lang,
      String dir,
      List<Proof> proofs,
      String command) {
    public TopEdit {
      outlet = Shown.text(outlet);
      address = Shown.text(address);
    }
  }

  /**
   * Where a capture is kept.
   *
   * @param record the WARC file and the place in it
   */
  public record Proof(String name, String captured, String digest, String record) {}

  /** An edit in the list of all. */
  public record Line(
      String when, Phrase headline, String outlet, String versions, List<Tag> tags, String words) {
    public Line {
      outlet = Shown.text(outlet);
    }
  }
}
