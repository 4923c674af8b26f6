package stet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stet.track.Collection;

@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Makes an empty collection: stet.db, snapshots/ and reports/.")
final class InitCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  private final Console console;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean isNew = Collection.init(home.home());
    console
        .out()
        .println(
            isNew
                ? home.madeHere()
                : "there is a collection in '" + home.name() + "' already; nothing was changed");
    return ExitCode.DONE;
  }
}
