package stet.cli.print;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.app.edits.ToldEdit;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.diff.Label;
import stet.json.StetJson;
import stet.track.list.Listed;

/** Articles in a line each. */
public final class ListPrinter {
  private static final int HEADLINE = 70;
  private static final int LABELS = 4;

  /** After so many lines it is looked whether anybody reads on. */
  private static final int LOOK = 500;

  private final Console console;
  private final boolean json;
  private final int most;
  private int printed;
  private boolean more;

  /**
   * @param json whether lines are for programs
   * @param most so many are printed
   */
  public ListPrinter(Console console, boolean json, int most) {
    this.console = console;
    this.json = json;
    this.most = most;
  }

  /** Whether there were more articles than are printed. */
  public boolean isMore() {
    return more;
  }

  /**
   * An article. Days are UTC.
   *
   * @return false where nobody reads any more
   */
  public boolean print(Listed article) {
    if (printed == most) {
      more = true;
      return false;
    }
    if (json) {
      console.out().println(StetJson.listed(article).line());
    } else {
      line(article);
    }
    printed++;
    return printed % LOOK != 0 || !console.out().checkError();
  }

  private void line(Listed article) {
    String headline = article.headline().isEmpty() ? LogPrinter.NO_HEADLINE : article.headline();
    String silent = article.silent() > 0 ? ", " + article.silent() + " silent" : "";
    console
        .out()
        .println(
            article.article().key()
                + "  "
                + Plain.count(article.versions(), "version")
                + silent
                + "  "
                + seen(article)
                + labels(article.labels())
                + "  "
                + Plain.brief(Plain.line(headline), HEADLINE)
                + "  "
                + Plain.line(article.article().uri()));
  }

  private static String seen(Listed article) {
    if (article.lastChanged() != null) {
      return day(article.firstSeen()) + ", changed " + day(article.lastChanged());
    }
    if (article.firstSeen() == null) {
      return article.headline().isEmpty() ? "never seen" : "withheld";
    }
    return day(article.firstSeen());
  }

  private static String day(@Nullable Instant at) {
    return at == null ? "" : at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String labels(List<Label> labels) {
    return labels.isEmpty() ? "" : "  " + ToldEdit.labels(labels, LABELS);
  }
}
