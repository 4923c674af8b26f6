package stet.memento;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.ingest.Found;
import stet.ingest.MementoAddress;
import stet.ingest.Sink;
import stet.ingest.warc.StatedDigest;
import stet.text.time.ArchiveTimestamp;

/**
 * Takes the captures of a page that a web archive keeps. Each is handed on as soon as it is
 * fetched, and one that is here already is not fetched again, so that a run that was killed goes on
 * where it was.
 */
public final class Backfill {
  private final ArchiveSite site;
  private final Getter getter;
  private final CaptureLists lists;
  private final Here here;
  private final Sink sink;
  private final Steps steps;

  /** Told how far it is, since an archive may take minutes to answer. */
  public interface Steps {
    /** The archive is asked what it has of a page. */
    void asking(String url);

    /**
     * One more capture is done with, or the list is read.
     *
     * @param done captures done with
     * @param of captures listed in the time asked for
     */
    void step(String url, int done, int of);
  }

  /** Tells what need not be fetched. */
  @FunctionalInterface
  public interface Here {
    /** Whether the collection has a capture of that address at that time. */
    boolean has(String uri, Instant at);
  }

  /**
   * What came of one page.
   *
   * @param listed captures that the archive lists in the time asked for
   * @param here of these, how many were here already
   * @param fetched how many were fetched
   * @param repeated how many were not fetched because the archive lists the same bytes for one that
   *     was
   * @param skipped how many were no pages: redirects to other addresses, pictures
   * @param left how many were not come to, since the run ended early
   * @param gaps what is missing, and why, in words; in the order of time
   * @param stopped why the run ended early; empty where it did not
   */
  public record Outcome(
      int listed,
      int here,
      int fetched,
      int repeated,
      int skipped,
      int left,
      List<String> gaps,
      String stopped) {
    public Outcome {
      gaps = List.copyOf(gaps);
    }
  }

  /** Prepares; nothing is asked yet. */
  public Backfill(ArchiveSite site, Getter getter, Here here, Sink sink, Steps steps) {
    this.site = site;
    this.getter = getter;
    this.lists = new CaptureLists(site, getter);
    this.here = here;
    this.sink = sink;
    this.steps = steps;
  }

  /**
   * Takes what the archive has of a page.
   *
   * @param since the first time wanted, UTC; null for all
   * @param until the first time that is too late; null for all
   * @throws IOException when {@code sink} throws it
   */
  public Outcome run(String url, @Nullable Instant since, @Nullable Instant until)
      throws IOException {
    Run run = new Run();
    try {
      steps.asking(url);
      List<Listed> listed = lists.of(url, run.gaps);
      listed.removeIf(l -> since != null && l.at().isBefore(since));
      listed.removeIf(l -> until != null && !l.at().isBefore(until));
      listed.sort(Comparator.comparing(Listed::at));
      run.listed = listed.size();
      steps.step(url, run.done, run.listed);
      for (Listed one : listed) {
        take(one, run);
        steps.step(url, ++run.done, run.listed);
      }
    } catch (Getter.NoAnswer e) {
      run.stopped = e.getMessage();
    }
    return new Outcome(
        run.listed,
        run.here,
        run.fetched,
        run.repeated,
        run.skipped,
        run.listed - run.done,
        run.gaps,
        run.stopped);
  }

  private static final class Run {
    /** The last captures by the digest that the archive states, to repeat them. */
    final Map<String, Capture> byDigest =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Capture> eldest) {
            return size() > 8;
          }
        };

    final Set<String> taken = new HashSet<>();
    final List<String> gaps = new ArrayList<>();
    int listed;
    int done;
    int here;
    int fetched;
    int repeated;
    int skipped;
    String stopped = "";
  }

  private void take(Listed one, Run run) throws IOException, Getter.NoAnswer {
    String media = one.mediaType().toLowerCase(Locale.ROOT);
    if (!media.isEmpty() && !media.contains("html")) {
      run.skipped++;
    } else if (here.has(one.original(), one.at())
        || run.taken.contains(one.original() + ' ' + one.at())) {
      run.here++;
    } else if (run.byDigest.containsKey(one.digest())) {
      repeat(one, run.byDigest.get(one.digest()), run);
    } else {
      fetch(one, run);
    }
  }

  private String memento(Listed one) {
    return site.raw().isEmpty()
        ? one.memento()
        : ArchiveSite.fill(site.raw(), one.original(), ArchiveTimestamp.format(one.at()));
  }

  /** The archive says that these bytes are those of a capture that was fetched and checked. */
  private void repeat(Listed one, Capture same, Run run) throws IOException {
    run.repeated++;
    hand(
        new Capture(
            one.original(),
            one.at(),
            0,
            same.mediaType(),
            same.payload(),
            new CaptureSource.Memento(site.id(), memento(one)),
            same.contentEncoding().isEmpty() ? Exchange.UNRECORDED : same.exchange()),
        run);
  }

  private void hand(Capture capture, Run run) throws IOException {
    run.taken.add(capture.uri() + ' ' + capture.at());
    sink.take(new Found.Page(capture.uri() + " of " + capture.at(), capture));
  }

  private void fetch(Listed one, Run run) throws IOException, Getter.NoAnswer {
    try {
      Getter.Got got = getter.get(memento(one));
      accept(one, got, run);
    } catch (Getter.NoAnswer e) {
      if (e.ends()) {
        throw e;
      }
      run.gaps.add(one.at() + ": " + e.getMessage());
    }
  }

  private void accept(Listed one, Getter.Got got, Run run) throws IOException, Getter.NoAnswer {
    Capture last = got.last();
    Optional<MementoAddress> of = MementoAddress.of(last.uri(), got.http().response());
    if (of.isEmpty()) {
      run.gaps.add(
          one.at() + ": the archive has no such capture (status " + got.http().status() + ")");
    } else if (!samePage(of.get().original(), one.original())) {
      run.skipped++;
    } else if (!of.get().at().equals(one.at()) && isHere(one, of.get(), run)) {
      run.gaps.add(one.at() + ": the archive shows that of " + of.get().at() + " instead");
    } else {
      Optional<Capture> capture = OneMemento.capture(site.id(), one.original(), of.get(), last);
      if (capture.isEmpty()) {
        run.gaps.add(one.at() + ": the archive shows it rewritten");
        return;
      }
      run.fetched++;
      remember(one, capture.get(), run);
      hand(capture.get(), run);
    }
  }

  private boolean isHere(Listed one, MementoAddress of, Run run) {
    return here.has(one.original(), of.at()) || run.taken.contains(one.original() + ' ' + of.at());
  }

  /** A digest is believed where the bytes that came have it. */
  private static void remember(Listed one, Capture capture, Run run) throws IOException {
    String stated = one.digest().contains(":") ? one.digest() : "sha1:" + one.digest();
    if (!one.digest().isEmpty()
        && StatedDigest.matches(stated, capture.payload().bytes()).orElse(false)) {
      run.byDigest.put(one.digest(), capture);
    }
  }

  /** Archives look a page up without scheme, www., default port and a slash at the end. */
  private static boolean samePage(String a, String b) {
    return key(a).equals(key(b));
  }

  private static String key(String uri) {
    return uri.toLowerCase(Locale.ROOT)
        .replaceFirst("^https?:/+", "")
        .replaceFirst("^www\\d*\\.", "")
        .replaceFirst("^([^/:]+):(80|443)(?=/|$)", "$1")
        .replaceFirst("/$", "");
  }
}
