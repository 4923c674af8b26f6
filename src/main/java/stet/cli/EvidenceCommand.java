package stet.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcLocation;
import stet.diff.Differs;
import stet.export.EvidenceBundle;
import stet.export.TimeStamper;
import stet.report.ComparisonPage;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;

@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Bundles what shows a change: the captures as WARC, both texts, the comparison, the window,"
          + " digests, and how to check it all without stet.",
      "With the setting evidence.authority, a time-stamp authority witnesses it (RFC 3161). Its"
          + " README says what the bundle does not prove."
    })
final class EvidenceCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = "--output",
      paramLabel = "DIR|ZIP",
      description = "Where to: a new folder, or a file that ends in .zip.")
  private Path output;

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  @Parameters(
      arity = "0..1",
      paramLabel = "ARTICLE@A..B",
      description = "Which article, versions A and B; @N is N-1..N, none the last two.")
  private String article;

  private final Console console;

  EvidenceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Collection collection = home.open()) {
      if (article == null || output == null) {
        throw new Failure(
            ExitCode.USAGE, "name an article's versions, and --output; see 'stet evidence -h'");
      }
      ArticleArgument typed = ArticleArgument.parse(article);
      Timeline timeline = typed.find(collection.timelines());
      int last = timeline.versions().size();
      int to = typed.to() > 0 ? typed.to() : typed.from() > 0 ? typed.from() : last;
      int from = typed.to() > 0 ? typed.from() : to - 1;
      if (from >= to) {
        throw new Failure(ExitCode.USAGE, "version " + from + " is not before version " + to);
      }
      EvidenceBundle.Subject subject = subject(collection, timeline, from, to);
      tell(
          subject,
          new EvidenceBundle(Version.text(), console.clock(), stamper()).write(subject, output));
    }
    return ExitCode.DONE;
  }

  private @Nullable TimeStamper stamper() {
    String authority = home.settings().get(Settings.Key.EVIDENCE_AUTHORITY);
    return authority.isEmpty() ? null : new TimeStamper(URI.create(authority));
  }

  private EvidenceBundle.Subject subject(Collection collection, Timeline timeline, int from, int to)
      throws IOException {
    SeenVersion before = ArticleArgument.version(timeline, from);
    SeenVersion after = ArticleArgument.version(timeline, to);
    long id = collection.timelines().find(timeline.article().key()).orElseThrow().id();
    List<StoredCapture> captures = new ArrayList<>();
    for (WarcLocation location : collection.captures().of(id)) {
      StoredCapture capture = collection.captures().read(location);
      if (!capture.capture().at().isBefore(before.first().at())
          && !capture.capture().at().isAfter(after.lastSeen())) {
        captures.add(capture);
      }
    }
    byte[] page =
        new ComparisonPage(Differs.standard(), ReportCommand.options(home.settings()))
            .of(timeline, from, to);
    return new EvidenceBundle.Subject(
        timeline,
        before,
        after,
        Differs.standard().diff(before.state(), after.state()),
        captures,
        page);
  }

  private void tell(EvidenceBundle.Subject subject, TimeStamper.@Nullable Stamp stamp) {
    String at = stamp == null ? "" : stamp.at().toString();
    if (json) {
      console
          .out()
          .println(
              Json.object()
                  .put("output", output.toString())
                  .put("captures", subject.captures().size())
                  .put("stamped", at));
      return;
    }
    console
        .out()
        .println(
            Plain.count(subject.captures().size(), "capture")
                + " of versions "
                + subject.from().number()
                + " to "
                + subject.to().number()
                + " in '"
                + output
                + "', "
                + (stamp == null
                    ? "with no outside witness: its README says what it does not prove"
                    : "time-stamped " + at));
  }
}
