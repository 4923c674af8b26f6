package stet.memento;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stet.capture.Capture;
import stet.capture.Exchange;

/** Asks an archive which captures it has of a page: its CDX server, or else its TimeMap. */
final class CaptureLists {
  /** Pages of one list; no list is longer. */
  private static final int MOST_PAGES = 1000;

  private final ArchiveSite site;
  private final Getter getter;

  CaptureLists(ArchiveSite site, Getter getter) {
    this.site = site;
    this.getter = getter;
  }

  /**
   * What the archive lists of a page, each capture once.
   *
   * @param gaps is told what cannot be read, in words
   * @throws Getter.NoAnswer when the archive does not answer; the gaps found until then stay
   */
  List<Listed> of(String url, List<String> gaps) throws Getter.NoAnswer {
    Map<String, Listed> all = new HashMap<>();
    if (!site.cdx().isEmpty()) {
      listCdx(url, gaps, all);
    } else {
      listTimeMap(url, gaps, all);
    }
    return new ArrayList<>(all.values());
  }

  private void listCdx(String url, List<String> gaps, Map<String, Listed> all)
      throws Getter.NoAnswer {
    String address = ArchiveSite.fill(site.cdx(), url, "");
    String key = "";
    Set<String> keys = new HashSet<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      String next = key.isEmpty() ? address : address + "&resumeKey=" + encode(key);
      Listing listing = CdxAnswer.read(text(next));
      add(listing, gaps, all);
      key = listing.resumeKey();
      if (key.isEmpty() || !keys.add(key)) {
        return;
      }
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void listTimeMap(String url, List<String> gaps, Map<String, Listed> all)
      throws Getter.NoAnswer {
    Deque<String> pages = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    pages.add(timeMap(url));
    while (!pages.isEmpty() && seen.size() < MOST_PAGES) {
      String page = pages.remove();
      if (seen.add(page)) {
        Listing listing = TimeMapAnswer.read(text(page), url, page);
        add(listing, gaps, all);
        pages.addAll(listing.more());
      }
    }
  }

  private String timeMap(String url) throws Getter.NoAnswer {
    if (!site.timemap().isEmpty()) {
      return ArchiveSite.fill(site.timemap(), url, "");
    }
    Getter.Got gate = getter.get(ArchiveSite.fill(site.timegate(), url, ""));
    for (Capture capture : gate.captures()) {
      Exchange.Http http = (Exchange.Http) capture.exchange();
      Optional<String> named = TimeMapAnswer.timeMapOf(http.response().all("Link"));
      if (named.isPresent()) {
        return named.get();
      }
    }
    throw new Getter.NoAnswer("its TimeGate names no TimeMap", true);
  }

  private static void add(Listing listing, List<String> gaps, Map<String, Listed> all) {
    for (Listed one : listing.mementos()) {
      all.putIfAbsent(one.at() + " " + one.original(), one);
    }
    if (listing.unreadable() > 0) {
      gaps.add(listing.unreadable() + " lines of the archive's list cannot be read");
    }
  }

  /** The text of a list; empty where the archive has none of the page. */
  private String text(String address) throws Getter.NoAnswer {
    Getter.Got got = getter.get(address);
    int status = got.http().status();
    if (status == 404) {
      return "";
    } else if (status != 200) {
      throw new Getter.NoAnswer(
          "its list of captures is not to be had (status " + status + ")", true);
    }
    return new String(Getter.decoded(got.last()), StandardCharsets.UTF_8);
  }
}
