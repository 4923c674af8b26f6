package stet.track;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stet.article.ArticleVersion;
import stet.diff.Differ;
import stet.diff.Label;
import stet.diff.Revision;
import stet.diff.RevisionJson;
import stet.diff.judge.JudgedRevision;
import stet.diff.judge.Labeller;
import stet.diff.judge.Sight;
import stet.store.RevisionTable;
import stet.store.Tables;
import stet.store.VersionTable;
import stet.timeline.CutPages;
import stet.timeline.Run;
import stet.timeline.Sighting;
import stet.timeline.Window;
import stet.timeline.WithheldBetween;
import stet.withhold.Withholding;

/**
 * Brings an article's versions and revisions in line with its captures. Versions follow from the
 * order of captures in time alone, so a capture that arrives late may split, join or renumber them;
 * only what really changed is compared and written again.
 */
final class TimelineKeeper {
  private final Tables tables;
  private final Differ differ;
  private final Labeller labeller;
  private final Withholding withheld;

  TimelineKeeper(Tables tables, Differ differ, Labeller labeller, Withholding withheld) {
    this.withheld = withheld;
    this.tables = tables;
    this.differ = differ;
    this.labeller = labeller;
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
    for (int number = Math.max(2, firstRevision); number <= runs.size(); number++) {
      tables.revisions().add(article, revision(runs, number, hidden));
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

  private RevisionTable.Row revision(List<Run> runs, int number, WithheldBetween hidden) {
    Run from = runs.get(number - 2);
    Run to = runs.get(number - 1);
    ArticleVersion before = tables.states().get(from.state());
    ArticleVersion after = tables.states().get(to.state());
    Revision revision = differ.diff(before, after);
    Window window = to.since(from);
    JudgedRevision judged = judged(before, after, window, last(from));
    List<Label> labels = labeller.label(judged, statesOf(runs.subList(0, number - 2)));
    Revision counted = JudgedRevision.of(before, after, revision).counted();
    return new RevisionTable.Row(
        number,
        window,
        counted.counts(),
        RevisionJson.write(counted),
        hidden.doubted(doubted(labels, from, to), from, to));
  }

  /** A tombstone's own words are none of the publisher's: what they say is not judged. */
  private JudgedRevision judged(
      ArticleVersion before, ArticleVersion after, Window window, ArticleVersion last) {
    ArticleVersion old = withheld.unspoken(before);
    ArticleVersion now = withheld.unspoken(after);
    return JudgedRevision.of(old, now, differ.diff(old, now))
        .seen(new Sight(window.notBefore(), window.notAfter(), withheld.unspoken(last)));
  }

  /** Says of an edit that it may be none, where a page may have been cut off. */
  private List<Label> doubted(List<Label> labels, Run from, Run to) {
    Label disclosure = labels.get(0);
    boolean told =
        switch (disclosure.kind()) {
          case NOTICED, RESTAMPED, COSMETIC, POSTED -> true;
          default -> false;
        };
    Optional<String> doubt =
        told ? Optional.empty() : CutPages.doubt(from, to, tables.states()::get);
    if (doubt.isEmpty()) {
      return labels;
    }
    List<Label> doubted = new ArrayList<>(labels);
    doubted.set(0, new Label(Label.Kind.PERHAPS_CUT, doubt.get()));
    return doubted;
  }

  private ArticleVersion last(Run run) {
    Sighting.Shown shown = run.last().shown();
    return tables.states().get(shown == null ? run.state() : shown.state());
  }

  private List<ArticleVersion> statesOf(List<Run> runs) {
    return new AbstractList<>() {
      @Override
      public ArticleVersion get(int index) {
        return withheld.unspoken(tables.states().get(runs.get(index).state()));
      }

      @Override
      public int size() {
        return runs.size();
      }
    };
  }
}
