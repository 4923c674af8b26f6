package stet.serve.page;

import java.io.IOException;
import java.util.List;
import stet.diff.Label;
import stet.diff.standard.Differs;
import stet.report.page.MethodsView;
import stet.report.words.Chips;
import stet.report.words.Pages;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.story.Engine;

/** How labels are given. */
public final class MethodsPage {
  private final Site site;

  public MethodsPage(Site site) {
    this.site = site;
  }

  /** The page. */
  public Answer answer(Asked asked) throws IOException {
    return site.page(
        asked,
        collection ->
            Pages.render(
                "methods",
                new MethodsView(
                    site.frame(asked, "Methods"),
                    Chips.family(Label.Family.DISCLOSURE),
                    Chips.family(Label.Family.SUBSTANCE),
                    Differs.standard().version(),
                    List.of(Engine.standard().extractor().version()),
                    site.times().zoneName())));
  }
}
