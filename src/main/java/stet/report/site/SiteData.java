package stet.report.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;
import stet.json.ListedArticle;
import stet.json.ReportedRevisions;
import stet.json.StetJson;
import stet.report.view.ArticleLine;
import stet.report.words.Addresses;
import stet.report.words.Judgements;
import stet.report.words.TellingEdit;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** The site's content for programs. Texts are as extracted, not as shown. */
final class SiteData {
  private SiteData() {}

  /** An article's object in a part of {@code index.json}. */
  static String piece(ArticleLine line) {
    String folder = Addresses.folder(line.article());
    return StetJson.indexed(
        new ListedArticle(
            line.article(),
            line.headline().text(),
            line.language(),
            line.figures(),
            mostTelling(line.telling()),
            folder + "index.html",
            folder + "article.json"));
  }

  private static ListedArticle.@Nullable MostTelling mostTelling(@Nullable TellingEdit edit) {
    return edit == null ? null : new ListedArticle.MostTelling(edit.version(), edit.score());
  }

  /** {@code article.json}: everything that the article's pages show. */
  static byte[] article(Timeline timeline, Judgements judgements) {
    return StetJson.reportedArticle(timeline, new Judged(judgements)).bytes();
  }

  private record Judged(Judgements judgements) implements ReportedRevisions {
    @Override
    public List<Summary.Line> summary(Entry.Revised revised) {
      return judgements.summary(revised);
    }

    @Override
    public Telling telling(Entry.Revised revised) {
      return judgements.telling(revised);
    }

    @Override
    public String page(Entry.Revised revised) {
      return Addresses.revision(revised.version());
    }
  }
}
