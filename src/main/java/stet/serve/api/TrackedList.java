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
  public String cursor() {
    return "after";
  }

  @Override
  public int usual() {
    return 100;
  }

  @Override
  public int most() {
    return 1_000;
  }

  @Override
  public boolean changesWithTime() {
    return true;
  }

  @Override
  public Part part(Collection collection, String from, int most) {
    // One more than asked for tells whether there are more.
    List<TrackedFacts> all = site.watch().listed(collection, from, most + 1);
    List<TrackedFacts> some = all.subList(0, Math.min(most, all.size()));
    return new Part(
        some.stream().map(StetJson::trackedPage).toList(),
        all.size() > most ? some.get(most - 1).page().uri() : null);
  }
}
