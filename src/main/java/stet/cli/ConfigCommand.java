package stet.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.SettingKey;
import stet.app.Settings;
import stet.app.SettingsFile;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.json.Setting;
import stet.json.StetJson;
import stet.track.CollectionFolder;

@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the settings, prints one, or changes one in stet.toml.")
final class ConfigCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(names = "--unset", description = "Go back to the default.")
  private boolean unset;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(index = "0", arity = "0..1", paramLabel = "KEY", description = "Which setting.")
  private @Nullable String key;

  @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "Its new value.")
  private @Nullable String value;

  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!new CollectionFolder(home.at().folder()).isThere()) {
      throw new Failure(
          ExitCode.NO_COLLECTION,
          "no collection in '" + home.at().name() + "'; make one with 'stet init'");
    }
    if (key == null) {
      list(home.at().settings());
    } else if (unset || value != null) {
      change(SettingKey.of(key));
    } else {
      console.out().println(home.at().settings().get(SettingKey.of(key)));
    }
    return ExitCode.DONE;
  }

  private void change(SettingKey setting) throws IOException {
    if (unset && value != null) {
      throw new Failure(ExitCode.USAGE, "--unset takes no value");
    }
    String wanted = value == null ? "" : value;
    String problem = unset ? "" : setting.complaint(wanted);
    if (!problem.isEmpty()) {
      throw new Failure(ExitCode.USAGE, problem);
    }
    SettingsFile.write(home.at().folder(), setting, wanted);
  }

  private void list(Settings settings) {
    if (json) {
      console.out().println(StetJson.settings(all(settings)).pretty());
      return;
    }
    for (SettingKey each : SettingKey.values()) {
      console
          .out()
          .println(
              String.format(
                  "%-16s %-12s %-10s %s",
                  each.id(),
                  Plain.line(settings.get(each)),
                  "(" + origin(settings, each) + ")",
                  each.meaning()));
    }
    settings
        .archives()
        .forEach(
            (id, field) ->
                console
                    .out()
                    .println(
                        "archive." + id + " " + Plain.line(field) + " (" + Settings.FILE + ")"));
  }

  private static String origin(Settings settings, SettingKey key) {
    return settings.isStated(key) ? Settings.FILE : "default";
  }

  /** What describes a web archive has names of its own, and is changed in the file alone. */
  private static List<Setting> all(Settings settings) {
    List<Setting> all = new ArrayList<>();
    for (SettingKey each : SettingKey.values()) {
      all.add(new Setting(each.id(), settings.get(each), origin(settings, each)));
    }
    settings
        .archives()
        .forEach((id, field) -> all.add(new Setting("archive." + id, field, Settings.FILE)));
    return all;
  }
}
