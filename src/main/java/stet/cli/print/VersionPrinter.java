package stet.cli.print;

import java.io.PrintWriter;
import java.util.List;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Caption;
import stet.article.LiveBlog;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.capture.EnumId;
import stet.cli.console.Plain;
import stet.cli.console.TableText;
import stet.report.words.LanguageWords;

/** Prints what a version says, for people. */
public final class VersionPrinter {
  private final PrintWriter out;

  public VersionPrinter(PrintWriter out) {
    this.out = out;
  }

  /** The fields that the version has, one a line. */
  public void fields(ArticleVersion v) {
    field("headline", v.headline());
    field("dek", v.dek());
    field("byline", v.byline().text());
    for (StatedDate d : v.dates()) {
      String zone = d.zoneReason().isEmpty() ? "" : "; zone: " + d.zoneReason();
      field(
          EnumId.of(d.role()),
          d.iso() + "  (\"" + d.printed() + "\"; " + d.evidence() + zone + ")");
    }
    field("dateline", v.dateline());
    field("section", v.section());
    field("language", LanguageWords.of(v));
    for (Caption c : v.captions()) {
      field("caption", c.text() + (c.credit().isEmpty() ? "" : "  [credit: " + c.credit() + "]"));
    }
    for (Notice n : v.notices()) {
      field(EnumId.of(n.kind()), (n.date() == null ? "" : "[" + n.date().iso() + "] ") + n.text());
    }
    if (v.liveBlog() != null) {
      field("live", Plain.count(v.liveBlog().posts().size(), "post"));
      v.liveBlog().posts().forEach(post -> field("post", line(post)));
    }
  }

  private static String line(LiveBlog.Post post) {
    String time = post.time() == null ? "no time" : post.time().iso();
    String place = "from block " + (post.first() + 1) + ", " + Plain.count(post.count(), "block");
    return time + (post.headline().isEmpty() ? "" : " '" + post.headline() + "'") + ", " + place;
  }

  /** The running text, with the marks of plain text for headings, lists and quotes. */
  public void text(ArticleVersion v) {
    List<Block> body = v.body();
    for (int i = 0; i < body.size(); i++) {
      Block block = body.get(i);
      out.println();
      if (block instanceof Block.TableRow) {
        int end = TableText.end(body, i);
        TableText.lines(body.subList(i, end)).forEach(out::println);
        i = end - 1;
        continue;
      }
      if (block instanceof Block.Subhead subhead) {
        out.println("#".repeat(subhead.level()) + " " + Plain.line(block.text()));
      } else if (block instanceof Block.ListItem item) {
        String indent = "  ".repeat(item.depth() - 1);
        out.println(indent + (item.ordered() ? "1. " : "- ") + Plain.line(block.text()));
      } else {
        out.println((block instanceof Block.Quote ? "> " : "") + Plain.line(block.text()));
      }
    }
  }

  /** One line of name and value; nothing where the value is empty. */
  public void field(String name, String value) {
    if (!value.isEmpty()) {
      out.println(String.format("%-10s %s", name, Plain.line(value)));
    }
  }
}
