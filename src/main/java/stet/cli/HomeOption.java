package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;
import stet.track.Collection;
import stet.watch.HeldMarks;

/** Which collection a command works on. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The collection's folder; $STET_HOME or the current one if not given.")
  private Path home = Path.of("");

  Path path() {
    return home;
  }

  /** The folder as a person would write it. */
  String name() {
    return home.toString().isEmpty() ? "." : home.toString();
  }

  /** Makes the collection where there is none, and says so. */
  void makeIfMissing(Console console) throws IOException {
    if (!Collection.isAt(home())) {
      Collection.init(home());
      console.say(madeHere());
    }
  }

  String madeHere() {
    return "made a collection in '" + name() + "'";
  }

  /** The collection with what a person still has to judge marked as held. */
  Collection open() {
    return Collection.open(home(), HeldMarks.of(home()));
  }

  Collection.Writer openForWriting(Clock clock) throws IOException {
    Settings settings = settings();
    return Collection.openForWriting(home(), settings.engine(), clock, settings.lockWait());
  }

  Settings settings() {
    return Settings.read(home());
  }

  Path home() {
    return home.toString().isEmpty() ? Path.of(".") : home;
  }
}
