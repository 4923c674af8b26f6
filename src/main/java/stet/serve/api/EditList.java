package stet.serve.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.app.edits.EditOrder;
import stet.app.edits.EditWords;
import stet.app.edits.RankedEdits;
import stet.json.JsonText;
import stet.json.StetJson;
import stet.serve.http.Asked;
import stet.serve.page.EditQuery;
import stet.serve.page.Ranking;
import stet.serve.page.Site;
import stet.store.EditFilter;
import stet.store.EditTable.Place;
import stet.track.Collection;
import stet.track.Edits;

/** Edits, chosen and ordered as on the first page. */
final class EditList implements Listing {
  private final Ranking ranking;
  private final EditFilter filter;
  private final EditOrder order;

  EditList(Site site, Asked asked) {
    EditQuery query = new EditQuery(asked, site.options().zone());
    this.ranking = site.ranking();
    this.filter = query.filter();
    this.order = query.order();
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
    if (order != EditOrder.NEWEST) {
      return ranked(collection, from, most);
    }
    Place before = EditQuery.place(from);
    return part(collection.timelines().edits().newest(filter, before, most));
  }

  private Part ranked(Collection collection, String from, int most) {
    List<JsonText> items = new ArrayList<>();
    RankedEdits.Told told =
        ranking
            .of(filter, order, EditQuery.rung(from), most)
            .tell(collection, ranking.known(order), e -> items.add(StetJson.edit(e, e.judged())));
    return new Part(items, told.next() == null ? null : EditWords.rung(told.next()));
  }

  /** A part of a list of edits. */
  static Part part(Edits.Page<Edits.Edit> page) {
    @Nullable Place next = page.next();
    return new Part(
        page.edits().stream().map(e -> StetJson.edit(e, e.judged())).toList(),
        next == null ? null : StetJson.place(next));
  }
}
