package stet.serve.page;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import stet.report.page.live.MovingView;
import stet.report.words.Addresses;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Role;
import stet.track.Collection;
import stet.track.Timelines;

/** Leads from the address of a page of the web to what is kept of it here. */
public final class FindPage {
  private static final int LONGEST = 8_192;

  private final Site site;

  public FindPage(Site site) {
    this.site = site;
  }

  /**
   * Where a bookmark leads from a page of anybody. With a request that another site began a browser
   * sends no cookie of ours, so that one who has logged in would not be known: then a page of this
   * server goes on in its own name.
   */
  public Answer fromAnywhere(Asked asked) throws IOException {
    boolean foreign = asked.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent();
    if (asked.role().may(foreign ? Role.EDITOR : Role.VIEWER)) {
      return answer(asked);
    }
    String on = "find/here?url=" + encoded(address(asked));
    return Answer.html(Site.render("moving", new MovingView(site.frame(asked, "Find"), on)));
  }

  /** Leads to the article's page, or to the one where addresses are added. */
  public Answer answer(Asked asked) throws IOException {
    String url = address(asked);
    Optional<String> folder =
        site.collection().ask(c -> article(c, url).map(f -> Addresses.folder(f.article().key())));
    if (folder.isEmpty() && !asked.role().may(Role.EDITOR)) {
      throw new HttpProblem(404, "No article of that address is kept here.");
    }
    return Answer.redirect(303, asked.root() + folder.orElse("add?url=" + encoded(url)));
  }

  /**
   * The address that is asked for.
   *
   * @throws HttpProblem 400 when it is no address of a web page
   */
  public static String address(Asked asked) {
    String url = asked.query("url");
    boolean web =
        url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    if (!web || url.length() > LONGEST) {
      throw new HttpProblem(400, "'url' has the address of a web page.");
    }
    return url;
  }

  /** The article of an address. */
  public static Optional<Timelines.Found> article(Collection collection, String url) {
    return collection.timelines().find(url);
  }

  private static String encoded(String url) {
    return URLEncoder.encode(url, StandardCharsets.UTF_8);
  }
}
