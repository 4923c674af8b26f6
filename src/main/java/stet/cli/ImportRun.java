package stet.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import stet.capture.Capture;
import stet.capture.EnumId;
import stet.ingest.Found;
import stet.ingest.RecordCounts;
import stet.ingest.SavedPages;
import stet.ingest.WebArchives;
import stet.track.Accepted;
import stet.track.Captures;
import stet.track.Collection;
import stet.track.Tracker;
import tools.jackson.databind.node.ObjectNode;

/** One import: pages in batches to the tracker, and what came of them to the person. */
final class ImportRun {
  /** Lines of one kind that are printed before the rest is only counted. */
  private static final int NAMED = 20;

  private final Console console;
  private final boolean json;
  private final Set<String> articles = new TreeSet<>();
  private final List<Found.Page> batch = new ArrayList<>();
  private final List<Found.Page> waiting = new ArrayList<>();
  private long batchBytes;
  private long added;
  private long known;
  private long notArticles;
  private long refused;

  ImportRun(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  int run(SavedPages pages, WebArchives archives, Collection.Writer writer, ProgressLine progress)
      throws IOException {
    sayRecovery(writer.recovery());
    sayTimes(pages);
    pages.refused().forEach(this::refuse);
    for (Found found : pages) {
      take(found, writer.tracker(), progress);
    }
    Captures here = writer.collection().captures();
    RecordCounts records =
        archives.read(here::find, found -> take(found, writer.tracker(), progress));
    flush(writer.tracker(), progress);
    write(writer.tracker(), progress);
    summarise();
    if (!archives.isEmpty()) {
      new RecordTable(console, json).print(records);
    }
    return exitCode();
  }

  private void take(Found found, Tracker tracker, ProgressLine progress) throws IOException {
    if (found instanceof Found.Refused no) {
      refuse(no);
    } else {
      take((Found.Page) found, tracker, progress);
    }
  }

  private void sayRecovery(Collection.Recovery recovery) {
    recovery.unfinished().forEach(console::say);
    recovery.damage().forEach(console::say);
    if (recovery.captures() > 0) {
      console.say(
          "took in "
              + Plain.count(recovery.captures(), "capture")
              + " of an import that was cut off");
    }
  }

  private int exitCode() {
    if (refused == 0) {
      return ExitCode.DONE;
    }
    return added + known > 0 ? ExitCode.PARTLY : ExitCode.FAILED;
  }

  private void sayTimes(SavedPages pages) {
    List<String> names = pages.timedByFile();
    for (String name : names.subList(0, Math.min(NAMED, names.size()))) {
      console.say(
          "no capture time in the name of '"
              + name
              + "': the file's own time is taken;"
              + " --captured-at says it better");
    }
    if (names.size() > NAMED) {
      console.say("and for " + (names.size() - NAMED) + " files more");
    }
  }

  private void refuse(Found.Refused no) {
    refused++;
    if (refused <= NAMED) {
      console.say("'" + no.subject() + "' " + no.why());
    }
  }

  private void take(Found.Page page, Tracker tracker, ProgressLine progress) throws IOException {
    batch.add(page);
    batchBytes += page.capture().payload().size();
    if (batch.size() >= Tracker.BATCH || batchBytes >= Tracker.BATCH_BYTES) {
      flush(tracker, progress);
    }
  }

  /** One batch is read while the one before it is written. */
  private void flush(Tracker tracker, ProgressLine progress) throws IOException {
    tracker.prepare(batch.stream().map(Found.Page::capture).toList());
    write(tracker, progress);
    waiting.addAll(batch);
    batch.clear();
    batchBytes = 0;
  }

  private void write(Tracker tracker, ProgressLine progress) throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    List<Capture> captures = waiting.stream().map(Found.Page::capture).toList();
    List<Accepted> accepted = tracker.accept(captures);
    for (int i = 0; i < accepted.size(); i++) {
      tell(waiting.get(i).subject(), accepted.get(i));
    }
    console.out().flush();
    progress.advance(waiting.size());
    waiting.clear();
  }

  private void tell(String subject, Accepted accepted) {
    switch (accepted.outcome()) {
      case ALREADY_HERE -> known++;
      case LIST -> added++;
      case ARTICLE -> added++;
      case NOT_AN_ARTICLE -> {
        added++;
        notArticles++;
        if (notArticles <= NAMED) {
          console.say("'" + subject + "' is kept but is not an article: " + accepted.detail());
        }
      }
    }
    if (accepted.outcome() != Accepted.Outcome.ALREADY_HERE) {
      articles.add(accepted.article().key());
    }
    if (json) {
      printJson(accepted);
    }
  }

  private void printJson(Accepted accepted) {
    ObjectNode line = Json.object();
    line.put("uri", accepted.capture().uri());
    line.put("captured_at", accepted.capture().at().toString());
    line.put("ordinal", accepted.capture().ordinal());
    line.put("payload", accepted.capture().payload().digest().labelled());
    line.put("outcome", EnumId.of(accepted.outcome()));
    line.put("article", accepted.article().key());
    line.put("detail", accepted.detail());
    console.out().println(line);
  }

  private void summarise() {
    if (refused > NAMED) {
      console.say("and " + (refused - NAMED) + " refused files more");
    }
    if (notArticles > NAMED) {
      console.say("and " + (notArticles - NAMED) + " captures more that are not articles");
    }
    String line =
        Plain.count(added, "capture")
            + " added to "
            + Plain.count(articles.size(), "article")
            + (notArticles > 0 ? ", " + notArticles + " of them not an article" : "")
            + (known > 0 ? "; " + Plain.count(known, "capture") + " already here" : "")
            + (refused > 0 ? "; " + Plain.count(refused, "file") + " refused" : "");
    if (json) {
      console.say(line);
    } else {
      console.out().println(line);
    }
  }
}
