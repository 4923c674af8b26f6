package stet.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import stet.article.ArticleVersion;
import stet.article.Cut;
import stet.diff.Label;

/** Puts sightings, runs and revisions of one article together in the order of time. */
public final class TimelineBuilder {
  /**
   * A text that comes back later than this after the last switch was put back, not served amiss.
   */
  public static final Duration OSCILLATION = Duration.ofDays(2);

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Integer, Entry.Revised> revisions = new HashMap<>();
  private final Map<Long, Run> runsByFirst = new HashMap<>();
  private int version;
  private String movedTo = "";
  private final Set<String> told = new HashSet<>();

  private TimelineBuilder(List<Run> runs, List<Entry.Revised> revisions) {
    runs.forEach(r -> runsByFirst.put(r.first().capture(), r));
    revisions.forEach(r -> this.revisions.put(r.version(), r));
  }

  /**
   * The timeline of one article.
   *
   * @param sightings every capture, in the order of time
   * @param revisions one for each run after the first
   * @param states gives the state of that number
   */
  public static Timeline build(
      TrackedArticle article,
      List<Sighting> sightings,
      List<Entry.Revised> revisions,
      LongFunction<ArticleVersion> states) {
    List<Run> runs = Run.of(sightings);
    TimelineBuilder builder = new TimelineBuilder(runs, revisions);
    sightings.forEach(builder::add);
    List<SeenVersion> versions =
        runs.stream()
            .map(
                r ->
                    new SeenVersion(
                        r.number(),
                        states.apply(r.state()),
                        r.first().ref(),
                        r.last().ref().at(),
                        r.checks(),
                        cut(r)))
            .toList();
    return new Timeline(article, versions, builder.entries, checks(sightings), shown(sightings));
  }

  private static List<Instant> shown(List<Sighting> sightings) {
    return sightings.stream().filter(s -> s.shown() != null).map(s -> s.ref().at()).toList();
  }

  private static String cut(Run run) {
    Cut cut = run.first().cut();
    return cut != null && cut.saysSo() ? cut.words() : "";
  }

  private static int checks(List<Sighting> sightings) {
    return (int) sightings.stream().filter(s -> !s.isStep()).count();
  }

  private void add(Sighting sighting) {
    if (sighting.isStep()) {
      addMoved(sighting);
    } else if (sighting.shown() == null) {
      addNotAnArticle(sighting);
    } else {
      addShown(sighting);
    }
  }

  private void addMoved(Sighting sighting) {
    if (!sighting.detail().isEmpty() && !sighting.detail().equals(movedTo)) {
      movedTo = sighting.detail();
      entries.add(new Entry.Moved(sighting.ref().at(), movedTo));
    }
  }

  private void addShown(Sighting sighting) {
    Run opened = runsByFirst.get(sighting.capture());
    if (opened != null) {
      version = opened.number();
      addOpened(sighting, !told.add(opened.compared()));
    } else {
      addSeenAgain(sighting);
    }
  }

  /**
   * @param back whether an earlier version said and stated all the same
   */
  private void addOpened(Sighting sighting, boolean back) {
    if (version == 1) {
      entries.add(new Entry.FirstSeen(sighting.ref().at(), 1));
      return;
    }
    Entry.Revised revised = Objects.requireNonNull(revisions.get(version));
    int at = lastSwitch();
    if (at < 0 || !back || !goesOn(entries.get(at), revised)) {
      entries.add(revised);
    } else if (entries.get(at) instanceof Entry.Oscillated o) {
      entries.subList(at, entries.size()).clear();
      entries.add(new Entry.Oscillated(o.at(), revised.at(), o.switches() + 1, version));
    } else {
      entries.add(new Entry.Oscillated(revised.at(), revised.at(), 1, version));
    }
  }

  /** The last entry that tells of a change, with nothing but unchanged checks after it; or -1. */
  private int lastSwitch() {
    int i = entries.size() - 1;
    while (i >= 0 && entries.get(i) instanceof Entry.Unchanged) {
      i--;
    }
    return i;
  }

  private static boolean goesOn(Entry last, Entry.Revised revised) {
    Instant before =
        last instanceof Entry.Oscillated o
            ? o.until()
            : last instanceof Entry.Revised r ? r.at() : Instant.MIN;
    return before.isAfter(revised.at().minus(OSCILLATION))
        && revised.labels().stream().anyMatch(l -> l.kind() == Label.Kind.OSCILLATION);
  }

  private void addSeenAgain(Sighting sighting) {
    Entry last = lastCheck();
    if (last instanceof Entry.NotAnArticle gone && !gone.withheld()) {
      entries.add(new Entry.Returned(sighting.ref().at(), version, gone.cutOff()));
    } else if (last instanceof Entry.Unchanged u && last == entries.get(entries.size() - 1)) {
      replaceLast(new Entry.Unchanged(u.at(), sighting.ref().at(), u.checks() + 1, version));
    } else {
      entries.add(new Entry.Unchanged(sighting.ref().at(), sighting.ref().at(), 1, version));
    }
  }

  private void addNotAnArticle(Sighting sighting) {
    Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
    if (last instanceof Entry.NotAnArticle n
        && n.reason().equals(sighting.reason())
        && (!n.withheld() || n.detail().equals(sighting.detail()))) {
      replaceLast(
          new Entry.NotAnArticle(
              n.at(), sighting.ref().at(), n.checks() + 1, n.reason(), n.detail()));
    } else {
      entries.add(
          new Entry.NotAnArticle(
              sighting.ref().at(), sighting.ref().at(), 1, sighting.reason(), sighting.detail()));
    }
  }

  /** The last entry that tells what a check found. */
  private Entry lastCheck() {
    int i = entries.size() - 1;
    while (i > 0 && entries.get(i) instanceof Entry.Moved) {
      i--;
    }
    return entries.get(i);
  }

  private void replaceLast(Entry entry) {
    entries.set(entries.size() - 1, entry);
  }
}
