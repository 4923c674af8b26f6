package stet.serve.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import stet.app.AddedAddress;
import stet.app.Adding;
import stet.app.Tracking;
import stet.fetch.discovery.Discovery;
import stet.report.page.live.AddView;
import stet.report.page.live.AddView.Found;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.text.Capitals;
import stet.watch.TrackedAddress;

/** Where addresses are given that are to be checked from now on. */
public final class AddPage {
  private static final int MOST = 1_000;

  /** In these characters nothing ends a text of a script or of HTML. */
  private static final Pattern PLAIN = Pattern.compile("https?://[A-Za-z0-9.:_~/\\[\\]-]+");

  private final Site site;

  /** One at a time: the hosts of two would be asked without knowing of each other. */
  private final Semaphore looking = new Semaphore(1);

  public AddPage(Site site) {
    this.site = site;
  }

  /** The page, with an address filled in where one is given. */
  public Answer answer(Asked asked) {
    return page(asked, String.join("\n", asked.queries("url")), "", List.of());
  }

  private Answer page(Asked asked, String typed, String told, List<Found> found) {
    AddView view =
        new AddView(
            site.frame(asked, "Add"), typed, bookmarklet(asked), told, found, asked.formToken());
    return Answer.html(Site.render("add", view));
  }

  private static String bookmarklet(Asked asked) {
    String here = asked.here();
    return PLAIN.matcher(here).matches()
        ? "javascript:void(open('" + here + "find?url='+encodeURIComponent(location.href)))"
        : "";
  }

  /** Tracks what was pasted, or does what was chosen of what was found. */
  public Answer add(Asked asked) throws IOException {
    List<String> feeds = asked.queries("feed");
    List<String> anyway = asked.queries("anyway");
    if (!feeds.isEmpty() || !anyway.isEmpty()) {
      return page(asked, "", "", List.of(), chosen(feeds, anyway));
    }
    Set<String> typed = new LinkedHashSet<>();
    asked.queries("urls").forEach(u -> u.lines().map(String::strip).forEach(typed::add));
    typed.remove("");
    if (typed.isEmpty()) {
      throw new HttpProblem(400, "There is no address.");
    } else if (typed.size() > MOST) {
      throw new HttpProblem(400, "There are more than " + MOST + " addresses.");
    } else if (!looking.tryAcquire()) {
      throw new HttpProblem(
          503, "Other addresses are being looked at just now. Try again in half a minute.");
    }
    try {
      List<AddedAddress> added = new Adding(site.collection(), site.wish()).add(List.copyOf(typed));
      return page(asked, "", told(added), found(added));
    } finally {
      looking.release();
    }
  }

  private Answer page(
      Asked asked, String typed, String told, List<Found> found, List<TrackedAddress> done) {
    List<Found> all = new ArrayList<>(found);
    done.forEach(d -> all.add(found(d)));
    return page(asked, typed, told.isEmpty() ? "Done." : told, all);
  }

  private List<TrackedAddress> chosen(List<String> feeds, List<String> anyway) {
    var home = site.collection().home();
    var now = site.collection().clock().instant();
    List<TrackedAddress> done = new ArrayList<>();
    done.addAll(Tracking.watch(home, feeds, now, site.wish()));
    done.addAll(Tracking.track(home, anyway, now, site.wish()));
    return done;
  }

  private static Found found(TrackedAddress address) {
    String outcome =
        switch (address.outcome()) {
          case TRACKED -> "Tracked";
          case ALREADY_TRACKED -> "Tracked already";
          case WATCHED -> "Watched";
          case ALREADY_WATCHED -> "Watched already";
          case NO_LONGER_TRACKED, NO_LONGER_WATCHED -> "Ended";
          case NOT_TRACKED, NOT_WATCHED -> "Was not there";
          case REFUSED -> "Refused";
        };
    return new Found(
        address.uri(), outcome, Capitals.first(address.detail()), "", false, false, false);
  }

  private static String told(List<AddedAddress> added) {
    long tracked = count(added, AddedAddress.Outcome.TRACKED);
    long unseen = count(added, AddedAddress.Outcome.TRACKED_UNSEEN);
    long lists = count(added, AddedAddress.Outcome.LIST);
    List<String> parts = new ArrayList<>();
    parts.add(Numbers.of(tracked + unseen, "address", "addresses") + " newly tracked");
    if (lists > 0) {
      parts.add(Numbers.of(lists, "list", "lists") + " to choose");
    }
    long others = added.size() - tracked - unseen - lists;
    if (others > 0) {
      parts.add(Numbers.grouped(others) + " for which nothing changed");
    }
    return String.join(", ", parts) + ".";
  }

  private static long count(List<AddedAddress> added, AddedAddress.Outcome outcome) {
    return added.stream().filter(a -> a.outcome() == outcome).count();
  }

  private List<Found> found(List<AddedAddress> added) throws IOException {
    List<Found> found = new ArrayList<>();
    for (AddedAddress address : added) {
      found.add(found(address, folder(address.uri())));
    }
    return found;
  }

  private String folder(String uri) throws IOException {
    Optional<String> folder =
        site.collection()
            .ask(c -> c.timelines().find(uri).map(f -> Addresses.folder(f.article().key())));
    return folder.orElse("");
  }

  private static Found found(AddedAddress address, String folder) {
    String note = Capitals.first(address.detail());
    int articles = address.articles();
    return switch (address.outcome()) {
      case TRACKED -> found(address, "Tracked", note, folder);
      case TRACKED_UNSEEN -> found(address, "Tracked, not looked at", note, folder);
      case ALREADY_TRACKED -> found(address, "Tracked already", note, folder);
      case ALREADY_WATCHED -> found(address, "Watched already", note, "");
      case REFUSED -> found(address, "Refused", note, "");
      case LIST ->
          new Found(
              address.uri(),
              kind(address.kind()) + " with " + Numbers.of(articles, "article", "articles"),
              note,
              "",
              true,
              true,
              false);
      case NO_ARTICLE ->
          new Found(
              address.uri(),
              "No article",
              note + (articles > 0 ? "; it has " + Numbers.of(articles, "link", "links") : ""),
              "",
              articles > 0,
              false,
              true);
    };
  }

  private static Found found(AddedAddress address, String outcome, String note, String folder) {
    return new Found(address.uri(), outcome, note, folder, false, false, false);
  }

  private static String kind(Discovery.Kind kind) {
    return switch (kind) {
      case RSS, ATOM, JSON_FEED -> "A feed";
      case NEWS_SITEMAP, SITEMAP -> "A sitemap";
      case SITEMAP_INDEX -> "An index of sitemaps";
      case ADDRESS_LIST -> "A list of addresses";
      case SECTION_PAGE, UNKNOWN -> "A page";
    };
  }
}
