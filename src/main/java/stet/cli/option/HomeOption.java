package stet.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import stet.app.CollectionHome;
import stet.cli.console.Console;
import stet.track.CollectionFolder;

/** Which collection a command works on. */
public final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The collection's folder; $STET_HOME or the current one if not given.")
  private Path home = Path.of("");

  public CollectionHome at() {
    return new CollectionHome(home);
  }

  /** Makes the collection where there is none, and says so. */
  public void makeIfMissing(Console console) throws IOException {
    if (!new CollectionFolder(at().folder()).isThere()) {
      at().make();
      console.say(madeHere());
    }
  }

  /**
   * Makes the collection where there is none, and brings one up to date that an older program made.
   * What cannot be written to is left as it is.
   */
  public void bringUpToDate(Console console) throws IOException {
    makeIfMissing(console);
    if (Files.isWritable(at().folder())) {
      at().make();
    }
  }

  public String madeHere() {
    return "made a collection in '" + at().name() + "'";
  }
}
