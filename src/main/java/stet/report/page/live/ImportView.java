package stet.report.page.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.Shown;

/**
 * A form for a file that is to be taken in, and what came of the one before.
 *
 * @param action where the form goes
 * @param limit how large the file may be, in words
 * @param url the address that the form has already; empty for none
 * @param time the time that it has already; empty for none
 * @param done null where none was sent
 */
public record ImportView(
    Frame frame, String action, String limit, String url, String time, @Nullable Done done) {

  /**
   * What came of a file.
   *
   * @param told how much was taken, in a sentence
   * @param articles those that have its captures
   * @param remarks what was not taken or is no article, and why
   */
  public record Done(String told, List<Link> articles, List<String> remarks) {
    public Done {
      remarks = remarks.stream().map(Shown::text).toList();
    }
  }
}
