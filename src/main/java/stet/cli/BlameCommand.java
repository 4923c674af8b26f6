package stet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.timeline.Blame;
import stet.timeline.BlameWalk;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;

@Command(
    name = "blame",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows which version brought each word of an article, or what is gone from it and whether"
            + " it came back.")
final class BlameCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--gone",
      description = "Show what left the text instead: when it was last seen, whether it came back.")
  private boolean gone;

  @Parameters(
      arity = "1",
      paramLabel = "ARTICLE[@N]",
      description = "Which article, version N; the latest if not given.")
  private String article;

  private final Console console;

  BlameCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Collection collection = home.open();
        Pager out = pager.open(console)) {
      ArticleArgument typed = ArticleArgument.parse(article);
      Timeline timeline = typed.find(collection.timelines());
      if (typed.to() > 0) {
        throw new Failure(
            ExitCode.USAGE, "'" + article + "' names two versions; blame reads one, as in '@3'");
      }
      int number = typed.from() > 0 ? typed.from() : Math.max(1, timeline.versions().size());
      SeenVersion version = ArticleArgument.version(timeline, number);
      BlameWalk walk = Blame.walk(timeline, number);
      if (json) {
        out.console().out().println(Json.pretty(BlameJson.of(timeline, version, walk, gone)));
      } else {
        new BlamePrinter(out.console(), timeline).print(version, walk, gone);
      }
    }
    return ExitCode.DONE;
  }
}
