package stet.serve.page;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import stet.app.TextSearch;
import stet.capture.EnumId;
import stet.report.page.Link;
import stet.report.page.Run;
import stet.report.page.live.SearchView;
import stet.report.page.live.SearchView.Hit;
import stet.report.page.live.SearchView.Stay;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.report.words.Phrases;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.timeline.Window;
import stet.track.Collection;
import stet.track.Search;

/** Words and quotations through every version, removed text included. */
public final class SearchPage {
  private static final int LONGEST = 2_000;
  private static final int HEADLINE = 400;
  private static final int CONTEXT = 160;
  private static final int HITS = 50;
  private static final int STAYS = 5;

  private final Site site;

  public SearchPage(Site site) {
    this.site = site;
  }

  /** The page, with what was found where something was asked. */
  public Answer answer(Asked asked) throws IOException {
    String query = asked.query("q");
    if (query.length() > LONGEST) {
      throw new HttpProblem(400, "That is too long to be searched for.");
    }
    return site.page(asked, collection -> page(collection, asked, query));
  }

  private byte[] page(Collection collection, Asked asked, String query) {
    boolean quotation = asked.query("as").equals("quotation");
    String title = query.isEmpty() ? "Search" : "Search: " + query;
    if (query.isEmpty()) {
      return render(asked, title, query, quotation, "", List.of());
    }
    TextSearch found = TextSearch.served(collection, query, quotation, 0, HITS);
    List<Hit> hits = new ArrayList<>();
    found.matches().forEach(m -> hits.add(hit(m, "")));
    for (Search.Near near : found.near()) {
      hits.add(hit(near.match(), Math.round(near.likeness() * 100) + " % of the words, "));
    }
    return render(asked, title, query, quotation, told(found), hits);
  }

  private byte[] render(
      Asked asked, String title, String query, boolean quotation, String told, List<Hit> hits) {
    return Site.render(
        "search",
        new SearchView(
            site.frame(asked, title, "", data(query, quotation)), query, quotation, told, hits));
  }

  private static String data(String query, boolean quotation) {
    return query.isEmpty()
        ? ""
        : "search.json?q="
            + URLEncoder.encode(query, StandardCharsets.UTF_8)
            + (quotation ? "&as=quotation" : "");
  }

  private static String told(TextSearch found) {
    int articles = found.articles();
    if (!found.whole()) {
      return articles == 0
          ? "So many passages have these words that not all were looked at, and none of those has"
              + " all of this. It cannot be told here whether any has; ‘stet said’ looks at all."
          : Numbers.of(articles, "article", "articles")
              + " at least ever said this. So many passages have these words that the newest alone"
              + " were looked at: more words find the others.";
    }
    if (articles > 0) {
      return Numbers.of(articles, "article", "articles")
          + " ever said this"
          + (articles > HITS ? "; the first " + HITS + " are shown." : ".");
    }
    return found.near().isEmpty()
        ? "No version of any article says this."
        : "No version of any article says exactly this. The nearest wording:";
  }

  private Hit hit(Search.Match match, String before) {
    String folder = Addresses.folder(match.article());
    List<Stay> stays = new ArrayList<>();
    match.found().stream().limit(STAYS).forEach(f -> stays.add(stay(f, folder, before)));
    return new Hit(
        folder, Phrases.of(match.headline(), "", HEADLINE), match.article().outlet(), stays);
  }

  private Stay stay(Search.Found found, String folder, String before) {
    stet.timeline.Stay stay = found.stay();
    List<Link> versions = new ArrayList<>();
    versions.add(new Link(folder + Addresses.version(stay.from()), "Version " + stay.from()));
    if (stay.to() > stay.from()) {
      versions.add(new Link(folder + Addresses.version(stay.to()), "to " + stay.to()));
    }
    return new Stay(versions, before + when(found), runs(found), "");
  }

  private String when(Search.Found found) {
    stet.timeline.Stay stay = found.stay();
    return EnumId.of(found.passage().place())
        + ": "
        + (stay.appeared() == null
            ? "there when first seen, " + site.times().stamp(stay.firstSeen())
            : "appeared " + between(stay.appeared()))
        + (stay.vanished() == null
            ? "; still there when last seen, " + site.times().stamp(stay.lastSeen())
            : "; gone " + between(stay.vanished()))
        + " "
        + site.times().zoneName();
  }

  private String between(Window window) {
    return "between "
        + site.times().stamp(window.notBefore())
        + " and "
        + site.times().stamp(window.notAfter());
  }

  private static List<Run> runs(Search.Found found) {
    String text = found.passage().text();
    int from = cut(text, found.start() - CONTEXT);
    int to = cut(text, found.end() + CONTEXT);
    List<Run> runs = new ArrayList<>();
    runs.add(Run.plain((from > 0 ? "…" : "") + text.substring(from, found.start())));
    runs.add(Run.of(Run.Kind.FOUND, text.substring(found.start(), found.end())));
    runs.add(Run.plain(text.substring(found.end(), to) + (to < text.length() ? "…" : "")));
    return runs;
  }

  /** A place to cut a text, between two characters and if possible two words. */
  private static int cut(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return Math.max(0, Math.min(at, text.length()));
    }
    int space = text.indexOf(' ', at);
    int place = space >= 0 && space < at + 20 ? space : at;
    return Character.isLowSurrogate(text.charAt(place)) ? place + 1 : place;
  }
}
