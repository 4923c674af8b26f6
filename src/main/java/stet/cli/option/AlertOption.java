package stet.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a rule is, as {@code stet.toml} has it, from the command line. */
public final class AlertOption {
  @Option(
      names = "--to",
      split = ",",
      paramLabel = "CHANNEL",
      description = "Channels through which it tells, with commas between.")
  private List<String> to = List.of();

  @Option(
      names = "--when",
      paramLabel = "WHAT",
      description =
          "edit, came-back, notice, gone, passage, held, outlet-unreadable, outlet-silent or upkeep;"
              + " edit if not given.")
  private String when = "";

  @Option(
      names = "--label",
      split = ",",
      paramLabel = "LABEL",
      description = "Only edits disclosed in one of these ways, such as silent,no-update-time.")
  private List<String> labels = List.of();

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description = "Only edits of one of these kinds, such as number,quotation,headline.")
  private List<String> kinds = List.of();

  @Option(
      names = "--outlet",
      split = ",",
      paramLabel = "OUTLET",
      description = "Only of these outlets.")
  private List<String> outlets = List.of();

  @Option(names = "--language", paramLabel = "TAG", description = "Only in this language.")
  private String language = "";

  @Option(names = "--words", paramLabel = "N", description = "Only edits of so many words.")
  private String words = "";

  @Option(names = "--match", paramLabel = "TEXT", description = "Words in what changed.")
  private String match = "";

  @Option(
      names = "--passage",
      paramLabel = "TEXT",
      description = "With --when passage: words that you cite; tells when they go or come back.")
  private String passage = "";

  @Option(names = "--article", paramLabel = "ARTICLE", description = "Only of this article.")
  private String article = "";

  @Option(
      names = "--how",
      paramLabel = "PACE",
      description =
          "at-once, hourly, 'daily 08:30' or 'weekly monday 08:30'; at-once if not given.")
  private String how = "";

  @Option(names = "--quiet", paramLabel = "HOURS", description = "Not delivered then: 22:00-07:00.")
  private String quiet = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of these times; that of the reports if not given.")
  private String zone = "";

  @Option(
      names = "--most-per-hour",
      paramLabel = "N",
      description = "So many messages an hour, what comes then is told together.")
  private String mostPerHour = "";

  @Option(
      names = "--after",
      paramLabel = "TIME",
      description = "With --when outlet-unreadable or outlet-silent: how long, such as 6h.")
  private String after = "";

  /** The keys and values of the rule of that name; those not given have no value. */
  public Map<String, List<String>> fields(String name) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("name", List.of(name));
    fields.put("when", List.of(when));
    fields.put("label", labels);
    fields.put("kind", kinds);
    fields.put("outlet", outlets);
    fields.put("language", List.of(language));
    fields.put("words", List.of(words));
    fields.put("match", List.of(match));
    fields.put("passage", List.of(passage));
    fields.put("article", List.of(article));
    fields.put("to", to);
    fields.put("how", List.of(how));
    fields.put("quiet", List.of(quiet));
    fields.put("zone", List.of(zone));
    fields.put("most-per-hour", List.of(mostPerHour));
    fields.put("after", List.of(after));
    return fields;
  }
}
