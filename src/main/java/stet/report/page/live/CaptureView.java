package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.Phrase;
import stet.report.page.VersionView.Field;

/**
 * A capture as it was archived.
 *
 * @param shows what it shows, in a sentence
 * @param links where its bytes are to be had
 * @param facts when, what and where it is
 * @param before the redirects that led to it
 * @param heads of request and answer
 */
public record CaptureView(
    Frame frame,
    String shows,
    List<Link> links,
    List<Field> facts,
    List<CapturesView.Item> before,
    List<Head> heads) {
  /**
   * The head of a message.
   *
   * @param name of the message
   * @param id that the page has for it
   * @param line its first
   */
  public record Head(String name, String id, Phrase line, List<Field> fields) {}
}
