package stet.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.copies.CopiedStories;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Pager;
import stet.cli.console.ProgressLine;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.option.OutletOption;
import stet.cli.option.PagerOption;
import stet.cli.option.SpanOption;
import stet.cli.print.StoryPrinter;
import stet.copies.ToldStory;
import stet.json.StetJson;
import stet.track.Collection;

@Command(
    name = "copies",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Finds stories that several outlets printed word for word, newest first: one line for each"
            + " outlet's article, with when it was first seen, its headline and how much of it is"
            + " shared.",
    footer = {
      "",
      "The text of all articles is read for it. What is quoted, and what an outlet prints in many"
          + " stories, makes no copy."
    })
final class CopiesCommand implements Callable<Integer> {
  private static final int MOST = 50;

  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;

  @Mixin private OutletOption outlets;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Of which an article was first seen then or later: a day such as 2026-11-20, today,"
              + " yesterday, 2h, 3d, 45m ago, or a time with its offset.")
  private @Nullable String since;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "So many stories at the most; 50 if not given.")
  private int most = MOST;

  @Option(names = "--json", description = "Print JSON, one story a line.")
  private boolean json;

  private final Console console;

  CopiesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ZoneId zone = home.at().settings().zone();
    Instant from = SpanOption.since(since, console.clock().instant(), zone, "");
    if (most < 1) {
      throw new Failure(ExitCode.USAGE, "--most '" + most + "' is less than 1");
    }
    try (Collection collection = home.at().open()) {
      Set<String> asked = outlets.among(collection.timelines().outlets());
      CopiedStories stories;
      try (ProgressLine progress =
          new ProgressLine(console, "copies", collection.timelines().count())) {
        stories = CopiedStories.of(collection.timelines(), progress);
      }
      List<ToldStory> told = stories.newest(asked, from, most);
      print(told, zone);
      console.say(
          (told.isEmpty()
                  ? "there is no such story"
                  : (told.size() == 1 ? "1 story" : told.size() + " stories"))
              + (told.isEmpty() || json ? "" : "; times are " + zone)
              + "; "
              + stories.count()
              + " in all");
    }
    return ExitCode.DONE;
  }

  private void print(List<ToldStory> stories, ZoneId zone) {
    try (Pager out = pager.open(console)) {
      StoryPrinter printer = new StoryPrinter(out.console(), zone);
      for (ToldStory story : stories) {
        if (json) {
          out.console().out().println(StetJson.story(story, false).line());
        } else {
          printer.members(story);
        }
      }
    }
  }
}
