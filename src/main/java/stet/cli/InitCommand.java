package stet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;

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
    boolean isNew = home.at().make();
    console
        .out()
        .println(
            isNew
                ? home.madeHere()
                : "there is a collection in '"
                    + home.at().name()
                    + "' already; nothing was changed");
    return ExitCode.DONE;
  }
}
