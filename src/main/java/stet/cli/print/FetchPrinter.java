package stet.cli.print;

import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.watch.FetchLine;
import stet.watch.HeartbeatLine;
import stet.watch.WatchLog;
import stet.watch.Watcher;

/** Prints one line for each check, and what a person should know. */
public final class FetchPrinter implements WatchLog {
  private final Console console;

  public FetchPrinter(Console console) {
    this.console = console;
  }

  @Override
  public void fetched(FetchLine line) {
    console.out().println(line.line());
    console.out().flush();
  }

  @Override
  public void heartbeat(HeartbeatLine line) {
    console.out().println(line.line());
    console.out().flush();
  }

  @Override
  public void note(String line) {
    console.say(line);
  }

  public static String summary(Watcher.Pass pass) {
    return Plain.count(pass.checks(), "check")
        + ", "
        + pass.changed()
        + " with another text"
        + (pass.failures() > 0 ? ", " + pass.failures() + " that found no article or list" : "")
        + (pass.left() > 0 ? "; " + pass.left() + " left for later, their hosts must rest" : "")
        + (pass.unkept() > 0 ? "; " + pass.unkept() + " could not be kept and are due again" : "");
  }
}
