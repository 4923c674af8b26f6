package stet.serve.api;

import org.jspecify.annotations.Nullable;
import stet.json.StetJson;
import stet.serve.http.Asked;
import stet.serve.page.EditQuery;
import stet.serve.page.Site;
import stet.store.EditFilter;
import stet.store.EditTable.Place;
import stet.track.Collection;
import stet.track.Edits;

/** The newest edits, chosen as on the first page. */
final class EditList implements Listing {
  private final EditFilter filter;

  EditList(Site site, Asked asked) {
    this.filter = new EditQuery(asked, site.options().zone()).filter();
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
    Place before = EditQuery.place(from);
    return part(collection.timelines().edits().newest(filter, before, most));
  }

  /** A part of a list of edits. */
  static Part part(Edits.Page<Edits.Edit> page) {
    @Nullable Place next = page.next();
    return new Part(
        page.edits().stream().map(StetJson::edit).toList(),
        next == null ? null : StetJson.place(next));
  }
}
