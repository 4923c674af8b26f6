package stet.serve.page;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.diff.standard.Differs;
import stet.report.page.NoteForm;
import stet.report.site.Basis;
import stet.report.site.ServedArticle;
import stet.report.words.Addresses;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.track.Collection;
import stet.track.Timelines;

/** All that lies in an article's folder: its page, revisions, versions, any two compared. */
public final class ArticlePage {
  private static final Pattern TWO = Pattern.compile("([1-9][0-9]{0,6})\\.\\.([1-9][0-9]{0,6})");

  private final Site site;
  private final NoteDesk desk;
  private final CheckDesk checks;

  /**
   * @param desk where something is said of revisions
   * @param checks by which articles are checked out of turn
   */
  public ArticlePage(Site site, NoteDesk desk, CheckDesk checks) {
    this.site = site;
    this.desk = desk;
    this.checks = checks;
  }

  /** A file of the folder {@code a/KEY}. */
  public Answer file(Asked asked) throws IOException {
    String name = asked.path().get(2).isEmpty() ? ServedArticle.INDEX : asked.path().get(2);
    return site.page(asked, collection -> page(collection, asked, name)).as(type(name));
  }

  private byte[] page(Collection collection, Asked asked, String name) throws IOException {
    Timelines.Found found = Site.article(collection, asked.path().get(1));
    ServedArticle article = article(collection, asked, found);
    if (name.equals(ServedArticle.INDEX)) {
      return article.index(checks.form(asked, collection, found));
    }
    Matcher two = TWO.matcher(name);
    Optional<byte[]> page =
        two.matches()
            ? article.compared(Integer.parseInt(two.group(1)), Integer.parseInt(two.group(2)))
            : article.file(name);
    return page.orElseThrow(HttpProblem::notFound);
  }

  private ServedArticle article(Collection collection, Asked asked, Timelines.Found found) {
    Basis basis =
        new Basis(
            Differs.standard(),
            site.options(),
            desk.shown(asked, collection),
            collection.captures().pictures());
    NoteForm.Desk form = desk.of(asked);
    return new ServedArticle(
        collection.timelines().of(found.id()),
        basis,
        site.surround(asked),
        form.token().isEmpty() ? null : form);
  }

  private static String type(String name) {
    if (name.endsWith(".json")) {
      return name.equals("feed.json") ? "application/feed+json" : Answer.JSON;
    } else if (name.endsWith(".xml")) {
      return "application/atom+xml; charset=utf-8";
    }
    if (name.endsWith(".webp")) {
      return "image/webp";
    }
    return name.endsWith(".svg") ? "image/svg+xml" : Answer.HTML;
  }

  /** Where a form goes that asks for two versions: to their address. */
  public Answer compare(Asked asked) {
    String from = asked.query("from");
    String to = asked.query("to");
    if (!TWO.matcher(from + ".." + to).matches()) {
      throw new HttpProblem(400, "Two version numbers are needed.");
    }
    return Answer.redirect(303, from + ".." + to);
  }

  /** A folder without its slash, or an article under any of its names. */
  public Answer find(Asked asked) throws IOException {
    String name = asked.path().get(1);
    String key =
        site.collection()
            .ask(c -> c.timelines().find(name).orElseThrow(HttpProblem::notFound).article().key());
    return Answer.redirect(303, asked.root() + Addresses.folder(key));
  }
}
