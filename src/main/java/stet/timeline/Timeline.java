package stet.timeline;

import java.util.List;
import stet.diff.judge.JudgedRevision;

/**
 * Everything that is known of one article, in the order of time.
 *
 * @param article the story
 * @param versions every version seen, oldest first; empty where no capture showed an article
 * @param entries what was observed, oldest first
 * @param captures how many checks there were: captures, without steps of redirects
 */
public record Timeline(
    TrackedArticle article, List<SeenVersion> versions, List<Entry> entries, int captures) {
  public Timeline {
    versions = List.copyOf(versions);
    entries = List.copyOf(entries);
  }

  /** The revisions, oldest first. */
  public List<Entry.Revised> revisions() {
    return entries.stream()
        .filter(Entry.Revised.class::isInstance)
        .map(Entry.Revised.class::cast)
        .toList();
  }

  /** One of its revisions, to be judged. */
  public JudgedRevision judged(Entry.Revised revised) {
    return JudgedRevision.of(
        versions.get(revised.version() - 2).state(),
        versions.get(revised.version() - 1).state(),
        revised.revision());
  }
}
