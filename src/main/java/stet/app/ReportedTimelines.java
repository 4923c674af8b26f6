package stet.app;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.timeline.KeptTimeline;
import stet.timeline.KeptTimelines;
import stet.track.Progress;

/** The timelines of a collection; tells progress of each. */
record ReportedTimelines(KeptTimelines stored, Progress progress) implements KeptTimelines {
  @Override
  public String origin() {
    return stored.origin();
  }

  @Override
  public long latest() {
    return stored.latest();
  }

  @Override
  public Iterator<KeptTimeline> all() {
    Iterator<KeptTimeline> each = stored.all();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public KeptTimeline next() {
        progress.advance(1);
        return each.next();
      }
    };
  }

  @Override
  public List<String> since(long number) {
    return stored.since(number);
  }

  @Override
  public List<String> changed(long number) {
    return stored.changed(number);
  }

  @Override
  public Optional<Set<String>> shown(String key) {
    return stored.shown(key);
  }

  @Override
  public Optional<KeptTimeline> find(String key) {
    progress.advance(1);
    return stored.find(key);
  }

  @Override
  public Set<String> unnumbered() {
    return stored.unnumbered();
  }
}
