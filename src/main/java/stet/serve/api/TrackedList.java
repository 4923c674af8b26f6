package stet.serve.api;

import java.util.List;
import stet.json.StetJson;
import stet.json.TrackedFacts;
import stet.serve.page.Site;
import stet.track.Collection;

/** The pages that are checked, in the order of their addresses. */
final class TrackedList implements Listing {
  private final Site site;

  TrackedList(Site site) {
    this.site = site;
  }

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public boolean changesWithTime() {
    return true;
  }

  @Override
  public Part part(Collection collection, String from, int most) {
    List<TrackedFacts> found = site.watch().listed(collection, from, most + 1);
    return Part.of(found, most, StetJson::trackedPage, facts -> facts.page().uri());
  }
}
