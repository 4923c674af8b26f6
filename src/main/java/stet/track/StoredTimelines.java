package stet.track;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.store.ArticleTable;
import stet.store.Tables;
import stet.timeline.KeptTimeline;
import stet.timeline.KeptTimelines;

/** The timelines of a collection, with fingerprints that are found without reading any text. */
final class StoredTimelines implements KeptTimelines {
  private final Tables tables;
  private final Timelines timelines;

  StoredTimelines(Tables tables, Timelines timelines) {
    this.tables = tables;
    this.timelines = timelines;
  }

  @Override
  public String origin() {
    return tables.changes().identity() + " " + tables.articles().makers();
  }

  @Override
  public long latest() {
    return tables.changes().latest();
  }

  @Override
  public Iterator<KeptTimeline> all() {
    return tables.articles().ids().stream()
        .map(id -> kept(new ArticleTable.Row(id, tables.articles().get(id))))
        .iterator();
  }

  @Override
  public List<String> since(long number) {
    return tables.changes().since(number);
  }

  @Override
  public Optional<KeptTimeline> find(String key) {
    return tables.articles().byKey(key).map(this::kept);
  }

  @Override
  public Set<String> unnumbered() {
    return Set.of();
  }

  private KeptTimeline kept(ArticleTable.Row row) {
    return new KeptTimeline(
        row.article(), tables.articles().fingerprint(row.id()), () -> timelines.of(row.id()));
  }
}
