package stet.cli.print;

import java.util.List;
import stet.app.ImportListener;
import stet.app.ImportRun;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.ingest.Found;
import stet.json.StetJson;
import stet.track.Accepted;
import stet.track.CollectionWriter;
import stet.track.Progress;

/** Tells a person, or a program, what becomes of an import. */
public final class ImportPrinter implements ImportListener {
  /** Lines of one kind that are printed before the rest is only counted. */
  private static final int NAMED = 20;

  private final Console console;
  private final boolean json;
  private final Progress progress;
  private long notArticles;
  private long refused;

  public ImportPrinter(Console console, boolean json, Progress progress) {
    this.console = console;
    this.json = json;
    this.progress = progress;
  }

  @Override
  public void recovered(CollectionWriter.Recovery recovery) {
    recovery.unfinished().forEach(console::say);
    recovery.damage().forEach(console::say);
    if (recovery.captures() > 0) {
      console.say(
          "took in "
              + Plain.count(recovery.captures(), "capture")
              + " of an import that was cut off");
    }
  }

  @Override
  public void timedByFile(List<String> names) {
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

  @Override
  public void refused(Found.Refused no) {
    refused++;
    if (refused <= NAMED) {
      console.say("'" + no.subject() + "' " + no.why());
    }
  }

  @Override
  public void accepted(String subject, Accepted accepted) {
    if (accepted.outcome() == Accepted.Outcome.NOT_AN_ARTICLE) {
      notArticles++;
      if (notArticles <= NAMED) {
        console.say("'" + subject + "' is kept but is not an article: " + accepted.detail());
      }
    }
    accepted.refusal().ifPresent(console::say);
    if (json) {
      console.out().println(StetJson.accepted(accepted).line());
    }
  }

  @Override
  public void committed(int captures) {
    console.out().flush();
    progress.advance(captures);
  }

  public void summary(ImportRun.Result r) {
    if (refused > NAMED) {
      console.say("and " + (refused - NAMED) + " refused files more");
    }
    if (notArticles > NAMED) {
      console.say("and " + (notArticles - NAMED) + " captures more that are not articles");
    }
    String line =
        Plain.count(r.added(), "capture")
            + " added to "
            + Plain.count(r.articles(), "article")
            + (r.notArticles() > 0 ? ", " + r.notArticles() + " of them not an article" : "")
            + (r.known() > 0 ? "; " + Plain.count(r.known(), "capture") + " already here" : "")
            + (r.refused() > 0 ? "; " + Plain.count(r.refused(), "file") + " refused" : "");
    if (json) {
      console.say(line);
    } else {
      console.out().println(line);
    }
  }
}
