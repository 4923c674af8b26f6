package stet.serve.api;

import stet.app.review.ReviewQueue;
import stet.serve.http.Asked;
import stet.serve.page.EditQuery;
import stet.serve.page.ReviewPage;
import stet.serve.page.Site;
import stet.store.EditFilter;
import stet.track.Collection;
import stet.track.Edits;

/** Edits that somebody is to judge or has judged, newest first, chosen as on the review page. */
final class ReviewList implements Listing {
  private final Site site;
  private final EditFilter filter;
  private final ReviewQueue.State state;
  private final String verdict;

  ReviewList(Site site, Asked asked) {
    this.site = site;
    this.filter = new EditQuery(asked, site.options().zone()).filter();
    this.state = ReviewPage.state(asked);
    this.verdict = asked.query("said");
  }

  @Override
  public String name() {
    return "edits";
  }

  @Override
  public String cursor() {
    return "before";
  }

  @Override
  public int usual() {
    return 30;
  }

  @Override
  public int most() {
    return 100;
  }

  @Override
  public Part part(Collection collection, String from, int most) {
    ReviewQueue queue = new ReviewQueue(collection, site.notes().of(collection));
    Edits.Page<Edits.Edit> page = queue.page(filter, state, verdict, EditQuery.place(from), most);
    return EditList.part(page);
  }
}
