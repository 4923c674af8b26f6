package stet.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.WatchStanding;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.fetch.HostState;
import stet.json.StetJson;
import stet.text.time.IsoTime;
import stet.watch.WatchHealth;
import stet.watch.store.BrowserTable;
import stet.watch.store.WatchStatus;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Tells what is tracked and due, which checks come next, which hosts rest, and what went"
            + " wrong lately.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "So many checks, hosts and errors at the most; 10 if not given.")
  private int most = 10;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Option(
      names = "--health",
      description =
          "One line alone: whether somebody watches. Exit code 1 where nothing was checked for too"
              + " long (setting status.stale) although something was due.")
  private boolean health;

  private final Console console;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (most < 0) {
      throw new Failure(ExitCode.USAGE, "--most '" + most + "' is less than 0");
    } else if (health && json) {
      throw new Failure(ExitCode.USAGE, "--health goes without --json");
    }
    Instant now = console.clock().instant();
    if (health) {
      return health(WatchStanding.health(home.at(), now));
    }
    WatchStatus status = WatchStanding.of(home.at(), now, most);
    if (json) {
      console.out().println(StetJson.status(status).line());
    } else {
      print(status, now);
    }
    return ExitCode.DONE;
  }

  private int health(WatchHealth watch) {
    if (watch.tracked() == 0) {
      line("healthy: nothing is tracked; 'stet track URL' and 'stet feed add URL' add to it");
      return ExitCode.DONE;
    }
    line(
        (watch.stale() ? "stale: " : "healthy: ")
            + (watch.lastCheck() == null
                ? "nothing was ever checked"
                : "last check " + IsoTime.ofSecond(watch.lastCheck()))
            + ", "
            + watch.due()
            + " due"
            + (watch.waitingSince() == null
                ? ""
                : " since " + IsoTime.ofSecond(watch.waitingSince()))
            + (watch.next() == null ? "" : ", next " + IsoTime.ofSecond(watch.next()))
            + (watch.stale() ? "; does 'stet watch' run, or 'stet fetch' by a crontab?" : ""));
    return watch.stale() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private void print(WatchStatus status, Instant now) {
    line(
        Plain.count(status.tracked(), "article")
            + " tracked, "
            + status.due()
            + " due; "
            + Plain.count(status.feeds(), "list")
            + " watched, "
            + status.feedsDue()
            + " due"
            + (status.paused() > 0 ? "; " + status.paused() + " no longer tracked" : ""));
    heading("workers", status.workers().isEmpty());
    for (WatchStatus.Worker worker : status.workers()) {
      line(
          "  heard "
              + IsoTime.ofSecond(worker.heardAt())
              + "  "
              + worker.standing().id()
              + "  "
              + Plain.count(worker.hosts(), "host")
              + "  "
              + worker.name());
    }
    heading("next checks", status.next().isEmpty());
    for (WatchStatus.Next next : status.next()) {
      String when = next.at().isAfter(now) ? IsoTime.ofSecond(next.at()) : "now                 ";
      line("  " + when + (next.list() ? "  list  " : "  page  ") + next.uri());
    }
    heading("hosts that rest", status.troubled().isEmpty());
    for (HostState host : status.troubled()) {
      String failures =
          host.failures() > 0 ? ", " + Plain.count(host.failures(), "failure") + " in a row" : "";
      line("  until " + IsoTime.ofSecond(host.notBefore()) + "  " + host.authority() + failures);
    }
    heading(
        "asked in full, because an ETag or date stayed the same over another text",
        status.distrusted().isEmpty());
    for (WatchStatus.Distrusted host : status.distrusted()) {
      String which =
          host.all()
              ? "all pages, after " + Plain.count(host.pages(), "page") + " were found out"
              : Plain.count(host.pages(), "page");
      line("  since " + IsoTime.ofSecond(host.latest()) + "  " + host.host() + "  " + which);
    }
    heading("shown in a browser", status.browsers().isEmpty());
    for (BrowserTable.Learnt outlet : status.browsers()) {
      line(
          "  " + cost(outlet.cost()) + "  " + outlet.outlet() + "  " + EnumId.of(outlet.verdict()));
      if (outlet.cost().failed() > 0) {
        line("      " + outlet.cost().failed() + " failed, the last: " + outlet.cost().failure());
      }
    }
    heading("checks that found nothing", status.errors().isEmpty());
    for (WatchStatus.Failed failed : status.errors()) {
      String times = failed.times() > 1 ? " (" + failed.times() + " in a row)" : "";
      line(
          "  "
              + IsoTime.ofSecond(failed.at())
              + "  "
              + failed.outcome().id()
              + times
              + "  "
              + failed.uri());
      if (!failed.detail().isEmpty()) {
        line("      " + failed.detail());
      }
    }
  }

  private static String cost(BrowserTable.Cost cost) {
    long pages = Math.max(1, cost.shown());
    return String.format(
        Locale.ROOT,
        "%s, %.1f s and %,.0f kB each",
        Plain.count(cost.shown(), "page"),
        cost.millis() / 1e3 / pages,
        cost.bytes() / 1e3 / pages);
  }

  private void heading(String text, boolean empty) {
    if (!empty) {
      line(text + ":");
    }
  }

  private void line(String text) {
    console.out().println(Plain.line(text));
  }
}
