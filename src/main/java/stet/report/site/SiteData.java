package stet.report.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
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
            folder + Addresses.PACKED_DATA));
  }

  private static ListedArticle.@Nullable MostTelling mostTelling(@Nullable TellingEdit edit) {
    return edit == null ? null : new ListedArticle.MostTelling(edit.version(), edit.score());
  }

  /** {@code article.json}: everything that the article's pages show. */
  static byte[] article(Timeline timeline, Judgements judgements) {
    return StetJson.reportedArticle(timeline, new Judged(judgements)).bytes();
  }

  /** The same bytes as a gzip file, which names no time and no program that made it. */
  static byte[] packed(byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(data);
    }
    return out.toByteArray();
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
