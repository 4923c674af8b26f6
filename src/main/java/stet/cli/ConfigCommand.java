package stet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.SettingKey;
import stet.app.Settings;
import stet.app.SettingsFile;
import stet.track.Collection;
import tools.jackson.databind.node.ObjectNode;

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
  private String key;

  @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "Its new value.")
  private String value;

  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Collection.isAt(home.at().folder())) {
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
    String problem = unset ? "" : setting.problem(value);
    if (!problem.isEmpty()) {
      throw new Failure(ExitCode.USAGE, setting.id() + " '" + value + "' " + problem);
    }
    SettingsFile.write(home.at().folder(), setting, unset ? "" : value);
  }

  private void list(Settings settings) {
    ObjectNode out = Json.object();
    for (SettingKey each : SettingKey.values()) {
      String origin = settings.isStated(each) ? Settings.FILE : "default";
      if (json) {
        out.set(each.id(), Json.object().put("value", settings.get(each)).put("origin", origin));
      } else {
        console
            .out()
            .println(
                String.format(
                    "%-16s %-12s %-10s %s",
                    each.id(), Plain.line(settings.get(each)), "(" + origin + ")", each.meaning()));
      }
    }
    settings.archives().forEach((id, field) -> listArchive("archive." + id, field, out));
    if (json) {
      console.out().println(Json.pretty(out));
    }
  }

  /** What describes a web archive has names of its own, and is changed in the file alone. */
  private void listArchive(String id, String field, ObjectNode out) {
    if (json) {
      out.set(id, Json.object().put("value", field).put("origin", Settings.FILE));
    } else {
      console.out().println(id + " " + Plain.line(field) + " (" + Settings.FILE + ")");
    }
  }
}
