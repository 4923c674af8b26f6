package stet.track;

import java.util.List;
import stet.diff.RevisionJson;
import stet.store.RevisionTable;
import stet.store.Tables;
import stet.store.VersionTable;
import stet.story.Derivation;
import stet.story.Engine;
import stet.timeline.CutPages;
import stet.timeline.Entry;
import stet.timeline.Run;
import stet.timeline.Sighting;
import stet.timeline.WithheldBetween;
import stet.withhold.Withholding;

/**
 * Brings an article's versions and revisions in line with its captures. Versions follow from the
 * order of captures in time alone, so a capture that arrives late may split, join or renumber them;
 * only what really changed is compared and written again.
 */
final class TimelineKeeper {
  private final Tables tables;
  private final Derivation derivation;

  TimelineKeeper(Tables tables, Engine engine, Withholding withheld) {
    this.tables = tables;
    this.derivation =
        new Derivation(
            engine.differ(), engine.labeller(), withheld::unspoken, tables.states()::get);
  }

  void refresh(long article) {
    List<Sighting> readings = tables.captures().readings(article);
    tables.captures().setCutOff(article, CutPages.of(readings, tables.states()::get));
    List<Sighting> sightings = tables.captures().sightings(article);
    List<Run> runs = Run.of(sightings);
    WithheldBetween hidden = new WithheldBetween(sightings);
    List<VersionTable.Row> now = runs.stream().map(VersionTable.Row::of).toList();
    List<VersionTable.Row> stored = tables.versions().of(article);
    int same = 0;
    while (same < Math.min(now.size(), stored.size()) && now.get(same).equals(stored.get(same))) {
      same++;
    }
    if (same == now.size() && same == stored.size() && hidden.isNone()) {
      return;
    }
    tables.versions().removeFrom(article, same + 1);
    now.subList(same, now.size()).forEach(row -> tables.versions().add(article, row));
    // A page that is withheld changes no version, and what may be said of the step across it.
    int firstRevision = hidden.isNone() ? same + (startsAlike(now, stored, same) ? 2 : 1) : 2;
    tables.revisions().removeFrom(article, firstRevision);
    Derivation.Course course = derivation.over(runs, hidden);
    for (int number = Math.max(2, firstRevision); number <= runs.size(); number++) {
      tables.revisions().add(article, row(course.revision(number)));
    }
  }

  /** A version that was only seen again keeps the revision that led to it. */
  private static boolean startsAlike(
      List<VersionTable.Row> now, List<VersionTable.Row> stored, int index) {
    return index < now.size()
        && index < stored.size()
        && now.get(index).state() == stored.get(index).state()
        && now.get(index).first() == stored.get(index).first();
  }

  private static RevisionTable.Row row(Entry.Revised revised) {
    return new RevisionTable.Row(
        revised.version(),
        revised.window(),
        revised.revision().counts(),
        RevisionJson.write(revised.revision()),
        revised.labels());
  }
}
