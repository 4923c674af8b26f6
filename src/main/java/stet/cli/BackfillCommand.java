package stet.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.capture.Capture;
import stet.capture.EnumId;
import stet.fetch.FetchOptions;
import stet.fetch.Fetcher;
import stet.ingest.Found;
import stet.ingest.memento.ArchiveSite;
import stet.ingest.memento.Backfill;
import stet.ingest.memento.Getter;
import stet.track.Accepted;
import stet.track.Captures;
import stet.track.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Takes the captures of pages that a web archive keeps, by Memento (RFC 7089) or CDX, as they"
          + " were archived.",
      "Asks at the pace that the archive's robots.txt and good manners allow. What is here already"
          + " is not fetched again: a run that was cut off is gone on with by starting it again."
    })
final class BackfillCommand implements Callable<Integer> {
  /** Longer waits that an archive asks for end the run. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Mixin private HomeOption home;

  @Option(
      names = "--from",
      paramLabel = "ARCHIVE",
      description =
          "Which archive: internet-archive (if not given), arquivo-pt, uk-web-archive, local, or"
              + " one that stet.toml describes as [archive.NAME].")
  private String from = "internet-archive";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only captures of that time or later.")
  private String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only captures before that time.")
  private String until;

  @Option(
      names = "--json",
      description = "One JSON object a line for each capture once it is safe, and for each page.")
  private boolean json;

  @Parameters(arity = "0..*", paramLabel = "URL", description = "The pages' addresses.")
  private List<String> urls = List.of();

  private final Console console;

  BackfillCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Collection.requireAt(home.home());
    if (urls.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "name a page's address; see 'stet backfill -h'");
    }
    urls.forEach(url -> Arguments.asked("URL", url));
    ArchiveSite site = site();
    Instant first = since == null ? null : Arguments.instant("--since", since);
    Instant last = until == null ? null : Arguments.instant("--until", until);
    FetchOptions stated = FetchSettings.fetching(home.settings());
    Set<String> privateHosts = new TreeSet<>(stated.allowedPrivateHosts());
    privateHosts.addAll(site.privateHosts());
    FetchOptions options = stated.withAllowedPrivateHosts(privateHosts);
    boolean whole = true;
    try (Collection.Writer writer = home.openForWriting(console.clock());
        Fetcher fetcher = new Fetcher(options, console.clock())) {
      BackfillSteps steps = new BackfillSteps(console, site.id());
      Getter getter = new Getter(fetcher, console.clock(), steps.pause(), PATIENCE);
      Captures here = writer.collection().captures();
      Backfill backfill =
          new Backfill(site, getter, here::has, found -> take(found, writer), steps);
      for (String url : urls) {
        Backfill.Outcome outcome = backfill.run(url, first, last);
        tell(url, outcome);
        whole &= outcome.gaps().isEmpty() && outcome.stopped().isEmpty();
      }
    }
    return whole ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private ArchiveSite site() {
    Map<String, String> own = home.settings().archive(from);
    try {
      @Nullable ArchiveSite site =
          own.isEmpty() ? ArchiveSite.standard().get(from) : ArchiveSite.of(from, own);
      if (site == null) {
        throw new Failure(
            ExitCode.USAGE,
            "no archive '"
                + from
                + "'; there are "
                + String.join(", ", ArchiveSite.standard().keySet())
                + " and those that stet.toml describes");
      }
      return site;
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.FAILED, "archive '" + from + "' in stet.toml: " + e.getMessage());
    }
  }

  private void take(Found found, Collection.Writer writer) throws IOException {
    Capture capture = ((Found.Page) found).capture();
    Accepted accepted = writer.tracker().accept(List.of(capture)).get(0);
    if (json) {
      ObjectNode line = Json.object();
      line.put("uri", capture.uri());
      line.put("captured_at", capture.at().toString());
      line.put("payload", capture.payload().digest().labelled());
      line.put("outcome", EnumId.of(accepted.outcome()));
      line.put("article", accepted.article().key());
      console.out().println(line);
      console.out().flush();
    }
  }

  private void tell(String url, Backfill.Outcome o) {
    o.gaps().forEach(gap -> console.say("gap in '" + url + "': " + gap));
    if (!o.stopped().isEmpty()) {
      console.say("stopped at '" + url + "': " + o.stopped() + "; the same command goes on later");
    }
    if (json) {
      ObjectNode line = Json.object().put("url", url).put("listed", o.listed());
      line.put("here", o.here()).put("fetched", o.fetched()).put("repeated", o.repeated());
      line.put("skipped", o.skipped()).put("stopped", o.stopped());
      ArrayNode gaps = line.putArray("gaps");
      o.gaps().forEach(gaps::add);
      console.out().println(line);
    } else {
      console
          .out()
          .println(
              Plain.line(url)
                  + ": "
                  + Plain.count(o.listed(), "capture")
                  + " listed, "
                  + o.fetched()
                  + " fetched, "
                  + o.repeated()
                  + " listed with the same bytes, "
                  + o.here()
                  + " here already, "
                  + o.skipped()
                  + " no page of it, "
                  + Plain.count(o.gaps().size(), "gap"));
    }
    console.out().flush();
  }
}
