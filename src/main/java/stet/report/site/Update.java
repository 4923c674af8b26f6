package stet.report.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import stet.capture.Digest;
import stet.notes.Annotations;
import stet.report.words.Addresses;
import stet.timeline.KeptTimeline;
import stet.timeline.KeptTimelines;

/**
 * Which articles a run has to look at: those that changed since the run before, or all where it
 * cannot be told, because the program, the options or the collection's database is another one.
 */
final class Update {
  private static final String BASIS = "basis";
  private static final String NUMBER = "number";
  private static final String UNNUMBERED = "unnumbered";

  /** That the timelines could not be read, which no other ledger mends. */
  static final class SourceException extends RuntimeException {
    private final transient RuntimeException failure;

    private SourceException(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }

    RuntimeException failure() {
      return failure;
    }
  }

  private final KeptTimelines timelines;
  private final Annotations annotations;
  private final Ledger ledger;
  private final LedgerArticles articles;
  private final String basis;
  private final long latest;
  private final boolean whole;

  /**
   * @param annotations that are shown; they change without a number
   * @param program stands for everything that pages are made from besides timelines
   */
  Update(
      KeptTimelines timelines,
      Annotations annotations,
      String program,
      Ledger ledger,
      LedgerArticles articles) {
    this.timelines = timelines;
    this.annotations = annotations;
    this.ledger = ledger;
    this.articles = articles;
    this.basis = Digest.of(program + "\n" + asked(timelines::origin)).hex();
    this.latest = asked(timelines::latest);
    this.whole = !ledger.get(BASIS).equals(basis) || since() > latest;
  }

  /** Whether all articles are looked at. */
  boolean isWhole() {
    return whole;
  }

  private long since() {
    String number = ledger.get(NUMBER);
    return number.isEmpty() ? 0 : Long.parseLong(number);
  }

  /** Brings the articles up to date. */
  void look(SiteWriter writer, PageFiles files) throws IOException {
    if (whole) {
      lookAtAll(writer);
    } else {
      for (String key : suspects(files)) {
        Optional<KeptTimeline> kept = asked(() -> timelines.find(key));
        if (kept.isPresent()) {
          writer.add(guarded(kept.get()));
        } else {
          writer.drop(key);
        }
      }
    }
  }

  private Set<String> suspects(PageFiles files) {
    long since = since();
    Set<String> keys = changed(since);
    keys.addAll(asked(timelines::unnumbered));
    keys.addAll(annotations.articles());
    ledger.get(UNNUMBERED).lines().forEach(keys::add);
    articles.folders(
        folder -> {
          if (!files.isUntouched(Addresses.folder(folder.key()), folder.changed())) {
            keys.add(folder.key());
          }
        });
    return keys;
  }

  /** What changed, and what may have learned from that; all that may where some article is gone. */
  private Set<String> changed(long since) {
    Set<String> keys = new LinkedHashSet<>(asked(() -> timelines.changed(since)));
    Set<String> shown = new HashSet<>();
    for (String key : keys) {
      Optional<Set<String>> own = asked(() -> timelines.shown(key));
      if (own.isEmpty()) {
        return new LinkedHashSet<>(asked(() -> timelines.since(since)));
      }
      shown.addAll(own.get());
    }
    keys.addAll(articles.learning(shown));
    return keys;
  }

  private void lookAtAll(SiteWriter writer) throws IOException {
    // Pages of two bases lie side by side until this run ends; the next may go by neither.
    ledger.set(BASIS, "");
    ledger.commit();
    Set<String> seen = new HashSet<>();
    Iterator<KeptTimeline> all = asked(timelines::all);
    while (asked(all::hasNext)) {
      KeptTimeline kept = asked(all::next);
      writer.add(guarded(kept));
      seen.add(kept.article().key());
    }
    List<String> gone = new ArrayList<>();
    articles.folders(
        folder -> {
          if (!seen.contains(folder.key())) {
            gone.add(folder.key());
          }
        });
    for (String key : gone) {
      writer.drop(key);
    }
  }

  private static KeptTimeline guarded(KeptTimeline kept) {
    return new KeptTimeline(
        kept.article(), kept.fingerprint(), () -> asked(kept::read), kept.lessons());
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw new SourceException(e);
    }
  }

  /**
   * Notes that everything is as it is to be.
   *
   * @param failed keys of articles that are to be looked at again by the next run
   */
  void finish(Set<String> failed) {
    ledger.set(BASIS, basis);
    ledger.set(NUMBER, String.valueOf(latest));
    Set<String> again = new LinkedHashSet<>(timelines.unnumbered());
    again.addAll(annotations.articles());
    again.addAll(failed);
    ledger.set(UNNUMBERED, String.join("\n", again));
  }
}
