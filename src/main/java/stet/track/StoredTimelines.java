package stet.track;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.store.ArticleTable;
import stet.store.Tables;
import stet.timeline.KeptTimeline;
import stet.timeline.KeptTimelines;
import stet.timeline.Timeline;

/** The timelines of a collection, with fingerprints that are found without reading any text. */
final class StoredTimelines implements KeptTimelines {
  private final Tables tables;
  private final Timelines timelines;
  private final HostFurniture marks;

  StoredTimelines(Tables tables, Timelines timelines, HostFurniture marks) {
    this.tables = tables;
    this.timelines = timelines;
    this.marks = marks;
  }

  @Override
  public String origin() {
    String shown = marks.basis();
    return tables.changes().identity()
        + " "
        + tables.articles().makers()
        + " "
        + marks.weights().text()
        + (shown.isEmpty() ? "" : " " + shown);
  }

  @Override
  public long latest() {
    return tables.changes().latest();
  }

  @Override
  public Iterator<KeptTimeline> all() {
    return of(tables.articles().ids());
  }

  /** The same of the articles of those numbers. */
  Iterator<KeptTimeline> of(List<Long> numbers) {
    return numbers.stream()
        .map(id -> kept(new ArticleTable.Row(id, tables.articles().get(id))))
        .iterator();
  }

  @Override
  public List<String> since(long number) {
    Set<String> keys = new LinkedHashSet<>(tables.changes().since(number));
    keys.addAll(marks.since(number));
    return List.copyOf(keys);
  }

  @Override
  public List<String> changed(long number) {
    Set<String> keys = new LinkedHashSet<>(tables.changes().since(number));
    keys.addAll(marks.toldSince(number));
    return List.copyOf(keys);
  }

  @Override
  public Optional<Set<String>> shown(String key) {
    return tables.articles().byKey(key).map(row -> tables.commonBlocks().shown(row.id()));
  }

  @Override
  public Optional<KeptTimeline> find(String key) {
    return tables.articles().byKey(key).map(this::kept);
  }

  @Override
  public Set<String> unnumbered() {
    return marks.articles();
  }

  private KeptTimeline kept(ArticleTable.Row row) {
    HostFurniture.Learned learned = marks.learned(row.article().key());
    String held = learned.fingerprint();
    Timeline bare = learned.bare();
    String history = tables.articles().fingerprint(row.id());
    return new KeptTimeline(
        row.article(),
        held.isEmpty() ? history : history + " held " + held,
        () -> bare == null ? timelines.of(row.id()) : timelines.marked(bare),
        learned.lessons());
  }
}
