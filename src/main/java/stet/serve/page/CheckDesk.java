package stet.serve.page;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.report.page.CheckForm;
import stet.report.words.Addresses;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Role;
import stet.track.Collection;
import stet.track.Timelines;
import stet.watch.store.TrackedPage;

/** Has an article checked from its own page, and says there what that showed. */
public final class CheckDesk {
  private static final int MOST_TOLD = 200;

  /** Of the addresses of one article; few have more than two. */
  private static final int MOST_ADDRESSES = 50;

  private static final String TOLD = "checked";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Site site;
  private final CheckWords words;

  /**
   * What checks showed, by a name that nobody can guess: what stood in the page's own address could
   * be made up by whoever leads somebody there.
   */
  private final Map<String, String> told = new LinkedHashMap<>();

  public CheckDesk(Site site) {
    this.site = site;
    this.words = new CheckWords(site.times());
  }

  /** What an article's page shows of its checks; null for who may not have them made. */
  @Nullable CheckForm form(Asked asked, Collection collection, Timelines.Found found) {
    if (!asked.role().may(Role.EDITOR)) {
      return null;
    }
    String own = found.article().uri();
    Optional<TrackedPage> page = site.watch().tracked(addresses(collection, found));
    String uri = page.map(TrackedPage::uri).orElse("");
    boolean addable = page.isEmpty() && !Addresses.web(own).isEmpty();
    String state = page.map(words::state).orElse("It is not tracked: nothing checks it.");
    return new CheckForm(
        asked.formToken(),
        found.article().key(),
        uri,
        page.isEmpty() || uri.equals(own) ? state : state + " Tracked as " + uri,
        addable ? "add?url=" + Addresses.encoded(own) : "",
        told(asked.query(TOLD)));
  }

  private static List<String> addresses(Collection collection, Timelines.Found found) {
    List<String> all = new ArrayList<>(List.of(found.article().uri()));
    all.addAll(collection.timelines().addresses(found.id()));
    return all.stream().distinct().limit(MOST_ADDRESSES).toList();
  }

  /**
   * Checks an address of an article and leads back to it.
   *
   * @throws HttpProblem 404 when there is no such article
   */
  Answer check(Asked asked) throws IOException {
    String key = asked.query("article");
    site.collection().ask(c -> Site.article(c, key));
    String uri = asked.query("uri");
    String name = remember(checked(uri));
    // What was found may have shown that the article has another address.
    String now =
        site.collection()
            .ask(
                c ->
                    c.timelines()
                        .find(key)
                        .or(() -> c.timelines().find(uri))
                        .map(f -> f.article().key())
                        .orElse(key));
    String page = asked.root() + Addresses.folder(now);
    return Answer.redirect(303, page + "?" + TOLD + "=" + name + "#" + TOLD);
  }

  private String checked(String uri) throws IOException {
    try {
      return site.checkNow(List.of(uri)).stream().map(words::of).findFirst().orElse("");
    } catch (HttpProblem busy) {
      return busy.detail();
    }
  }

  private synchronized String remember(String sentence) {
    byte[] random = new byte[12];
    RANDOM.nextBytes(random);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    told.put(name, sentence);
    if (told.size() > MOST_TOLD) {
      told.remove(told.keySet().iterator().next());
    }
    return name;
  }

  private synchronized String told(String name) {
    return told.getOrDefault(name, "");
  }
}
