package stet.report.page.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.report.page.DiffView;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.Phrase;
import stet.report.page.VersionView.Field;

/**
 * A capture that others keep beside a version of an article, and the forms that ask for one.
 *
 * @param headline of the article
 * @param form what the forms have
 * @param found null where nothing was asked for
 */
public record ForeignView(Frame frame, Phrase headline, Form form, @Nullable Found found) {

  /**
   * The forms.
   *
   * @param memento the address that was asked for, empty for none
   * @param upload where the one with a file goes
   * @param versions numbers and names of the versions to compare with, newest first
   * @param version the number of the one that is chosen
   */
  public record Form(String memento, String upload, List<Link> versions, String version) {}

  /**
   * What was found.
   *
   * @param diff the comparison
   * @param said where the page comes from, in a sentence
   * @param facts where, when and what
   * @param adding what adds it to the collection
   */
  public record Found(DiffView diff, String said, List<Field> facts, Adding adding) {}

  /**
   * What adds a capture to the collection.
   *
   * @param token what the form sends along; empty where a file has to be sent once more
   * @param memento the archive's address
   * @param again where a file is sent to
   */
  public record Adding(String token, String memento, String again) {}
}
