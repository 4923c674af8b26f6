package stet.cli.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.RenderRun;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.render.BrowserProgram;
import stet.render.RenderOptions;
import stet.render.RenderOptions.Picture;
import stet.render.Rendered;
import stet.render.Rendered.RequestCounts;

/** What one page shows in a browser. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Shows one page in the Chromium of this machine, and writes its picture or what is to be"
          + " read there. Nothing of it is kept in the collection.",
      "A saved page and a version of the archive are shown without any network; an address alone"
          + " is fetched. docs/RENDER.md tells what the browser may do."
    })
public final class RenderCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = "--output",
      paramLabel = "FILE.png|FILE.webp",
      description = "Write a picture of the whole page.")
  private @Nullable Path output;

  @Option(
      names = "--text",
      paramLabel = "FILE.html",
      description = "Write what is to be read there, as a page without scripts.")
  private @Nullable Path text;

  @Option(names = "--phone", description = "Show it in a phone's window, 390 pixels wide.")
  private boolean phone;

  @Parameters(
      arity = "1",
      paramLabel = "FILE|URL|ARTICLE[@N]",
      description = "A saved page, an address that is fetched, or a version of the archive.")
  private String page;

  private final Console console;

  public RenderCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (output == null && text == null) {
      throw new Failure(ExitCode.USAGE, "name --output for a picture, --text for what it says");
    }
    RenderOptions options = RenderOptions.TEXT.with(picture());
    Rendered rendered =
        new RenderRun(
                home.at(), BrowserProgram.here(), BrowserProgram.wantsSandbox(), console.clock())
            .render(page, phone ? options.onPhone() : options);
    if (output != null && rendered.picture() != null) {
      Files.write(output, rendered.picture());
    }
    if (text != null) {
      Files.writeString(text, rendered.html());
    }
    tell(rendered);
    return ExitCode.DONE;
  }

  private Picture picture() {
    String name = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
    if (output == null) {
      return Picture.NONE;
    } else if (name.endsWith(".png")) {
      return Picture.PNG;
    } else if (name.endsWith(".webp")) {
      return Picture.WEBP;
    }
    throw new Failure(ExitCode.USAGE, "a picture's name ends in .png or .webp, not '" + name + "'");
  }

  private void tell(Rendered rendered) {
    RequestCounts n = rendered.requests();
    StringBuilder line = new StringBuilder();
    line.append(rendered.width()).append(" x ").append(rendered.height()).append(" pixels; ");
    line.append(Plain.count(n.answered(), "file")).append(" beside the page");
    part(line, n.missing(), "not to be had");
    part(line, n.trackers(), "of trackers refused");
    part(line, n.refused(), "refused");
    part(line, n.overspent(), "beyond what a page may take");
    console.out().println(line);
    if (!rendered.settled()) {
      console.say("the page was still changing when it was looked at");
    }
  }

  private static void part(StringBuilder line, int count, String what) {
    if (count > 0) {
      line.append(", ").append(count).append(' ').append(what);
    }
  }
}
