package stet.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.ArticleReference;
import stet.app.copies.CopiedStories;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Pager;
import stet.cli.console.ProgressLine;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.option.PagerOption;
import stet.cli.print.StoryPrinter;
import stet.copies.ToldStory;
import stet.json.StetJson;
import stet.timeline.TrackedArticle;
import stet.track.Collection;

@Command(
    name = "story",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows which outlets printed a story, in the order in which they were seen to have it, and"
            + " each edit of a sentence that several of them had: who made it, when, whether the"
            + " publisher said so, and who still showed the old words at the last check.")
final class StoryCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(arity = "1", paramLabel = "ARTICLE", description = "An article of the story.")
  private String article;

  private final Console console;

  StoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ZoneId zone = home.at().settings().zone();
    try (Collection collection = home.at().open()) {
      TrackedArticle asked =
          ArticleReference.parse(article).found(collection.timelines()).article();
      ToldStory story;
      try (ProgressLine progress =
          new ProgressLine(console, "story", collection.timelines().count())) {
        story =
            CopiedStories.of(collection.timelines(), progress)
                .story(asked.key())
                .orElse(new ToldStory(null, List.of(), List.of()));
      }
      try (Pager out = pager.open(console)) {
        if (json) {
          out.console().out().println(StetJson.story(story, true).pretty());
        } else {
          new StoryPrinter(out.console(), zone).story(story);
        }
      }
      if (story.members().isEmpty()) {
        console.say("no other outlet here has the text of '" + asked.uri() + "'");
      } else if (!json) {
        console.say("times are " + zone);
      }
    }
    return ExitCode.DONE;
  }
}
