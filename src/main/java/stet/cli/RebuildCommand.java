package stet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stet.app.Settings;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.ProgressLine;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.track.CollectionFolder;
import stet.track.Rebuilder;

@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Makes stet.db anew from the WARC files in snapshots/ alone. The old one is"
            + " replaced only when the new one is complete.")
final class RebuildCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  private final Console console;

  RebuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(new CollectionFolder(home.at().folder()).snapshots())) {
      throw new Failure(
          ExitCode.NO_COLLECTION,
          "no collection in '" + home.at().name() + "': there is no snapshots/");
    }
    Settings settings = home.at().settings();
    try (ProgressLine progress = new ProgressLine(console, "rebuild", -1)) {
      Rebuilder.Rebuilt rebuilt =
          Rebuilder.rebuild(home.at().folder(), settings.engine(), settings.lockWait(), progress);
      rebuilt.damage().forEach(console::say);
      console.out().println("rebuilt from " + Plain.count(rebuilt.captures(), "capture"));
      return rebuilt.damage().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }
  }
}
