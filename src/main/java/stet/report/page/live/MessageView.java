package stet.report.page.live;

import stet.report.page.Frame;
import stet.report.page.Shown;

/** A page with nothing but a sentence, such as a refusal. */
public record MessageView(Frame frame, String title, String sentence) {
  public MessageView {
    title = Shown.text(title);
    sentence = Shown.text(sentence);
  }
}
