package stet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.diff.Differs;
import stet.diff.PairsRunner;
import stet.diff.Revision;
import stet.diff.RevisionJson;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;

@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows word by word what changed between two versions of an article; the last"
            + " two if none are named. Exit code 1 where they differ.")
final class DiffCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--stat", description = "Print counts only.")
  private boolean stat;

  @Option(
      names = "--html",
      paramLabel = "FILE|-",
      description = "Write the comparison as an HTML page that needs nothing beside it.")
  private String html;

  @Option(
      names = "--pairs",
      paramLabel = "FILE.jsonl",
      description =
          "Instead of an article, compare the texts of a file of pairs {id, old, new}"
              + " and print one line of operations for each.")
  private Path pairs;

  @Parameters(
      arity = "0..1",
      paramLabel = "ARTICLE[@A..B]",
      description = "Which article, versions A and B; @N is N-1..N.")
  private String article;

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if ((pairs == null) == (article == null)) {
      throw new Failure(
          ExitCode.USAGE, "name an article, or --pairs and a file; see 'stet diff -h'");
    }
    if (pairs != null) {
      try (BufferedReader in = Files.newBufferedReader(pairs)) {
        new PairsRunner(Differs.standard()).run(in, console.out());
      }
      return ExitCode.DONE;
    }
    try (Collection collection = home.open()) {
      ArticleArgument typed = ArticleArgument.parse(article);
      Timeline timeline = typed.find(collection.timelines());
      int to = typed.to() > 0 ? typed.to() : typed.from() > 0 ? typed.from() : size(timeline);
      int from = typed.to() > 0 ? typed.from() : to - 1;
      SeenVersion before = ArticleArgument.version(timeline, from);
      SeenVersion after = ArticleArgument.version(timeline, to);
      if (html != null) {
        return DiffPage.write(console, home.settings(), timeline, before, after, html);
      }
      return diff(before, after);
    }
  }

  private static int size(Timeline timeline) {
    List<SeenVersion> versions = timeline.versions();
    if (versions.size() == 1) {
      throw new Failure(
          ExitCode.FAILED,
          "only one version of '" + timeline.article().uri() + "' was seen; nothing to compare");
    }
    return versions.size();
  }

  private int diff(SeenVersion from, SeenVersion to) {
    Revision revision = Differs.standard().diff(from.state(), to.state());
    if (json) {
      console.out().println(Json.pretty(RevisionJson.full(revision)));
    } else if (stat) {
      console.out().println(LogPrinter.counts(revision.counts()));
    } else {
      new DiffPrinter(console).print(from, to, revision);
    }
    return revision.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }
}
